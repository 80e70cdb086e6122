package dev.tabellio.extraction.synthesis.taxform;

import static dev.tabellio.extraction.synthesis.taxform.DrawnForm.read;
import static dev.tabellio.extraction.synthesis.taxform.DrawnForm.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Page;
import dev.tabellio.extraction.text.DrawnPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnchorFieldReaderTest {

    /** The IRS's arrangement, without ruling lines. */
    private static final String W2 = """
                          a Employee's social security number   OMB No. 1545-0008
                              123-45-6789
            b Employer identification number (EIN)       1 Wages, tips, other compensation   2 Federal income tax withheld
                      12-3456789                                              1,000.50                             100.00
            c Employer's name, address, and ZIP code     3 Social security wages             4 Social security tax withheld
            Acme Incorporated                                                 1,000.50                              62.03
            1 Main Street                                5 Medicare wages and tips           6 Medicare tax withheld
            Springfield, IL 62701                                             1,000.50                              14.51
                                                         7 Social security tips              8 Allocated tips

            d Control number                             9                                   10 Dependent care benefits
            A-77 12
            e Employee's first name and initial  Last name  11 Nonqualified plans            12a See instructions for box 12
            Jane Q                               Public                                      DD    6,939.68
            22 Elm Street Apartment 1200, Building North    13 Statutory   Retirement   Third-party   12b
            Springfield, IL 62701                              employee    plan         sick pay
                                                               [ ]         [x]          [ ]
                                                         14 Other                            12c
                                                         UI HC WD: 160                       D     876.30
            f Employee's address and ZIP code                                                12d

            15 State  Employer's state ID number   16 State wages, tips, etc   17 State income tax   18 Local wages, tips, etc   19 Local income tax   20 Locality name
            IL        87654321                             1,000.50                   40.00
            WA        12345678                               500.00
            Form W-2 Wage and Tax Statement     2023          Copy B To Be Filed With Employee's FEDERAL Tax Return
            """;

    @TempDir
    private Path folder;

    @Test
    void readsAW2WithoutRulingLines() {
        assertThat(values(read("us-w2", DrawnPage.of(1, W2))))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("/TaxYear", "2023"),
                        Map.entry("/W2FormVariant", "W-2"),
                        Map.entry("/W2Copy", "B"),
                        Map.entry("/Employee/SocialSecurityNumber", "123-45-6789"),
                        Map.entry("/Employee/Name", "Jane Q Public"),
                        Map.entry(
                                "/Employee/Address",
                                "22 Elm Street Apartment 1200, Building North\nSpringfield, IL 62701"),
                        Map.entry("/Employer/IdNumber", "12-3456789"),
                        Map.entry("/Employer/Name", "Acme Incorporated"),
                        Map.entry("/Employer/Address", "1 Main Street\nSpringfield, IL 62701"),
                        Map.entry("/ControlNumber", "A-77 12"),
                        Map.entry("/WagesTipsAndOtherCompensation", "1000.50"),
                        Map.entry("/FederalIncomeTaxWithheld", "100.00"),
                        Map.entry("/SocialSecurityWages", "1000.50"),
                        Map.entry("/SocialSecurityTaxWithheld", "62.03"),
                        Map.entry("/MedicareWagesAndTips", "1000.50"),
                        Map.entry("/MedicareTaxWithheld", "14.51"),
                        Map.entry("/AdditionalInfo/0/LetterCode", "DD"),
                        Map.entry("/AdditionalInfo/0/Amount", "6939.68"),
                        Map.entry("/AdditionalInfo/1/LetterCode", "D"),
                        Map.entry("/AdditionalInfo/1/Amount", "876.30"),
                        Map.entry("/IsStatutoryEmployee", "false"),
                        Map.entry("/IsRetirementPlan", "true"),
                        Map.entry("/IsThirdPartySickPay", "false"),
                        Map.entry("/Other", "UI HC WD: 160"),
                        Map.entry("/StateTaxInfos/0/State", "IL"),
                        Map.entry("/StateTaxInfos/0/EmployerStateIdNumber", "87654321"),
                        Map.entry("/StateTaxInfos/0/StateWagesTipsEtc", "1000.50"),
                        Map.entry("/StateTaxInfos/0/StateIncomeTax", "40.00"),
                        Map.entry("/StateTaxInfos/1/State", "WA"),
                        Map.entry("/StateTaxInfos/1/EmployerStateIdNumber", "12345678"),
                        Map.entry("/StateTaxInfos/1/StateWagesTipsEtc", "500.00")));
    }

    @Test
    void theOrderOfFieldsIsTheSchemas() {
        assertThat(read("us-w2", DrawnPage.of(1, W2)).fields().keySet())
                .startsWith("/TaxYear", "/W2FormVariant", "/W2Copy", "/Employee/SocialSecurityNumber")
                .endsWith("/StateTaxInfos/1/StateWagesTipsEtc");
    }

    @Test
    void anEmptyFormHasNoValues() {
        String blank = W2;
        for (ExtractedField field : read("us-w2", DrawnPage.of(1, W2)).fields().values()) {
            if (field instanceof ExtractedField.Cited cited && !cited.how().startsWith("printed")) {
                for (String line : cited.citations().get(0).text().split("\n", -1)) {
                    blank = Pattern.compile("(?<=\\s)" + line.replace(" ", "\\s+") + "(?=\\s)")
                            .matcher(blank)
                            .replaceAll(found -> " ".repeat(found.group().length()));
                }
            }
        }
        Map<String, String> printed = values(read("us-w2", DrawnPage.of(1, blank.replace("[x]", "[ ]"))));
        assertThat(printed)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "/TaxYear", "2023",
                        "/W2FormVariant", "W-2",
                        "/W2Copy", "B",
                        "/IsStatutoryEmployee", "false",
                        "/IsRetirementPlan", "false",
                        "/IsThirdPartySickPay", "false"));
    }

    @Test
    void onAFillableFormOnlyFieldsHoldValues() {
        Page form = DrawnPage.of(1, """
                1 Wages, tips, other compensation   2 Federal income tax withheld
                99.99  print that looks like a value
                """);
        Page filled = DrawnPage.filled(form, "\n                                           100.00");
        assertThat(values(read("us-w2", filled))).containsExactly(Map.entry("/FederalIncomeTaxWithheld", "100.00"));
    }

    @Test
    void aValueStandsInTheCellOfItsLabel() {
        Page page = DrawnPage.of(1, """
                 1 Wages, tips, other compensation     3 Social security wages
                                      1000.00        2000.00

                """, Origin.TEXT_LAYER, List.of(new int[] {0, 0, 36, 3}, new int[] {36, 0, 80, 3}));
        assertThat(values(read("us-w2", page)))
                .containsEntry("/WagesTipsAndOtherCompensation", "1000.00")
                .containsEntry("/SocialSecurityWages", "2000.00");
    }

    @Test
    void aListOfLabelsAndValuesIsReadToTheRight() {
        assertThat(values(read("us-w2", DrawnPage.of(1, """
                                Wages, tips, other comp.        1,000.00
                                Federal income tax withheld       100.00
                                Social security wages           1,000.00
                                """))))
                .containsEntry("/WagesTipsAndOtherCompensation", "1000.00")
                .containsEntry("/FederalIncomeTaxWithheld", "100.00")
                .containsEntry("/SocialSecurityWages", "1000.00");
    }

    @Test
    void theNumberOfTheNextBoxInAListIsNoValue() {
        assertThat(values(read("us-1099-b", DrawnPage.of(1, """
                                 1f       Accrued market discount
                                 1g       Wash sale loss disallowed                    3,781.26
                                 2
                                              Short-term gain or loss
                                 4        Federal income tax withheld                    100.00
                                """))))
                .containsEntry("/Transactions/0/Box1g", "3781.26")
                .containsEntry("/Transactions/0/Box4", "100.00");
    }

    @Test
    void whatStandsInACellOfAnotherRowIsNotBesideALabel() {
        Page page = DrawnPage.of(
                1, """
                 1 Gross distribution
                   62,338                                 Form 1099-R
                 2a Taxable amount                        2013
                   62,079

                """, Origin.TEXT_LAYER, List.of(new int[] {0, 0, 36, 2}, new int[] {0, 2, 36, 5}, new int[] {
                    36, 0, 60, 5
                }));
        assertThat(values(read("us-1099-r", page)))
                .containsEntry("/Box1", "62338.00")
                .containsEntry("/Box2a", "62079.00");
    }

    @Test
    void aTextThatGoesOnOverTheEdgeOfItsCellIsUncited() {
        Page roomy = DrawnPage.of(1, """
                8 Address or description of property securing mortgage
                9307 Weavers Reach
                Suite 200
                Ember Junction, GA 30333

                """, Origin.TEXT_LAYER, List.of(new int[] {0, 0, 60, 5}));
        assertThat(values(read("us-1098", roomy)))
                .containsEntry("/PropertyAddress", "9307 Weavers Reach\nSuite 200\nEmber Junction, GA 30333");

        Page narrow = new Page(
                1,
                roomy.width(),
                roomy.height(),
                roomy.reading(),
                roomy.words(),
                List.of(),
                List.of(new BoundingBox(0, 0, 300, 41), new BoundingBox(0, 41, 300, 60)),
                List.of(),
                List.of(),
                List.of(),
                null);
        assertThat(read("us-1098", narrow).fields().get("/PropertyAddress"))
                .isInstanceOfSatisfying(
                        ExtractedField.Uncited.class,
                        uncited -> assertThat(uncited.reason()).contains("over the edge of its cell"));
    }

    @Test
    void whatIsNoAmountIsUncitedWithAReason() {
        ExtractedDocument document = read(
                "us-w2",
                DrawnPage.of(1, "1 Wages, tips, other compensation   2 Federal income tax withheld\n   SEE ATTACHED"));
        assertThat(document.fields().get("/WagesTipsAndOtherCompensation"))
                .isInstanceOfSatisfying(ExtractedField.Uncited.class, uncited -> {
                    assertThat(uncited.text()).isEqualTo("SEE ATTACHED");
                    assertThat(uncited.reason()).contains("is not one amount");
                });
    }

    @Test
    void theEndOfALabelInAnEmptyBoxIsNothing() {
        ExtractedDocument document = read(
                "us-w2",
                DrawnPage.of(1, "1 Wages, tips, other compensation   2 Federal income tax withheld\n   premiums $"));
        assertThat(document.fields().get("/WagesTipsAndOtherCompensation")).isInstanceOf(ExtractedField.Absent.class);
    }

    @Test
    void twoAmountsInOneBoxAreNotGuessedAt() {
        ExtractedDocument document =
                read("us-w2", DrawnPage.of(1, "1 Wages, tips, other compensation\n   1000.00\n   2000.00"));
        assertThat(document.fields().get("/WagesTipsAndOtherCompensation")).isInstanceOf(ExtractedField.Uncited.class);
    }

    @Test
    void readsLinesOfAReturnByWordingAndNumber() {
        Page page = DrawnPage.of(1, """
                For the year Jan. 1-Dec. 31, 2025
                Your first name and middle initial     Last name          Your social security number
                Jane Q                                 Public             1 2 3 4 5 6 7 8 9
                If joint return, spouse's first name and middle initial   Last name   Spouse's social security number

                Filing Status  [ ] Single   [x] Married filing jointly   [ ] Head of household (HOH)
                1a  Total amount from Form(s) W-2, box 1 (see instructions) . . .    1a     37,693.
                2a  Tax-exempt interest . .   2a    5.00     b Taxable interest . .   2b        7.00
                3a  Qualified dividends . .   3a             b Ordinary dividends .   3b       (8.00)
                11a Subtract line 10 from line 9. This is your adjusted gross income 11a   37,693.00
                12e Standard deduction or itemized deductions (from Schedule A)  .   12e
                a   Form(s) W-2 . . . . .   25a     1275 50
                37  Subtract line 33 from line 24. This is the amount you owe.
                    For details on how to pay, go to www.irs.gov/Payments . .        37          0.00
                """);
        assertThat(values(read("us-1040", page)))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("/TaxYear", "2025"),
                        Map.entry("/Taxpayer/SSN", "123-45-6789"),
                        Map.entry("/Taxpayer/FirstNameAndInitials", "Jane Q"),
                        Map.entry("/Taxpayer/LastName", "Public"),
                        Map.entry("/FilingStatus", "marriedFilingJointly"),
                        Map.entry("/Box1a", "37693.00"),
                        Map.entry("/Box2a", "5.00"),
                        Map.entry("/Box2b", "7.00"),
                        Map.entry("/Box3b", "-8.00"),
                        Map.entry("/Box11", "37693.00"),
                        Map.entry("/Box25a", "1275.50"),
                        Map.entry("/Box37", "0.00")));
    }

    @Test
    void aCodeOfBox12ThatWasRecognisedAsASmallLetterIsItsCapital() {
        String small = W2.replace("DD    6,939.68", "w     6,939.68");
        assertThat(values(read("us-w2", DrawnPage.of(1, small, Origin.OCR, List.of()))))
                .containsEntry("/AdditionalInfo/0/LetterCode", "W")
                .containsEntry("/AdditionalInfo/0/Amount", "6939.68");
        assertThat(values(read("us-w2", DrawnPage.of(1, small)))).doesNotContainValue("W");
    }

    @Test
    void anAmountOfBox12WhoseCodeIsNoneIsUncited() {
        String spoiled = W2.replace("DD    6,939.68", "oo    6,939.68");
        assertThat(read("us-w2", DrawnPage.of(1, spoiled, Origin.OCR, List.of()))
                        .fields()
                        .get("/AdditionalInfo/0/Amount"))
                .isInstanceOf(ExtractedField.Uncited.class);
    }

    @Test
    void printBetweenALabelAndItsBoxDoesNotPartThem() {
        assertThat(values(read("us-1098", DrawnPage.of(1, """
                7   If address of property securing mortgage        keep for your records        [x]
                """))))
                .containsEntry("/IsPropertyAddressSameAsBorrower", "true");
    }

    @Test
    void twoFilingStatusesAreUncited() {
        ExtractedDocument document =
                read("us-1040", DrawnPage.of(1, "Filing Status  [x] Single   [x] Married filing jointly"));
        assertThat(document.fields().get("/FilingStatus")).isInstanceOf(ExtractedField.Uncited.class);
    }

    @Test
    void confidenceFollowsTheOrigin() {
        String box = "1 Wages, tips, other compensation\n      1000.00";
        assertThat(confidence(DrawnPage.of(1, box))).isGreaterThan(0.95);
        assertThat(confidence(DrawnPage.of(1, box, Origin.OCR, List.of()))).isBetween(0.8, 0.9);
        assertThat(confidence(DrawnPage.of(1, box.replace("Wages", "Wagcs"), Origin.OCR, List.of())))
                .isLessThan(confidence(DrawnPage.of(1, box, Origin.OCR, List.of())));
    }

    @Test
    void anchorsAndSchemaHaveToAgree() throws IOException {
        assertRefused(
                "boxes: {a: {labels: [A label]}}\nfields: {/Name: {box: b}}", "fields./Name.box: there is no 'b'");
        assertRefused("boxes: {a: {labels: [A label]}}\nfields: {}", "no field or table reads /Name");
        assertRefused(
                "boxes: {a: {labels: [A label]}}\nfields: {/Name: {box: a}, /Nome: {box: a}}",
                "schema.json has no /Nome");
        assertRefused("boxes: {a: {labels: []}}\nfields: {/Name: {box: a}}", "boxes.a: has no labels");
        assertRefused("boxes: {a: {labels: [A label]}}\nfields: {/Name: {box: a, as: ssm}}", "there is no 'ssm'");
        assertRefused("boxes: [", "anchors.yaml");
    }

    private void assertRefused(String anchors, String says) throws IOException {
        Path type = Files.createDirectories(folder.resolve("own"));
        Files.writeString(type.resolve("doctype.yaml"), "{title: Own, version: '1', family: tax-form}");
        Files.writeString(
                type.resolve("schema.json"),
                "{\"properties\":{\"Name\":{\"type\":\"string\",\"x-tabellio-kind\":\"text\"}}}");
        Files.writeString(type.resolve("anchors.yaml"), anchors);
        DocumentType own = DocumentTypes.load(type);
        assertThatThrownBy(() -> new AnchorFieldReader().check(own))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("document type own")
                .hasMessageContaining(says);
    }

    private double confidence(Page page) {
        ExtractedField field = read("us-w2", page).fields().get("/WagesTipsAndOtherCompensation");
        return Stream.of(field)
                .filter(ExtractedField.Cited.class::isInstance)
                .map(cited -> ((ExtractedField.Cited) cited).confidence())
                .findFirst()
                .orElseThrow();
    }
}
