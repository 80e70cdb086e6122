package dev.tabellio.extraction.synthesis.model;

import static dev.tabellio.extraction.synthesis.model.ScriptedAccess.PURPOSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.extraction.llm.ModelAccess;
import dev.tabellio.extraction.llm.ModelAnswer;
import dev.tabellio.extraction.llm.ModelCapabilities;
import dev.tabellio.extraction.llm.ModelRequest;
import dev.tabellio.extraction.llm.Tier;
import dev.tabellio.extraction.llm.TokenUsage;
import dev.tabellio.extraction.llm.tokens.TokenCounter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RowWindowsTest {

    private static final DocumentType W2 = DocumentTypes.shipped().get("us-w2");
    private static final TokenCounter TOKENS = new TokenCounter();

    @Test
    void windowsOverlapAndLeaveNothingOut() {
        List<NumberedLine> lines = statement(700).text().lines();

        List<List<NumberedLine>> windows = RowWindows.of(lines, TOKENS::count, RowWindows.TOKENS);

        assertThat(windows).hasSizeGreaterThan(3);
        assertThat(windows.get(0).get(0)).isEqualTo(lines.get(0));
        for (int i = 1; i < windows.size(); i++) {
            List<NumberedLine> before = windows.get(i - 1);
            assertThat(windows.get(i).subList(0, RowWindows.OVERLAP))
                    .isEqualTo(before.subList(before.size() - RowWindows.OVERLAP, before.size()));
        }
        List<NumberedLine> last = windows.get(windows.size() - 1);
        assertThat(last.get(last.size() - 1)).isEqualTo(lines.get(lines.size() - 1));
    }

    @Test
    void readsEveryRowOfALongTableOnce() {
        TypedDocument statement = statement(700);
        RowReader model = new RowReader();

        ModelReading reading = new ModelReader(TOKENS)
                .read(
                        new ReadingTask(
                                statement.file(),
                                statement.read(Map.of()),
                                W2,
                                Set.of("/AdditionalInfo"),
                                FieldCheck.NONE),
                        model,
                        PURPOSE);

        assertThat(model.rows).as("rows in overlaps are given twice").isGreaterThan(700);
        assertThat(reading.document().fields()).hasSize(1400);
        for (int row = 0; row < 700; row++) {
            assertThat(reading.document()
                            .value("/AdditionalInfo/" + row + "/Amount")
                            .orElseThrow()
                            .asText())
                    .isEqualTo("%d.00".formatted(100 + row % 50));
        }
        assertThat(reading.calls())
                .allSatisfy(call -> assertThat(call.problems()).isEmpty());
    }

    /** Rows repeat each 50 lines, so that a row is not told by what it says. */
    private static TypedDocument statement(int rows) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            text.append(row > 0 && row % 60 == 0 ? "\f" : "")
                    .append("Code D%d    amount    %d.00%n".formatted(row % 50, 100 + row % 50));
        }
        return TypedDocument.of("us-w2", text.toString());
    }

    /** Reads all rows that it is shown. */
    private static final class RowReader implements ModelAccess {

        private static final Pattern ROW = Pattern.compile(
                "(p\\d+\\.l\\d+) \\| Code (D\\d+)\\n(?:p\\d+\\.l\\d+ \\| amount\\n)(p\\d+\\.l\\d+) \\| (\\S+)");

        private int rows;

        @Override
        public Optional<ModelCapabilities> capabilities(Tier tier) {
            return tier == Tier.SMALL
                    ? Optional.of(new ModelCapabilities("rows", true, false, true, 32_000, true))
                    : Optional.empty();
        }

        @Override
        public Optional<ModelAnswer> known(Tier tier, ModelRequest request) {
            return Optional.empty();
        }

        @Override
        public Charged ask(Tier tier, ModelRequest request, Purpose purpose) {
            List<String> found = new ArrayList<>();
            Matcher row = ROW.matcher(request.turns().get(0).text());
            while (row.find()) {
                found.add(
                        "{\"LetterCode\": {\"lines\": [\"%s\"], \"value\": \"%s\"}, \"Amount\": {\"lines\": [\"%s\"], \"value\": \"%s\"}}"
                                .formatted(row.group(1), row.group(2), row.group(3), row.group(4)));
            }
            rows += found.size();
            String answer = "{\"AdditionalInfo\": {\"count\": %d, \"rows\": [%s]}}"
                    .formatted(found.size(), String.join(",", found));
            return new Charged(
                    new ModelAnswer(
                            answer, ModelAnswer.Finish.COMPLETE, new TokenUsage(1, 0, 1), "rows", Duration.ZERO),
                    "call",
                    true);
        }
    }
}
