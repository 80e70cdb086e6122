package dev.tabellio.extraction.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.Classification;
import dev.tabellio.document.Document;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageArea;
import dev.tabellio.document.PageUse;
import dev.tabellio.extraction.text.DrawnPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardPacketClassifierTest {

    private static final String W2 = """
                      a Employee's social security number
                        123-45-6789
            b Employer identification number (EIN)   1 Wages, tips, other compensation   2 Federal income tax withheld
            12-3456789                                             1000.00                     100.00
            c Employer's name, address               3 Social security wages             4 Social security tax withheld
            Acme                                                   1000.00                      62.00
                                                     5 Medicare wages and tips           6 Medicare tax withheld
                                                                   1000.00                      14.50
            """;

    private static final String HALF_W2 = """
            a Employee's social security number
            123-45-6789
            1 Wages, tips, other comp.    2 Federal income tax withheld
              1000.00                       100.00
            3 Social security wages       4 Social security tax withheld
              1000.00                       62.00
            5 Medicare wages and tips     6 Medicare tax withheld
              1000.00                       14.50
            """;

    private static final String RETURN = """
            1040 U.S. Individual Income Tax Return 2024
            Your first name and middle initial      Last name
            Home address (number and street)
            Presidential Election Campaign
            Filing Status   Single   Head of household (HOH)
            """;

    private static final String RETURN_2 = """
            Form 1040 (2024)                                                     Page 2
            24  Add lines 22 and 23. This is your total tax                    24
            33  Add lines 25d, 26, and 32. These are your total payments       33
            """;

    private static final String SCHEDULE = """
            SCHEDULE 8812      Credits for Qualifying Children
            (Form 1040)        and Other Dependents
            Attach to Form 1040, 1040-SR, or 1040-NR.
            1  Enter the amount from line 11 of your Form 1040, 1040-SR, or 1040-NR
            """;

    private static final String SCHEDULE_2 = """
            Schedule 8812 (Form 1040) 2024                                       Page 2
            27  This is your additional child tax credit. Enter this amount on Form 1040
            """;

    @TempDir
    private Path folder;

    private final StandardPacketClassifier classifier = new StandardPacketClassifier(DocumentTypes.shipped());

    @Test
    void splitsAPacketAndAccountsForEachPage() {
        Classification packet =
                classify(RETURN, RETURN_2, SCHEDULE, SCHEDULE_2, W2, W2, "", "Notice to Employee\nFuture Developments");
        assertThat(packet.documents()).extracting(Document::type).containsExactly("us-1040", "us-w2", "us-w2");
        assertThat(packet.documents())
                .extracting(Document::pages)
                .containsExactly(List.of(1, 2), List.of(5), List.of(6));
        assertThat(packet.pages())
                .extracting(PageUse::kind)
                .containsExactly(
                        PageUse.Kind.DOCUMENT,
                        PageUse.Kind.DOCUMENT,
                        PageUse.Kind.UNKNOWN,
                        PageUse.Kind.UNKNOWN,
                        PageUse.Kind.DOCUMENT,
                        PageUse.Kind.DOCUMENT,
                        PageUse.Kind.BLANK,
                        PageUse.Kind.INSTRUCTIONS);
        assertThat(packet.pages().get(2).says()).startsWith("SCHEDULE 8812");
    }

    @Test
    void pagesMayStandInAnyOrder() {
        Classification packet = classify(RETURN_2, W2, RETURN);
        assertThat(packet.documents()).extracting(Document::type).containsExactly("us-1040", "us-w2");
        assertThat(packet.documents().get(0).areas()).extracting(PageArea::page).containsExactly(1, 3);
    }

    @Test
    void aFurtherPageGoesToTheReturnBeforeItThatLacksIt() {
        Classification packet = classify(RETURN, RETURN_2, RETURN, RETURN_2, RETURN_2);
        assertThat(packet.documents()).extracting(Document::pages).containsExactly(List.of(1, 2), List.of(3, 4));
        assertThat(packet.pages().get(4).kind()).isEqualTo(PageUse.Kind.UNKNOWN);
        assertThat(packet.pages().get(4).says()).isEqualTo("page 2 of us-1040 without its first page");
    }

    @Test
    void findsFourFormsOnASheet() {
        String row = beside(HALF_W2, HALF_W2, 62);
        Classification sheet = classify(row + "\n\n" + row);
        assertThat(sheet.documents()).hasSize(4);
        assertThat(sheet.documents()).extracting(Document::id).doesNotHaveDuplicates();
        Page page = DrawnPage.of(1, row + "\n\n" + row);
        assertThat(sheet.documents()).allSatisfy(document -> {
            PageArea area = document.areas().get(0);
            assertThat(page.words().stream()
                            .filter(word -> area.area().containsCenterOf(word.box()))
                            .filter(word -> word.text().equals("123-45-6789")))
                    .hasSize(1);
        });
        assertThat(sheet.documents().get(1).areas().get(0).area().left())
                .isGreaterThan(sheet.documents().get(0).areas().get(0).area().left());
    }

    @Test
    void aMisreadNumberDoesNotMakeItAnAmendedReturn() {
        String noisy = RETURN.replace("1040 U.S.", "LO4O U.S.");
        Classification scan = classifier.classify(DrawnPage.file(DrawnPage.of(1, noisy, Origin.OCR, List.of())));
        assertThat(scan.documents()).extracting(Document::type).containsExactly("us-1040");

        String amended = RETURN.replace("1040 U.S.", "1040-X Arnended U.S.");
        Classification other = classifier.classify(DrawnPage.file(DrawnPage.of(1, amended, Origin.OCR, List.of())));
        assertThat(other.documents()).isEmpty();
    }

    @Test
    void recognisesMisreadText() {
        String noisy = W2.replace("social", "soclal").replace("Wages", "Wagcs").replace("Medicare", "Mcdicare");
        Classification scan = classifier.classify(DrawnPage.file(DrawnPage.of(1, noisy, Origin.OCR, List.of())));
        assertThat(scan.documents()).extracting(Document::type).containsExactly("us-w2");
    }

    @Test
    void aPageThatMentionsAFormIsNotThatForm() {
        Classification page = classify("""
                Attach Form(s) W-2 and Form 1040 here. Federal income tax withheld from Form W-2, box 2,
                is reported on your U.S. Individual Income Tax Return, line 25a.
                """);
        assertThat(page.documents()).isEmpty();
        assertThat(page.pages()).extracting(PageUse::kind).containsExactly(PageUse.Kind.UNKNOWN);
    }

    @Test
    void theSameBytesGiveTheSameIds() {
        assertThat(classify(W2, W2)).isEqualTo(classify(W2, W2));
        assertThat(classify(W2).documents().get(0).id()).matches("[0-9a-f]{16}");
    }

    @Test
    void anUnreadablePageIsFailed() {
        Classification file = classifier.classify(DrawnPage.file(Page.failed(1, 612, 792, "broken image")));
        assertThat(file.pages()).containsExactly(new PageUse(1, PageUse.Kind.FAILED, "broken image"));
    }

    @Test
    void aContractRunsOnToTheNextStart() throws IOException {
        StandardPacketClassifier own = withType("""
                title: Letter
                version: "1"
                family: contract
                recognise:
                  runs-on: true
                  start:
                    - {heading: "(?i)letter of\\\\s+intent", weight: 0.7}
                    - {phrase: "hereinafter", in: document, at-least: 2, weight: 0.5}
                """);
        String first = "LETTER OF\nINTENT\n\nbetween A and B, hereinafter the Parties, who agree as follows";
        Classification packet = own.classify(DrawnPage.file(
                DrawnPage.of(1, first),
                DrawnPage.of(2, "LETTER OF INTENT\n\nhereinafter more"),
                DrawnPage.of(3, "LETTER OF INTENT\n\nand still more"),
                DrawnPage.of(4, W2),
                DrawnPage.of(5, "something else")));
        assertThat(packet.documents()).extracting(Document::type).startsWith("letter");
        assertThat(packet.documents().get(packet.documents().size() - 1).type()).isEqualTo("us-w2");
        assertThat(packet.pages().get(2).kind()).isEqualTo(PageUse.Kind.DOCUMENT);
        assertThat(packet.pages().get(4).kind()).isEqualTo(PageUse.Kind.UNKNOWN);
    }

    @Test
    void aWrongDeclarationSaysWhere() {
        assertThatThrownBy(() -> withType("""
                        title: Letter
                        version: "1"
                        family: contract
                        recognise:
                          start:
                            - {phrase: "x", weight: 1}
                            - {heading: "(", weight: 1}
                        """))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("letter")
                .hasMessageContaining("recognise.start[1].heading");
    }

    @Test
    void aFormThatSomebodyFilledInIsADocumentThoughInstructionsStandBesideIt() {
        String empty = """
                Instructions for Payer/Borrower
                Box 1. Shows the mortgage interest received by the lender during the year.

                Form 1098                          Mortgage Interest Statement
                RECIPIENT'S/LENDER'S name          1 Mortgage interest received from
                %s                           %s
                                                   2 Outstanding mortgage principal
                """;

        assertThat(classify(empty.formatted("00-0000000", "9,876.54")).documents())
                .extracting(Document::type)
                .containsExactly("us-1098");
        assertThat(classify(empty.formatted("          ", "        ")).pages())
                .extracting(PageUse::kind)
                .containsExactly(PageUse.Kind.INSTRUCTIONS);
    }

    @Test
    void aLabelThatASentenceNamesIsNoSecondForm() {
        String text = """

                Instructions for Employee
                Future Developments
                Box 1. Enter the wages, tips, other compensation that your employer paid you on your tax return.
                Box 3. Shows social security wages, which may be limited. See the instructions of the return about
                social security wages.
                Box 5. Shows medicare wages and tips that were reported to you for the year, whether or not limited.
                Box 6. Shows the medicare tax withheld from what your employer paid to you in the year.
                """;

        assertThat(classify(HALF_W2 + text).documents())
                .singleElement()
                .satisfies(document ->
                        assertThat(document.areas().get(0).area().height()).isEqualTo(792));
        assertThat(classify(HALF_W2 + "\n\n" + HALF_W2 + text).documents()).hasSize(2);
        assertThat(classify(text + HALF_W2 + "\n\n" + HALF_W2.replaceAll("\\d[\\d.-]{3,}", ""))
                        .documents())
                .hasSize(2);
    }

    private Classification classify(String... drawings) {
        Page[] pages = new Page[drawings.length];
        for (int i = 0; i < drawings.length; i++) {
            pages[i] = DrawnPage.of(i + 1, drawings[i]);
        }
        return classifier.classify(DrawnPage.file(pages));
    }

    private StandardPacketClassifier withType(String definition) throws IOException {
        Path type = Files.createDirectories(folder.resolve("letter"));
        Files.writeString(type.resolve("doctype.yaml"), definition);
        Files.writeString(type.resolve("schema.json"), "{}");
        return new StandardPacketClassifier(DocumentTypes.withUserFolder(folder));
    }

    private static String beside(String left, String right, int column) {
        String[] a = left.split("\n");
        String[] b = right.split("\n");
        StringBuilder both = new StringBuilder();
        for (int i = 0; i < a.length; i++) {
            both.append(a[i])
                    .append(" ".repeat(column - a[i].length()))
                    .append(b[i])
                    .append('\n');
        }
        return both.toString();
    }

    private static final String PARTIES = """
            Consolidated Tax Statement
            PAYER'S name, street address, city        RECIPIENT'S name, address
            Brook Securities LLC                      Ada Vale
            PAYER'S TIN: 00-1234567                   RECIPIENT'S TIN: 900-12-3456
            """;

    private static final String DIVIDENDS = """
            2024 Form 1099-DIV Dividends and Distributions
            1a   Total ordinary dividends        12.00
            1b   Qualified dividends              7.00
            3    Nondividend distributions        1.00
            """;

    private static final String INTEREST = """
            2024 Form 1099-INT Interest Income
            1    Interest income                 55.00
            2    Early withdrawal penalty         3.00
            5    Investment expenses              2.00
            """;

    private static final String DISCOUNT = """
            2024 Form 1099-OID Original Issue Discount
            1    Original issue discount          9.00
            """;

    @Test
    void cutsAPageBetweenThePartsOfAStatementOfSeveralTypes() {
        Classification statement = classify(PARTIES + DIVIDENDS + INTEREST);

        assertThat(statement.documents()).extracting(Document::type).containsExactly("us-1099-div", "us-1099-int");
        assertThat(statement.documents()).allSatisfy(document -> {
            assertThat(document.areas()).hasSize(2);
            assertThat(document.areas().get(0))
                    .isEqualTo(statement.documents().get(0).areas().get(0));
        });
        PageArea dividends = statement.documents().get(0).areas().get(1);
        PageArea interest = statement.documents().get(1).areas().get(1);
        assertThat(dividends.area().bottom())
                .isLessThanOrEqualTo(interest.area().top());
        assertThat(dividends
                        .area()
                        .intersects(statement.documents().get(0).areas().get(0).area()))
                .isFalse();
        assertThat(statement.pages()).extracting(PageUse::says).containsExactly("us-1099-div, us-1099-int");
    }

    @Test
    void partsOnLaterPagesShareThePartiesOfTheFirst() {
        Classification statement = classify(PARTIES + DIVIDENDS, "Statement, page 2\n" + INTEREST, W2, INTEREST);

        assertThat(statement.documents())
                .extracting(Document::type)
                .containsExactly("us-1099-div", "us-1099-int", "us-w2");
        assertThat(statement.documents().get(1).pages()).containsExactly(1, 2);
        assertThat(statement.pages().get(3).kind()).isEqualTo(PageUse.Kind.UNKNOWN);
    }

    @Test
    void aPartThatReturnsOnTheNextPageGoesOn() {
        Classification statement = classify(PARTIES + DIVIDENDS + INTEREST, "Statement, page 2\n" + INTEREST);

        assertThat(statement.documents()).extracting(Document::type).containsExactly("us-1099-div", "us-1099-int");
        assertThat(statement.documents().get(1).pages()).containsExactly(1, 2);
    }

    @Test
    void aFormWithPartiesOfItsOwnIsNoPartOfTheStatementBeforeIt() {
        Classification packet = classify(
                PARTIES + DIVIDENDS + INTEREST,
                "2024 Form 1099-INT Interest Income\n" + PARTIES + INTEREST.substring(36));

        assertThat(packet.documents())
                .extracting(Document::type)
                .containsExactly("us-1099-div", "us-1099-int", "us-1099-int");
        assertThat(packet.documents().get(2).pages()).containsExactly(2);
    }

    @Test
    void aPartThatNoTypeKnowsIsNamedAndNotReadAsThePartBeforeIt() {
        Classification statement = classify(PARTIES + DIVIDENDS + DISCOUNT);

        assertThat(statement.documents()).extracting(Document::type).containsExactly("us-1099-div");
        assertThat(statement.pages().get(0).says()).contains("of no known type", "1099-OID");
        Document dividends = statement.documents().get(0);
        assertThat(dividends.areas().get(1).area().height()).isLessThan(700);
    }

    @Test
    void aSummaryThatOnlyListsFormsIsNoDocument() {
        Classification statement = classify(PARTIES
                + "Form 1099-DIV Dividends and Distributions   page 3\nForm 1099-INT Interest Income   page 4\n");

        assertThat(statement.documents().stream()
                        .filter(document -> document.areas().size() > 1))
                .isEmpty();
    }
}
