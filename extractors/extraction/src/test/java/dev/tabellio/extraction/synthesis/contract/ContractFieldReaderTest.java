package dev.tabellio.extraction.synthesis.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.Citation;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.FieldValue;
import dev.tabellio.document.Page;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractFieldReaderTest {

    private static final DocumentType NDA = DocumentTypes.shipped().get("nda");

    private static final String AGREEMENT = """
                                  MUTUAL NON-DISCLOSURE AGREEMENT

            This Mutual Non-Disclosure Agreement (this “Agreement”) is entered into as of the 3rd day of
            March, 2010, by and between Blue Heron Foods, Inc., a Delaware corporation with offices at
            12 Main Street, Frisco, Texas 75034 (“Heron”), and Orrery Corporation (the “Recipient”).

            1. Confidential Information. The Recipient shall not disclose what it learns.

            2. Term. This Agreement shall terminate two (2) years from the date hereof.

            3. Employees. For a period of one year the Recipient shall not solicit employees of Heron.

            4. Governing Law. This Agreement shall be governed by the laws of the State of
            New York.

            IN WITNESS WHEREOF, the parties have executed this Agreement as of the date first above written.

            BLUE HERON FOODS, INC.                  ORRERY CORPORATION

            By: /s/ Ada Sample                      By: /s/ Bo Muster
            Name: Ada Sample                        Name: Bo Muster
            Title: President                        Title: Director
            """;

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    @Test
    void readsAnAgreementBetweenCompanies() {
        assertThat(values(AGREEMENT))
                .containsExactlyInAnyOrderEntriesOf(new TreeMap<>(Map.ofEntries(
                        Map.entry("/Title", "MUTUAL NON-DISCLOSURE AGREEMENT"),
                        Map.entry("/Parties/0/Name", "Blue Heron Foods, Inc."),
                        Map.entry("/Parties/0/ReferenceName", "Heron"),
                        Map.entry("/Parties/0/Address", "12 Main Street, Frisco, Texas 75034"),
                        Map.entry("/Parties/1/Name", "Orrery Corporation"),
                        Map.entry("/Parties/1/ReferenceName", "Recipient"),
                        Map.entry("/EffectiveDate", "2010-03-03"),
                        Map.entry("/ContractDuration", "2 years"),
                        Map.entry("/Jurisdictions/0/Region", "New York"),
                        Map.entry(
                                "/Jurisdictions/0/Clause",
                                "This Agreement shall be governed by the laws of the State of New York."))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "de-DE"})
    void readsTheSameEverywhere(String locale) {
        Map<String, String> expected = values(AGREEMENT);
        Locale.setDefault(Locale.forLanguageTag(locale));

        assertThat(values(AGREEMENT)).isEqualTo(expected);
    }

    @Test
    void everyValueIsPrintedWhereItsCitationsSay() {
        TypedContract contract = TypedContract.of(AGREEMENT);
        ExtractedDocument read = read(contract);

        assertThat(read.fields().values())
                .filteredOn(ExtractedField.Cited.class::isInstance)
                .hasSizeGreaterThan(9);
        read.fields().values().forEach(field -> {
            if (field instanceof ExtractedField.Cited cited) {
                for (Citation citation : cited.citations()) {
                    assertThat(printedIn(contract.file().page(citation.page()), citation))
                            .contains(citation.text());
                }
            }
        });
    }

    @Test
    void readsALetter() {
        assertThat(values("""
                        EX-99.1 2 letter.htm CONFIDENTIALITY AGREEMENT

                                     Blue Heron Foods, Inc.
                                     12 Main Street, Frisco, Texas 75034

                        January 12, 2011

                        Alder Capital Management, LLC
                        9 Oak Drive
                        Boston, Massachusetts 02210
                        Attention: Ms. Ada Sample

                        Ladies and Gentlemen:

                        In connection with your consideration of a possible transaction with Blue Heron Foods, Inc.
                        (together with its subsidiaries, the “Company”), the Company is prepared to furnish you
                        with information. You agree to keep it confidential. Advisors such as Fen Bank, N.A. are
                        bound as well.

                        This letter agreement shall be construed in accordance with the laws of the State of Delaware.

                        Very truly yours,

                        BLUE HERON FOODS, INC.
                        By: /s/ Bo Muster
                        Title: Secretary

                        Accepted and agreed as of the date first written above:
                        ALDER CAPITAL MANAGEMENT, LLC
                        By: /s/ Ada Sample
                        Title: Member
                        """))
                .containsEntry("/Parties/0/Name", "Blue Heron Foods, Inc.")
                .containsEntry("/Parties/0/Address", "12 Main Street, Frisco, Texas 75034")
                .containsEntry("/Parties/0/ReferenceName", "Company")
                .containsEntry("/Parties/1/Name", "Alder Capital Management, LLC")
                .containsEntry("/Parties/1/Address", "9 Oak Drive Boston, Massachusetts 02210")
                .doesNotContainKey("/Parties/2/Name")
                .containsEntry("/EffectiveDate", "2011-01-12")
                .containsEntry("/Jurisdictions/0/Region", "Delaware")
                .doesNotContainKey("/ContractDuration");
    }

    @Test
    void readsAnEmployeesUndertaking() {
        assertThat(values("""
                        EMPLOYEE NON-DISCLOSURE AGREEMENT

                        As a condition of my employment with Orrery Corporation, its subsidiaries and
                        affiliates (together the “Company”), I agree to the following:

                        1. I will hold in strict confidence what I learn during my employment.

                        2. This Agreement will be governed by the laws of the State of California.

                        /s/ Ada B. Sample
                        Ada B. Sample

                        Date: 3.26.01

                        ORRERY CORPORATION
                        By: /s/ Bo Muster
                        Date: 3/28/01
                        """))
                .containsEntry("/Parties/0/Name", "Orrery Corporation")
                .containsEntry("/Parties/1/Name", "Ada B. Sample")
                .doesNotContainKey("/Parties/2/Name")
                .containsEntry("/EffectiveDate", "2001-03-28");
    }

    @Test
    void aFormThatIsNotFilledInHasNoDate() {
        assertThat(values("""
                        CONFIDENTIALITY AGREEMENT

                        This Agreement is made as of the ____ day of ________, 20__, by and between
                        Orrery Corporation (the “Company”) and ______________ (“Employee”).

                        The policy of May 4, 2009 applies.

                        ORRERY CORPORATION

                        By: ____________
                        Date: January 5, 2010
                        """))
                .containsEntry("/Parties/0/Name", "Orrery Corporation")
                .doesNotContainKey("/Parties/1/Name")
                .doesNotContainKey("/EffectiveDate");
    }

    @Test
    void aDefinedEffectiveDateComesFirst() {
        assertThat(values("""
                        CONFIDENTIALITY AGREEMENT

                        This Agreement dated May 4, 2009 is between Orrery Corporation and Fen Foods, Inc. and
                        refers to the Merger Agreement dated as of April 1, 2009.

                        1. Effective Date: June 1, 2009.
                        """)).containsEntry("/EffectiveDate", "2009-06-01");
    }

    @Test
    void anEmptyDocumentHasNoFields() {
        assertThat(values("")).isEmpty();
        assertThat(read(TypedContract.of("")).fields())
                .containsEntry("/EffectiveDate", new ExtractedField.Absent())
                .containsEntry("/Title", new ExtractedField.Absent());
    }

    @Test
    void wrongAnchorsAreRefusedWithTypeFileAndCause() {
        Map<String, String> files = new HashMap<>(NDA.files());
        files.put("anchors.yaml", "title: {words: [agreement]}");
        DocumentType wrong = withFiles(files);

        assertThatThrownBy(() -> new ContractFieldReader().check(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nda")
                .hasMessageContaining("anchors.yaml")
                .hasMessageContaining("parties.roles");

        files.remove("anchors.yaml");
        assertThatThrownBy(() -> new ContractFieldReader().check(withFiles(files)))
                .hasMessageContaining("anchors.yaml is missing");
    }

    /** Two megabytes that look like names, dates, lengths and clauses without end; measured 2026-11-21: 1.1 s on a busy machine. */
    @Test
    void hostileTextTakesLinearTime() {
        StringBuilder text = new StringBuilder("This Agreement is made by and between ");
        List<String> pieces = List.of(
                "and A And ",
                "Inc. , ",
                "the laws of ",
                "two (2 ",
                "(\"x ",
                "1. 2. 3. ",
                "March 3rd day of ",
                "_ _ ",
                "By: /s/ ");
        for (int i = 0; text.length() < 2_000_000; i++) {
            text.append(pieces.get(i % pieces.size()));
            if (i % 40 == 39) {
                text.append('\n');
            }
        }
        TypedContract contract = TypedContract.of(text.toString());

        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(contract));
    }

    private static DocumentType withFiles(Map<String, String> files) {
        return new DocumentType(
                NDA.id(),
                NDA.version(),
                NDA.title(),
                NDA.family(),
                NDA.identity(),
                NDA.definition(),
                NDA.schema(),
                files,
                NDA.digest());
    }

    private static String printedIn(Page page, Citation citation) {
        StringBuilder printed = new StringBuilder();
        page.words().stream()
                .filter(word -> citation.box().grow(0.1).contains(word.box()))
                .forEach(word -> printed.append(word.text()).append(' '));
        return printed.toString();
    }

    private static ExtractedDocument read(TypedContract contract) {
        return new ContractFieldReader().read(contract.file(), contract.document(), NDA);
    }

    private static Map<String, String> values(String text) {
        Map<String, String> values = new TreeMap<>();
        read(TypedContract.of(text)).fields().forEach((pointer, field) -> {
            if (field instanceof ExtractedField.Cited cited && !pointer.matches("/Parties/\\d+/Clause")) {
                FieldValue value = cited.value();
                values.put(pointer, value.asText());
            }
        });
        return values;
    }
}
