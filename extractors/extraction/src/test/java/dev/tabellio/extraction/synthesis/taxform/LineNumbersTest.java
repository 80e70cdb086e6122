package dev.tabellio.extraction.synthesis.taxform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.Origin;
import dev.tabellio.document.Page;
import dev.tabellio.extraction.synthesis.normalise.Conventions;
import dev.tabellio.extraction.text.DrawnPage;
import dev.tabellio.extraction.text.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lines of a form whose labels or numbers recognition spoiled. */
class LineNumbersTest {

    private static final List<Anchor> LINES = List.of(
            line("1a", "Total amount from box 1", "1a", "1"),
            line("1z", "Add lines 1a through 1h", "1z"),
            line("8", "Additional income from Schedule 1", "8"),
            line("9", "Add lines 1z and 8. This is your total income", "9"),
            line("12", "Standard deduction or itemized deductions", "12"));

    private static final String FORM = """
            1a Total amount from box 1 (see instructions)   1a    35,000.00
            z  Add lines 1a through 1h                      1z    35,100.00
            8  Additional income from Schedule 1            8        200.00
            9  Add lines 1z and 8. This is your total incom 9     35,300.00
            12 Standard deduction or itemized deductions    12
            """;

    private static Anchor line(String id, String label, String... numbers) {
        return new Anchor(
                id,
                Anchor.Kind.LINE,
                List.of(numbers),
                List.of(Wording.of(label)),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private static List<String> amount(String id, Origin origin, String form) {
        Page page = DrawnPage.of(1, form, origin, List.of());
        Map<String, Anchor> anchors = new LinkedHashMap<>();
        LINES.forEach(one -> anchors.put(one.id(), one));
        LabelledPage labelled = LabelledPage.of(
                page, page.bounds(), false, new FormAnchors(anchors, Map.of(), List.of(), Map.of(), Conventions.US));
        Anchor line =
                LINES.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        return new LineReader(List.of(labelled), LINES)
                .read(line).stream().map(ValueText::text).toList();
    }

    private static List<String> amount(String id, String form) {
        return amount(id, Origin.OCR, form);
    }

    @Test
    void aLineIsFoundByItsLabelAndNumber() {
        assertThat(amount("9", FORM)).containsExactly("35,300.00");
        assertThat(amount("12", FORM)).isEmpty();
    }

    @Test
    void aNumberInTheColumnIsEnoughWhereRecognitionLostTheLabel() {
        String spoiled = FORM.replace(
                "Add lines 1z and 8. This is your total incom", "Add                                   incom ");
        assertThat(amount("9", spoiled)).containsExactly("35,300.00");
        assertThat(amount("9", Origin.TEXT_LAYER, spoiled)).isEmpty();
    }

    @Test
    void aNumberThatMayHaveLostItsLetterIsNot() {
        String spoiled = FORM.replace("Total amount from box 1 ", "Tot                     ")
                .replace("Add lines 1a through 1h", "Add       1a          h")
                .replace("1a    35", "la    35")
                .replace("1z    35", "1     35");
        assertThat(amount("1a", spoiled)).isEmpty();
    }

    @Test
    void aNumberOutOfOrderIsNot() {
        String spoiled = FORM.replace("Total amount from box 1 ", "Tot                     ")
                .replace("1a    35", "9     35")
                .replace(
                        "Add lines 1z and 8. This is your total incom 9 ",
                        "Add                                   incom    ");
        assertThat(amount("9", spoiled)).isEmpty();
    }

    @Test
    void theNumberOfAnotherLineIsNoAmount() {
        String tilted = FORM.replace("8        200.00", "8               ").replace("9     35", "12    35");
        assertThat(amount("8", tilted.replace("8               ", "8             12")))
                .doesNotContain("35,300.00");
        assertThat(amount("8", tilted)).isEmpty();
    }

    @Test
    void anAmountOfTheNextColumnIsNoneOfAnEmptyLine() {
        String columns = """
                12 Standard deduction or itemized deductions       12  |          |
                8  Additional income from Schedule 1                                           8    200.00
                9  Add lines 1z and 8. This is your total incom    9   |          |               519.00
                """;
        assertThat(amount("9", columns)).isEmpty();
        assertThat(amount("12", columns.replace("   12  |          |", "   12  |  35.00   |")))
                .containsExactly("35.00");
    }
}
