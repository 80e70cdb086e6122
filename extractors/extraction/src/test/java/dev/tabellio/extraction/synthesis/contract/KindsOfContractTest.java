package dev.tabellio.extraction.synthesis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.Document;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.extraction.classify.StandardPacketClassifier;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KindsOfContractTest {

    private static final DocumentTypes TYPES = DocumentTypes.shipped();

    private static final String SUPPLY = """
                       SUPPLY AGREEMENT

            This Supply Agreement is made and entered into as of May 4, 2016 by and between Orrery Corporation, a Delaware
            corporation ("Supplier"), and Fen Foods, Inc. ("Buyer"). The parties agree as follows:

            1. Supply. Supplier shall sell the Goods, and Buyer shall buy them. The parties shall keep to this Agreement, and
            each shall bear its own costs. Supplier shall deliver. Buyer shall pay.
            """;

    private static final String CREDIT = """
                       CREDIT AGREEMENT

            This Credit Agreement is entered into as of May 4, 2016 by and between Orrery Corporation, a Delaware corporation
            (the "Borrower"), and Fen Bank, N.A. (the "Lender"). WHEREAS, the Borrower wishes to borrow, the parties agree:

            1. The Loan. The Lender shall make a loan to the Borrower in the aggregate principal amount of $2,500,000.00.

            2. Interest. The Loans shall bear interest at a rate of 6.25% per annum. After default, interest shall accrue at the
            rate of 8.25% per annum.

            3. Maturity. The unpaid principal balance of the Loan shall be due and payable on May 4, 2021 (the "Maturity Date"). The
            Borrower shall pay the Lender. The Lender shall record each payment of principal. The Lender may set off.
            """;

    private static final String LEASE = """
                       COMMERCIAL LEASE AGREEMENT

            This Lease is made as of March 1, 2019 by and between Orrery Properties LLC ("Landlord") and Fen Foods, Inc. ("Tenant").
            The parties agree as follows:

            1. Premises. Landlord leases to Tenant the premises located at 12 Mill Road, Dayton, Ohio 45402 (the "Premises").

            2. Term. The term of this Lease shall commence on April 1, 2019 and shall expire on March 31, 2024.

            3. Rent. Tenant shall pay to Landlord base rent of $4,200.00 per month. Tenant shall pay Landlord on the first day.

            4. Security Deposit. Tenant has paid to Landlord a security deposit in the amount of $8,400.00. Landlord shall hold it.
            """;

    private static final String EMPLOYMENT = """
                       EMPLOYMENT AGREEMENT

            This Employment Agreement is made and entered into as of January 5, 2015 by and between Orrery Corporation (the "Company")
            and Ada B. Sample (the "Executive"). WHEREAS, the Company wishes to employ the Executive, the parties agree as follows:

            1. Position. The Executive shall serve as Chief Financial Officer, and shall report to the board.

            2. Term. The Executive's employment shall commence on February 1, 2015. The Executive shall devote all of her time.

            3. Salary. The Company shall pay the Executive a base salary at the rate of $310,000 per annum. The Executive shall receive it.

            4. Termination. The Executive may terminate her employment upon sixty (60) days prior written notice to the Company.
            """;

    @Test
    void eachKindIsToldByWhatIsPrinted() {
        assertThat(type(SUPPLY)).isEqualTo("contract");
        assertThat(type(CREDIT)).isEqualTo("credit-agreement");
        assertThat(type(LEASE)).isEqualTo("lease");
        assertThat(type(EMPLOYMENT)).isEqualTo("employment");
    }

    @Test
    void aTitleThatReturnsBeforeTheSignaturesStartsNoOtherContract() {
        assertThat(new StandardPacketClassifier(TYPES)
                        .classify(TypedContract.of(SUPPLY + "\f" + SUPPLY).file())
                        .documents())
                .extracting(Document::pages)
                .containsExactly(List.of(1, 2));
        assertThat(new StandardPacketClassifier(TYPES)
                        .classify(TypedContract.of(SUPPLY + "\nIN WITNESS WHEREOF, the parties sign.\n\f" + LEASE)
                                .file())
                        .documents())
                .extracting(Document::type)
                .containsExactly("contract", "lease");
    }

    @Test
    void readsACreditAgreement() {
        Map<String, ExtractedField> fields = read(CREDIT, "credit-agreement");

        assertThat(value(fields, "/PrincipalAmount")).isEqualTo("2500000.00");
        assertThat(value(fields, "/InterestRate")).isEqualTo("6.25 %");
        assertThat(value(fields, "/DefaultRate")).isEqualTo("8.25 %");
        assertThat(value(fields, "/MaturityDate")).isEqualTo("2021-05-04");
        assertThat(value(fields, "/Parties/1/Name")).isEqualTo("Fen Bank, N.A.");
    }

    @Test
    void readsALease() {
        Map<String, ExtractedField> fields = read(LEASE, "lease");

        assertThat(value(fields, "/Premises")).isEqualTo("12 Mill Road, Dayton, Ohio 45402");
        assertThat(value(fields, "/Rent")).isEqualTo("4200.00");
        assertThat(value(fields, "/SecurityDeposit")).isEqualTo("8400.00");
        assertThat(value(fields, "/CommencementDate")).isEqualTo("2019-04-01");
        assertThat(value(fields, "/ExpirationDate")).isEqualTo("2024-03-31");
    }

    @Test
    void aLeaseBeginsWhereItsTermDoesAndBindsFromItsDate() {
        Map<String, ExtractedField> fields = read("""
                           STANDARD OFFICE LEASE

                BASIC LEASE PROVISIONS

                Date of Lease: March 1, 2019
                Landlord: Orrery Properties Co.
                Address of Landlord: 12 Mill Road, Dayton, OH 45402
                Tenant: Fen Foods, Inc.
                Address of Tenant: 9 Oak Drive, Frisco, TX 75034

                1. Premises. Landlord lets to Tenant the space known as 4 Elm Road, Dayton, OH 45402, which is shown on the plan.

                2. Term. This Lease is for a term of five (5) years beginning on April 1, 2019. It shall automatically renew for
                additional terms of one (1) year, unless one party notifies the other not less than 90 days prior to the end.
                """, "lease");

        assertThat(value(fields, "/AgreementDate")).isEqualTo("2019-03-01");
        assertThat(value(fields, "/EffectiveDate")).isEqualTo("2019-03-01");
        assertThat(value(fields, "/CommencementDate")).isEqualTo("2019-04-01");
        assertThat(value(fields, "/ExpirationDate")).isEqualTo("2024-04-01");
        assertThat(value(fields, "/RenewalTerm")).isEqualTo("1 year");
        assertThat(value(fields, "/Premises")).isEqualTo("4 Elm Road, Dayton, OH 45402");
        assertThat(value(fields, "/Parties/0/Name")).isEqualTo("Orrery Properties Co.");
        assertThat(value(fields, "/Parties/0/Address")).isEqualTo("12 Mill Road, Dayton, OH 45402");
    }

    @Test
    void aPositionEndsWhereTheDutiesBegin() {
        for (String sentence : List.of(
                "You will be employed as Plant Manager and will report to the head of your department.",
                "The Employee shall serve as Plant Manager of the Company.",
                "Your title will be Plant Manager.")) {
            String text =
                    "Re: Offer of Employment\n\nOrrery, Inc. (the \"Company\") offers you employment.\n\n1. Position. "
                            + sentence;
            assertThat(value(read(text, "employment"), "/Position"))
                    .as(sentence)
                    .isEqualTo("Plant Manager");
        }
    }

    @Test
    void readsAnEmploymentAgreement() {
        Map<String, ExtractedField> fields = read(EMPLOYMENT, "employment");

        assertThat(value(fields, "/Position")).isEqualTo("Chief Financial Officer");
        assertThat(value(fields, "/Salary")).isEqualTo("310000.00");
        assertThat(value(fields, "/StartDate")).isEqualTo("2015-02-01");
        assertThat(value(fields, "/NoticePeriod")).isEqualTo("60 days");
    }

    @Test
    void whatIsNotStatedIsAbsent() {
        Map<String, ExtractedField> fields = read(SUPPLY, "credit-agreement");

        for (String pointer : new String[] {"/PrincipalAmount", "/InterestRate", "/MaturityDate"}) {
            assertThat(fields.get(pointer)).as(pointer).isInstanceOf(ExtractedField.Absent.class);
        }
    }

    private static String type(String text) {
        return String.join(
                " ",
                new StandardPacketClassifier(TYPES)
                        .classify(TypedContract.of(text).file()).documents().stream()
                                .map(Document::type)
                                .toList());
    }

    private static Map<String, ExtractedField> read(String text, String type) {
        TypedContract contract = TypedContract.of(text);
        return new ContractFieldReader()
                .read(contract.file(), contract.document(), TYPES.get(type))
                .fields();
    }

    private static String value(Map<String, ExtractedField> fields, String pointer) {
        return fields.get(pointer) instanceof ExtractedField.Cited cited
                ? cited.value().asText()
                : "none";
    }
}
