package dev.tabellio.extraction.synthesis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.Document;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.FieldValue;
import dev.tabellio.extraction.classify.StandardPacketClassifier;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractTypeTest {

    private static final DocumentTypes TYPES = DocumentTypes.shipped();

    private static final String SUPPLY = """
                          SUPPLY AGREEMENT

            This Supply Agreement (this "Agreement") is made as of March 3, 2018 by and between Ardent Bearings Inc., an
            Ohio corporation with offices at 12 Mill Road, Dayton, Ohio 45402 ("Supplier"), and Borealis Turbines Ltd. ("Buyer").

            1. Supply. Supplier shall sell the Goods to Buyer.

            2. Price. Buyer shall pay a total price of $1,250,000.00 for the Goods. Supplier shall send invoices, and Buyer shall
            pay each invoice within thirty (30) days after receipt of the invoice.

            3. Term. The initial term of this Agreement shall commence on the date hereof and shall continue for a period of three
            (3) years. Thereafter this Agreement shall automatically renew for successive one (1) year terms, unless a party gives
            notice of its intent not to renew at least ninety (90) days prior to the end of the then current term.

            4. Records.
            4.1 Supplier shall keep complete books and records.
            4.2 Buyer may audit the books and records of Supplier upon reasonable notice during normal business hours.

            5. Assignment. Neither party may assign this Agreement without the prior written consent of the other party.

            6. Limitation of Liability. In no event shall the aggregate liability of Supplier under this Agreement exceed $500,000.

            7. Governing Law. This Agreement shall be governed by the laws of the State of Ohio.
            """;

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(Locale.US);
    }

    @Test
    void readsTheFieldsOfAContract() {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        Map<String, ExtractedField> fields = read(SUPPLY);

        assertThat(value(fields, "/Title")).isEqualTo("SUPPLY AGREEMENT");
        assertThat(value(fields, "/Parties/0/Name")).isEqualTo("Ardent Bearings Inc.");
        assertThat(value(fields, "/Parties/0/ReferenceName")).isEqualTo("Supplier");
        assertThat(value(fields, "/Parties/1/Name")).isEqualTo("Borealis Turbines Ltd.");
        assertThat(value(fields, "/AgreementDate")).isEqualTo("2018-03-03");
        assertThat(value(fields, "/EffectiveDate")).isEqualTo("2018-03-03");
        assertThat(value(fields, "/ContractDuration")).isEqualTo("3 years");
        assertThat(value(fields, "/ExpirationDate")).isEqualTo("2021-03-03");
        assertThat(value(fields, "/RenewalTerm")).isEqualTo("1 year");
        assertThat(value(fields, "/RenewalNotice")).isEqualTo("90 days");
        assertThat(value(fields, "/ContractValue")).isEqualTo("1250000.00");
        assertThat(value(fields, "/PaymentTerms")).isEqualTo("30 days");
        assertThat(value(fields, "/LiabilityCap")).isEqualTo("500000.00");
        assertThat(value(fields, "/Jurisdictions/0/Region")).isEqualTo("Ohio");
    }

    @Test
    void quotesClausesByCategoryWithTheirNumbers() {
        Map<String, ExtractedField> fields = read(SUPPLY);

        assertThat(value(fields, "/Clauses/AuditRights/0/Number")).isEqualTo("4.2");
        assertThat(value(fields, "/Clauses/AuditRights/0/Text")).startsWith("Buyer may audit the books");
        assertThat(value(fields, "/Clauses/AntiAssignment/0/Text")).startsWith("Neither party may assign");
        assertThat(value(fields, "/Clauses/CapOnLiability/0/Text")).startsWith("In no event");
        assertThat(fields.keySet()).noneMatch(pointer -> pointer.startsWith("/Clauses/SourceCodeEscrow"));
    }

    @Test
    void theCurrencyStaysBesideTheAmount() {
        ExtractedField price =
                read(SUPPLY.replace("$1,250,000.00", "EUR 1,250,000")).get("/ContractValue");

        assertThat(price)
                .isInstanceOfSatisfying(
                        ExtractedField.Cited.class,
                        cited -> assertThat(((FieldValue.Amount) cited.value()).currency())
                                .isEqualTo("EUR"));
    }

    @Test
    void knowsAnAgreementWhosePartiesConfirmItInALetter() {
        TypedContract letter = TypedContract.of("""
                                            AGENCY AGREEMENT

                Ladies and Gentlemen:

                Ardent Bearings Inc., an Ohio corporation (the "Company"), and Borealis Turbines Ltd. (the "Bank"), hereby
                confirm their agreement with Fen & Company (the "Agent"), as follows:

                1. The Company shall pay the Agent. The Agent shall sell the Shares, and shall hereby be bound.
                """);

        assertThat(new StandardPacketClassifier(TYPES).classify(letter.file()).documents())
                .extracting(Document::type)
                .containsExactly("contract");
    }

    @Test
    void knowsAnAgreementToFileJointlyThoughItIsAnExhibit() {
        TypedContract exhibit = TypedContract.of("""
                                            EXHIBIT A

                                      JOINT FILING AGREEMENT

                The undersigned acknowledge and agree that the foregoing statement on Schedule 13D is filed on behalf of
                each of the undersigned, without the necessity of filing additional joint acquisition statements.

                ORRERY CAPITAL PARTNERS, L.P.

                By: /s/ Bo Muster
                Title: Managing Member
                """);

        assertThat(new StandardPacketClassifier(TYPES).classify(exhibit.file()).documents())
                .extracting(Document::type)
                .containsExactly("contract");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The term of this Agreement shall commence on May 1, 2019 and expire on April 30, 2024.             | 2024-04-30
            This Agreement shall continue in effect until December 31, 2020, unless terminated earlier.       | 2020-12-31
            The initial term of this Agreement is five years from the Effective Date.                          | 2023-03-03
            This Agreement shall remain in effect until the fourth (4th) anniversary of the date hereof.       | 2022-03-03
            The term of this Agreement shall be eighteen (18) months commencing on July 1, 2018.               | 2020-01-01
            The initial term of this Agreement is two years following the launch of the Site.                  | none
            This Agreement shall continue until it is terminated by either party.                             | none
            """)
    void countsTheEndOfTheTerm(String sentence, String expected) {
        String text = SUPPLY.substring(0, SUPPLY.indexOf("3. Term.")) + "3. Term. " + sentence + "\n\n4. Law. None.\n";

        assertThat(value(read(text), "/ExpirationDate")).isEqualTo(expected);
    }

    private static Map<String, ExtractedField> read(String text) {
        TypedContract contract = TypedContract.of(text);
        return new ContractFieldReader()
                .read(contract.file(), contract.document(), TYPES.get("contract"))
                .fields();
    }

    private static String value(Map<String, ExtractedField> fields, String pointer) {
        return fields.get(pointer) instanceof ExtractedField.Cited cited
                ? cited.value().asText()
                : "none";
    }
}
