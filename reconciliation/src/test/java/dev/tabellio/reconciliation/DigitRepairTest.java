package dev.tabellio.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Citation;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.FieldValue;
import dev.tabellio.document.Origin;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigitRepairTest {

    private static final String RULES = """
            rules:
              - id: slip.sum
                severity: error
                says: "{Wages} is {Tax} and {Bonus}"
                expression: Wages = Tax + Bonus
                examples:
                  satisfied: [{Wages: 3, Tax: 2, Bonus: 1}]
                  violated: [{Wages: 4, Tax: 2, Bonus: 1}]
              - id: slip.half
                severity: error
                says: "{Tax} is twice {Bonus}"
                expression: Tax = 2 * Bonus
                examples:
                  satisfied: [{Tax: 2, Bonus: 1}]
                  violated: [{Tax: 3, Bonus: 1}]
            """;

    private static final BoundingBox BOX = new BoundingBox(0, 0, 1, 1);

    @TempDir
    private Path folder;

    private String says(String rule, Origin origin, String wages, String tax, String bonus) {
        return says(RULES, rule, amount(wages, origin), amount(tax, origin), amount(bonus, origin));
    }

    private String says(String rules, String rule, ExtractedField wages, ExtractedField tax, ExtractedField bonus) {
        Map<String, Object> values = Map.of("/Number", "1", "/Wages", wages, "/Tax", tax, "/Bonus", bonus);
        return new Reconciler(TypeFolder.slip(folder, rules))
                .reconcile(TypeFolder.document("slip", "a", values), List.of()).findings().stream()
                        .filter(finding -> finding.rule().equals(rule))
                        .findFirst()
                        .orElseThrow()
                        .says();
    }

    private static ExtractedField amount(String value, Origin origin) {
        return amount(value, new Citation(1, BOX, value, origin, Citation.Status.VERIFIED));
    }

    private static ExtractedField alsoRead(String value, String other) {
        return amount(value, new Citation(1, BOX, value, Origin.OCR, Citation.Status.VERIFIED, other));
    }

    private static ExtractedField amount(String value, Citation citation) {
        return new ExtractedField.Cited(
                new FieldValue.Amount(new BigDecimal(value), "USD"), List.of(citation), 1, "test");
    }

    @Test
    void namesTheDigitThatMendsEveryRule() {
        assertThat(says("slip.sum", Origin.OCR, "9441.00", "6298.00", "3149.00"))
                .isEqualTo("9441.00 is 6298.00 and 3149.00"
                        + " (every rule would be satisfied if /Wages read 9447.00 instead of 9441.00)");
    }

    @Test
    void aSecondRuleTellsWhichOfTwoFieldsIsWrong() {
        assertThat(says("slip.sum", Origin.OCR, "9447.00", "6238.00", "3149.00"))
                .endsWith(" (every rule would be satisfied if /Tax read 6298.00 instead of 6238.00)");
        assertThat(says("slip.half", Origin.OCR, "9447.00", "6238.00", "3149.00"))
                .endsWith(" (every rule would be satisfied if /Tax read 6298.00 instead of 6238.00)");
    }

    @Test
    void whatAnAmountWasAlsoReadAsComesBeforeEverythingElse() {
        String onlyTheSum = RULES.substring(0, RULES.indexOf("  - id: slip.half"));
        ExtractedField sum = amount("4500.00", Origin.OCR);
        ExtractedField tax = amount("3100.00", Origin.OCR);
        assertThat(says(onlyTheSum, "slip.sum", sum, tax, amount("1500.00", Origin.OCR)))
                .endsWith(" (every rule would be satisfied if /Wages read 4600.00 instead of 4500.00"
                        + " or /Tax read 3000.00 instead of 3100.00 or /Bonus read 1400.00 instead of 1500.00)");
        assertThat(says(onlyTheSum, "slip.sum", sum, tax, alsoRead("1500.00", "1,400.00")))
                .endsWith(" (every rule would be satisfied if /Bonus read 1400.00 instead of 1500.00)");
    }

    @Test
    void whatIsPrintedIsNotMisread() {
        assertThat(says("slip.sum", Origin.TEXT_LAYER, "9447.00", "6238.00", "3149.00"))
                .isEqualTo("9447.00 is 6238.00 and 3149.00");
    }

    @Test
    void nothingIsSaidIfOneDigitIsNotEnough() {
        assertThat(says("slip.sum", Origin.OCR, "9447.00", "6231.00", "3149.00"))
                .isEqualTo("9447.00 is 6231.00 and 3149.00");
    }
}
