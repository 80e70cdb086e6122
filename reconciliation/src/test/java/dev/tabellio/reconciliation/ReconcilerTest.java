package dev.tabellio.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Citation;
import dev.tabellio.document.Corroboration;
import dev.tabellio.document.Corroboration.By;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.FieldValue;
import dev.tabellio.document.Origin;
import dev.tabellio.reconciliation.Finding.Outcome;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconcilerTest {

    private static final String RULES = """
            constants:
              rate: {"2023": 0.061, "2024": 0.062}
            rules:
              - id: slip.rate
                severity: error
                says: "the tax ({Tax}) is {get value(rate, Year)} of the wages ({Wages})"
                when: get value(rate, Year) != null
                expression: abs(Tax - get value(rate, Year) * Wages) <= 0.01
                examples:
                  satisfied: [{Year: "2024", Wages: 1000.00, Tax: 62.00}]
                  violated: [{Year: "2024", Wages: 1000.00, Tax: 26.00}]
                  edge: [{Year: "2024", Wages: 1000.00, Tax: 62.01}]
                  notApplicable: [{Year: "1999", Wages: 1000.00, Tax: 62.00}, {Year: "2024", Tax: 62.00}]
              - id: slip.sum
                severity: fatal
                says: "the wages of the states ({States.Wages}) and the bonus ({Bonus}) add up to {Wages}"
                expression: sum(States.Wages) + Bonus = Wages
                zeroIfAbsent: [Bonus]
                examples:
                  satisfied: [{Wages: 0.3, States: [{Wages: 0.1}, {Wages: 0.2}]}]
                  violated: [{Wages: 0.4, States: [{Wages: 0.1}, {Wages: 0.2}]}]
                  edge: [{Wages: 0.4, Bonus: 0.1, States: [{Wages: 0.1}, {Wages: 0.2}]}]
                  notApplicable: [{Wages: 0.4}, {Wages: 0.4, States: [{Wages: 0.1}, {State: CA}]}]
              - id: slip.state
                severity: warning
                says: "{row.State}: the tax ({row.Tax}) is less than the wages ({row.Wages})"
                each: States
                expression: row.Tax < row.Wages
                examples:
                  satisfied: [{States: [{State: CA, Tax: 1, Wages: 2}, {State: NY, Tax: 1}]}]
                  violated: [{States: [{State: CA, Tax: 2, Wages: 2}]}]
                  notApplicable: [{}, {States: [{State: CA}]}]
              - id: slip.dates
                severity: error
                says: "it starts ({Start}) before it ends ({End})"
                expression: Start <= End
                examples:
                  satisfied: [{Start: 2024-01-31, End: 2024-02-01}]
                  violated: [{Start: 2024-02-01, End: 2024-01-31}]
            """;

    @TempDir
    private Path folder;

    private Reconciliation reconcile(Map<String, Object> values) {
        Reconciler reconciler = new Reconciler(TypeFolder.slip(folder, RULES));
        return reconciler.reconcile(TypeFolder.document("slip", "a", values), List.of());
    }

    private static Finding finding(Reconciliation reconciliation, String rule) {
        return reconciliation.findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void examplesComeOut() {
        assertThat(RuleBook.of(TypeFolder.slip(folder, RULES).get("slip"), TypeFolder.slip(folder, RULES))
                        .failedExamples())
                .isEmpty();
    }

    @Test
    void satisfiedRulesPostWithTheValuesTheyLookedAt() {
        Reconciliation judged = reconcile(Map.of(
                "/Number", "1", "/Year", "2024", "/Wages", new BigDecimal("1000.00"), "/Tax", new BigDecimal("62.00")));

        assertThat(judged.disposition()).isEqualTo(Disposition.POST);
        assertThat(finding(judged, "slip.rate").says()).isEqualTo("the tax (62.00) is 0.062 of the wages (1000.00)");
        assertThat(finding(judged, "slip.rate").evidence()).containsExactlyInAnyOrder("/Tax", "/Year", "/Wages");
    }

    @Test
    void aViolatedErrorGoesToReviewAndAViolatedFatalRuleRejects() {
        Map<String, Object> dates =
                Map.of("/Number", "1", "/Start", LocalDate.of(2025, 1, 1), "/End", LocalDate.of(2024, 1, 1));
        Map<String, Object> sums =
                Map.of("/Number", "1", "/Wages", new BigDecimal("5"), "/States/0/Wages", new BigDecimal("4"));

        assertThat(reconcile(dates).disposition()).isEqualTo(Disposition.REVIEW);
        assertThat(reconcile(sums).disposition()).isEqualTo(Disposition.REJECT);
    }

    @Test
    void amountsThatNoFieldTookGoToReviewWithTheirPlaces() {
        ExtractedDocument whole = TypeFolder.document("slip", "a", Map.of("/Number", "1"));
        Citation left = new Citation(
                2, new BoundingBox(500, 140.4, 540, 150), "1,024.25", Origin.TEXT_LAYER, Citation.Status.VERIFIED);
        Reconciler reconciler = new Reconciler(TypeFolder.slip(folder, RULES));

        Reconciliation judged =
                reconciler.reconcile(new ExtractedDocument(whole.document(), whole.fields(), List.of(left)), List.of());

        assertThat(judged.disposition()).isEqualTo(Disposition.REVIEW);
        assertThat(finding(judged, "document.leftover").says())
                .isEqualTo("1 values on the form belong to no field: 1,024.25 (page 2 at 500, 140)");
        assertThat(reconciler.reconcile(whole, List.of()).findings())
                .noneMatch(finding -> finding.rule().equals("document.leftover"));
    }

    @Test
    void aViolatedWarningChangesNothing() {
        Reconciliation judged = reconcile(
                Map.of("/Number", "1", "/States/0/Wages", new BigDecimal("4"), "/States/0/Tax", new BigDecimal("5")));

        assertThat(finding(judged, "slip.state").outcome()).isEqualTo(Outcome.VIOLATED);
        assertThat(judged.disposition()).isEqualTo(Disposition.POST);
    }

    @Test
    void aRuleAboutRowsPointsAtTheRowsThatViolateIt() {
        Reconciliation judged = reconcile(Map.of(
                "/Number",
                "1",
                "/States/0/Wages",
                new BigDecimal("4"),
                "/States/0/Tax",
                new BigDecimal("3"),
                "/States/1/Wages",
                new BigDecimal("4"),
                "/States/1/Tax",
                new BigDecimal("5"),
                "/States/1/State",
                "NY"));

        List<Finding> found = judged.findings().stream()
                .filter(finding -> finding.rule().equals("slip.state"))
                .toList();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).says()).isEqualTo("NY: the tax (5) is less than the wages (4)");
        assertThat(found.get(0).evidence())
                .containsExactlyInAnyOrder("/States/1/State", "/States/1/Tax", "/States/1/Wages");
    }

    @Test
    void anAbsentFieldIsNotAViolation() {
        Reconciliation judged = reconcile(Map.of("/Number", "1", "/Year", "2024", "/Tax", new BigDecimal("62.00")));

        assertThat(finding(judged, "slip.rate").outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(finding(judged, "slip.rate").says()).endsWith("(/Wages is absent)");
        assertThat(judged.disposition()).isEqualTo(Disposition.POST);
    }

    @Test
    void whatWasFoundAndDoesNotHoldIsNeverZero() {
        Reconciliation judged = reconcile(Map.of(
                "/Number",
                "1",
                "/Wages",
                new BigDecimal("5"),
                "/States/0/Wages",
                new BigDecimal("5"),
                "/Bonus",
                new ExtractedField.Uncited("1O.00", "a letter among the digits", List.of())));

        assertThat(finding(judged, "slip.sum").outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(finding(judged, "document.uncited").says()).contains("/Bonus", "1O.00", "a letter among the digits");
        assertThat(judged.disposition()).isEqualTo(Disposition.REVIEW);
    }

    @Test
    void aTaxFormIsNotPostedWithoutAValueThatWasFound() {
        Reconciliation judged =
                reconcile(Map.of("/Number", "1", "/Name", new ExtractedField.Uncited("?", "unreadable", List.of())));

        assertThat(judged.disposition()).isEqualTo(Disposition.REVIEW);
    }

    @Test
    void aFormInWhichNothingIsFilledInIsCalledSo() {
        Reconciliation judged = reconcile(Map.of());

        assertThat(judged.disposition()).isEqualTo(Disposition.REVIEW);
        assertThat(judged.findings().stream()
                        .filter(finding -> finding.outcome() == Outcome.VIOLATED)
                        .map(Finding::says))
                .containsExactly("nothing is filled in, or only a name");
    }

    @Test
    void aRequiredFieldMustBeCited() {
        Reconciliation judged = reconcile(Map.of("/Name", "x", "/Wages", new BigDecimal("5.00")));

        assertThat(judged.disposition()).isEqualTo(Disposition.REVIEW);
        assertThat(finding(judged, "document.required"))
                .isEqualTo(new Finding(
                        "document.required",
                        Finding.Severity.ERROR,
                        Outcome.VIOLATED,
                        "the required field /Number was not found",
                        List.of("/Number")));
    }

    @Test
    void anAmountReadWithTooLittleConfidenceGoesToReview() {
        FieldValue amount = new FieldValue.Amount(new BigDecimal("12.00"), "USD");

        assertThat(reconcile(Map.of("/Number", "1", "/Wages", TypeFolder.cited(amount, 0.79)))
                        .disposition())
                .isEqualTo(Disposition.REVIEW);
        assertThat(reconcile(Map.of("/Number", "1", "/Wages", TypeFolder.cited(amount, 0.80)))
                        .disposition())
                .isEqualTo(Disposition.POST);
    }

    @Test
    void anIdentifierThatMattersAndWasReadWithTooLittleConfidenceGoesToReview() {
        FieldValue number = new FieldValue.Identifier("1");

        assertThat(reconcile(Map.of("/Number", TypeFolder.cited(number, 0.79))).disposition())
                .isEqualTo(Disposition.REVIEW);
        assertThat(reconcile(Map.of("/Number", TypeFolder.cited(number, 0.80))).disposition())
                .isEqualTo(Disposition.POST);
    }

    @Test
    void noValueOfATaxFormIsPostedFromPixelsUnlessAnotherLookConfirmsIt() {
        FieldValue name = new FieldValue.Text("Ann Lee");
        FieldValue number = new FieldValue.Identifier("1");
        FieldValue amount = new FieldValue.Amount(new BigDecimal("12.00"), "USD");

        Reconciliation judged = reconcile(Map.of(
                "/Number",
                TypeFolder.cited(number, 0.99, Origin.OCR),
                "/Name",
                recognised(name, 0.99, new Corroboration(By.SECOND_READING, "Ann Lee", true)),
                "/Wages",
                TypeFolder.cited(amount, 0.99, Origin.OCR)));

        assertThat(judged.disposition()).isEqualTo(Disposition.REVIEW);
        assertThat(judged.lacksOnlyProof()).isTrue();
        assertThat(finding(judged, "document.recognised").evidence()).containsExactlyInAnyOrder("/Number", "/Wages");
        assertThat(reconcile(Map.of(
                                "/Number",
                                recognised(number, 0.6, new Corroboration(By.SECOND_READING, "1", true)),
                                "/Name",
                                TypeFolder.cited(name, 0.99)))
                        .disposition())
                .isEqualTo(Disposition.POST);
    }

    @Test
    void aSecondReadingThatDiffersSendsTheDocumentToReviewWithBothReadings() {
        Reconciliation judged = reconcile(Map.of(
                "/Number",
                recognised(new FieldValue.Identifier("1"), 0.99, new Corroboration(By.SECOND_READING, "7", false))));

        assertThat(judged.disposition()).isEqualTo(Disposition.REVIEW);
        assertThat(finding(judged, "document.recognised").says())
                .contains("\"1\"")
                .contains("7");
    }

    @Test
    void whatElseSpeaksAgainstADocumentNoSecondReadingMends() {
        Reconciliation judged = reconcile(Map.of(
                "/Name",
                TypeFolder.cited(new FieldValue.Text("Ann Lee"), 0.99, Origin.OCR),
                "/Wages",
                new BigDecimal("5.00")));

        assertThat(finding(judged, "document.required").outcome()).isEqualTo(Outcome.VIOLATED);
        assertThat(judged.lacksOnlyProof()).isFalse();
    }

    private static ExtractedField recognised(FieldValue value, double confidence, Corroboration corroboration) {
        return ((ExtractedField.Cited) TypeFolder.cited(value, confidence, Origin.OCR)).with(corroboration);
    }

    @Test
    void aTickedBoxThatWasReadFromPixelsIsNoText() {
        Citation tick = new Citation(1, new BoundingBox(0, 0, 10, 10), "\u2612", Origin.OCR, Citation.Status.VERIFIED);
        ExtractedField status = new ExtractedField.Cited(new FieldValue.Text("single"), List.of(tick), 0.95, "test");

        assertThat(reconcile(Map.of("/Number", "1", "/Name", status)).disposition())
                .isEqualTo(Disposition.POST);
    }

    @Test
    void aTextOfTheTextLayerWhosePlaceIsInDoubtIsLeftAlone() {
        Citation printed =
                new Citation(1, new BoundingBox(0, 0, 10, 10), "Ada", Origin.TEXT_LAYER, Citation.Status.VERIFIED);
        ExtractedField name = new ExtractedField.Cited(new FieldValue.Text("Ada"), List.of(printed), 0.6, "test");

        assertThat(reconcile(Map.of("/Number", "1", "/Name", name)).disposition())
                .isEqualTo(Disposition.POST);
    }

    @Test
    void aContractIsNotPostedWithoutALook() {
        Reconciler reconciler = new Reconciler(DocumentTypes.shipped());
        ExtractedDocument document = TypeFolder.document("contract", "a", Map.of());

        Reconciliation judged = reconciler.reconcile(document, List.of());

        assertThat(judged.disposition()).isEqualTo(Disposition.REVIEW);
        assertThat(finding(judged, "document.review").says()).contains("looks at every contract");
    }

    @Test
    void aCaveatGoesToReviewWithItsSentence() {
        Reconciler reconciler = new Reconciler(TypeFolder.slip(folder, RULES));
        ExtractedDocument document = TypeFolder.document("slip", "a", Map.of("/Number", "1"));

        Reconciliation judged = reconciler.reconcile(
                document, List.of(new Caveat(Caveat.Kind.INCOMPLETE_FILE, "page 2 of 3 could not be read")));

        assertThat(judged.disposition()).isEqualTo(Disposition.REVIEW);
        assertThat(finding(judged, "document.complete").says()).isEqualTo("page 2 of 3 could not be read");
    }

    @Test
    void aYearThatIsNoNumberOfTheTableIsNotApplicable() {
        Reconciliation judged = reconcile(
                Map.of("/Number", "1", "/Year", "20Z4", "/Wages", new BigDecimal("1"), "/Tax", new BigDecimal("1")));

        assertThat(finding(judged, "slip.rate").outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
    }

    @Test
    void aRuleThatGivesNoAnswerIsUndecidedAndGoesToReview() {
        Reconciler reconciler = new Reconciler(TypeFolder.slip(folder, """
                rules:
                  - id: slip.odd
                    severity: error
                    says: "{Year}"
                    expression: plain number(Year) > 2000
                    examples:
                      satisfied: [{Year: "2024"}]
                      violated: [{Year: "1999"}]
                """));

        Reconciliation judged = reconciler.reconcile(
                TypeFolder.document("slip", "a", Map.of("/Number", "1", "/Year", "20Z4")), List.of());

        assertThat(finding(judged, "slip.odd").outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(judged.disposition()).isEqualTo(Disposition.REVIEW);
    }

    @Test
    void theVersionFollowsTheRulesAndTheThreshold() {
        String version = new Reconciler(TypeFolder.slip(folder, RULES)).version("slip");

        assertThat(new Reconciler(TypeFolder.slip(folder, RULES)).version("slip"))
                .isEqualTo(version);
        assertThat(new Reconciler(new RuleBooks(TypeFolder.slip(folder, RULES)), 0.7).version("slip"))
                .isNotEqualTo(version);
        assertThat(new Reconciler(TypeFolder.slip(folder, RULES.replace("0.01", "0.02"))).version("slip"))
                .isNotEqualTo(version);
    }

    @Test
    void anUnknownTypeIsRefused() {
        Reconciler reconciler = new Reconciler(TypeFolder.slip(folder, RULES));

        assertThatThrownBy(() -> reconciler.version("nope")).hasMessageContaining("'nope'");
    }
}
