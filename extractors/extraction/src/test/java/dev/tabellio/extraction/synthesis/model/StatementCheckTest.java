package dev.tabellio.extraction.synthesis.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.Citation;
import dev.tabellio.document.FieldValue;
import dev.tabellio.extraction.synthesis.normalise.Conventions;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementCheckTest {

    private static final Locale USUAL = Locale.getDefault();

    private static final String FORM = """
            Employee's name    Joan Q. Public
            Wages              1,234.50
            Cents apart        1234 56
            Retirement plan [x]
            Statutory employee [ ]
            [ ] Single    [x] Married filing jointly
            Wages again        1,234.50
            Total              99.00
            """;

    @AfterEach
    void usualLocale() {
        Locale.setDefault(USUAL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1,234.50            | 1234.50     | 1,234.50
                    $ 1,234.50          | 1234.5      | $ 1,234.50
                    (45.00)             | -45.00      | (45.00)
                    Total: 99 paid      | 99.00       | 99
                    1234 56             | 1234.56     | 1234 56
                    fee of $5,000.      | 5000.00     | $5,000.
                    """)
    void findsAmountsByWhatTheyMean(String printed, String value, String cited) {
        for (Locale locale : List.of(Locale.US, Locale.GERMANY, Locale.forLanguageTag("tr-TR"))) {
            Locale.setDefault(locale);
            Checked checked = check("us-w2", printed, "/WagesTipsAndOtherCompensation", value, "p1.l1");

            assertThat(checked)
                    .isInstanceOfSatisfying(
                            Checked.Holds.class,
                            holds -> assertThat(holds.citations())
                                    .extracting(Citation::text)
                                    .containsExactly(cited));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1,234.50     | 1234.51
                    1,234.50     | 234.50
                    1,234.50     | 1.00
                    1234 56      | 1234.00
                    12,345.00    | 345.00
                    1,234.50     | about 1234
                    1,234.50     | 1234.501
                    1,234.50     | 1E99999999
                    """)
    void noAmountIsTakenForAnother(String printed, String value) {
        assertThat(check("us-w2", printed, "/WagesTipsAndOtherCompensation", value, "p1.l1"))
                .isInstanceOf(Checked.Fails.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    dated as of March 3, 2010 between   | 2010-03-03 | March 3, 2010
                    the 3rd day of March, 2010          | 2010-03-03 | 3rd day of March, 2010
                    03/04/2010                          | 2010-03-04 | 03/04/2010
                    """)
    void findsDatesByWhatTheyMean(String printed, String value, String cited) {
        assertThat(check("nda", printed, "/EffectiveDate", value, "p1.l1"))
                .isInstanceOfSatisfying(
                        Checked.Holds.class,
                        holds -> assertThat(holds.citations().get(0).text()).contains(cited));
    }

    @Test
    void aDateIsNotReadInTheOtherOrder() {
        assertThat(check("nda", "03/04/2010", "/EffectiveDate", "2010-04-03", "p1.l1"))
                .isInstanceOf(Checked.Fails.class);
    }

    @Test
    void findsDurationsInWords() {
        assertThat(check("nda", "for a period of two (2) years from", "/ContractDuration", "2 years", "p1.l1"))
                .isInstanceOf(Checked.Holds.class);
        assertThat(check("nda", "for a period of two (2) years from", "/ContractDuration", "24 months", "p1.l1"))
                .isInstanceOf(Checked.Fails.class);
    }

    @Test
    void aPartOfAWordIsNotPrinted() {
        assertThat(check("us-w2", "Acmeworks Inc", "/Employer/Name", "Acme", "p1.l1"))
                .isInstanceOf(Checked.Fails.class);
        assertThat(check("us-w2", "(\"Acme\")", "/Employer/Name", "Acme", "p1.l1"))
                .isInstanceOf(Checked.Holds.class);
    }

    @Test
    void readsATextThatRunsOverLines() {
        Checked checked = check(
                "us-w2",
                "12 Main Street\nSpringfield, IL 62701\n",
                "/Employee/Address",
                "12 Main Street\nSpringfield, IL 62701",
                "p1.l1",
                "p1.l2");

        assertThat(checked)
                .isInstanceOfSatisfying(
                        Checked.Holds.class,
                        holds -> assertThat(holds.citations())
                                .extracting(Citation::text)
                                .containsExactly("12 Main Street", "Springfield, IL 62701"));
    }

    @Test
    void allowsForMisreadLettersOnlyWhereTheyCanBe() {
        TypedDocument scan = TypedDocument.scanned("us-w2", "Joan Q. Pubiic\n400-OO-1038\n400-00-1O39\n1,2S4.50\n");

        assertThat(check(scan, "/Employee/Name", "Joan Q. Public", "p1.l1"))
                .isInstanceOfSatisfying(Checked.Holds.class, holds -> {
                    assertThat(holds.confidence()).isLessThan(0.93 * 0.9);
                    assertThat(holds.remark()).contains("Pubiic");
                });
        assertThat(check(scan, "/Employee/Name", "John R. Smith", "p1.l1")).isInstanceOf(Checked.Fails.class);
        assertThat(check(scan, "/Employee/SocialSecurityNumber", "400-00-1039", "p1.l3"))
                .isInstanceOf(Checked.Holds.class);
        assertThat(check(scan, "/Employee/SocialSecurityNumber", "400-00-1138", "p1.l2"))
                .isInstanceOf(Checked.Fails.class);
        assertThat(check(scan, "/WagesTipsAndOtherCompensation", "1254.50", "p1.l4"))
                .isInstanceOf(Checked.Holds.class);
        assertThat(check(scan, "/WagesTipsAndOtherCompensation", "1234.50", "p1.l4"))
                .isInstanceOf(Checked.Fails.class);
        assertThat(check("us-w2", "Joan Q. Pubiic", "/Employee/Name", "Joan Q. Public", "p1.l1"))
                .as("print is not misread")
                .isInstanceOf(Checked.Fails.class);
    }

    @Test
    void repairsOnlyWhatStandsInOnePlace() {
        assertThat(check("us-w2", FORM, "/Employee/Name", "Joan Q. Public", "p1.l1"))
                .isInstanceOfSatisfying(
                        Checked.Holds.class,
                        holds -> assertThat(holds.citations().get(0).status()).isEqualTo(Citation.Status.REPAIRED));
        assertThat(check("us-w2", FORM, "/WagesTipsAndOtherCompensation", "1234.50", "p1.l1"))
                .isInstanceOfSatisfying(
                        Checked.Fails.class, fails -> assertThat(fails.reason()).contains("2 other places"));
    }

    @Test
    void anUnknownLineIsNoCitation() {
        assertThat(check("us-w2", FORM, "/Employee/Name", "Joan Q. Public", "p9.l9"))
                .isInstanceOfSatisfying(
                        Checked.Fails.class, fails -> assertThat(fails.reason()).contains("p9.l9"));
    }

    @ParameterizedTest
    @CsvSource({"true,p1.b1,true", "true,p1.b2,false", "false,p1.b2,true", "false,p1.b1,false", "true,p1.l1,false"})
    void aFlagIsWhatItsCheckboxIs(String value, String line, boolean holds) {
        assertThat(check("us-w2", FORM, "/IsRetirementPlan", value, line) instanceof Checked.Holds)
                .isEqualTo(holds);
    }

    @Test
    void aChoiceStandsBesideATickedCheckbox() {
        TypedDocument form = TypedDocument.of("us-1040", FORM);
        String married = idOf(form, "Married filing jointly");
        String single = idOf(form, "Single");

        assertThat(check(form, "/FilingStatus", "marriedFilingJointly", married))
                .isInstanceOf(Checked.Holds.class);
        assertThat(check(form, "/FilingStatus", "single", single)).isInstanceOf(Checked.Fails.class);
    }

    @Test
    void aClauseIsTheTextOfItsLines() {
        TypedDocument contract =
                TypedDocument.of("nda", "This Agreement is governed by\nthe laws of Delaware.\nSigned\n");
        AskedField clause = field("nda", "/Jurisdictions/*/Clause");
        StatementCheck check = new StatementCheck(contract.file(), contract.text(), Conventions.US);

        assertThat(check.check(clause, new Statement.Range("p1.l1", "p1.l2")))
                .isInstanceOfSatisfying(Checked.Holds.class, holds -> {
                    assertThat(holds.value())
                            .isEqualTo(new FieldValue.Text("This Agreement is governed by the laws of Delaware."));
                    assertThat(holds.citations()).hasSize(2);
                });
        assertThat(check.check(clause, new Statement.Range("p1.l2", "p1.l1"))).isInstanceOf(Checked.Fails.class);
        assertThat(check.check(clause, new Statement.Range("p1.l2", "p7.l1"))).isInstanceOf(Checked.Fails.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"24", "1924", "year 2024"})
    void theFormOfTheSchemaIsHeld(String year) {
        assertThat(check("us-w2", "24 1924 year 2024", "/TaxYear", year, "p1.l1"))
                .isInstanceOf(Checked.Fails.class);
    }

    private static String idOf(TypedDocument document, String text) {
        return document.text().lines().stream()
                .filter(line -> line.text().equals(text))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static AskedField field(String type, String pointer) {
        DocumentType declared = DocumentTypes.shipped().get(type);
        return FieldSet.of(declared).find(pointer).orElseThrow();
    }

    private static Checked check(String type, String text, String pointer, String value, String... lines) {
        return check(TypedDocument.of(type, text), pointer, value, lines);
    }

    private static Checked check(TypedDocument document, String pointer, String value, String... lines) {
        return new StatementCheck(document.file(), document.text(), Conventions.US)
                .check(field(document.document().type(), pointer), new Statement.Stated(value, List.of(lines)));
    }
}
