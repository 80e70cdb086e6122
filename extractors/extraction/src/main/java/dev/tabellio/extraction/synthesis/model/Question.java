package dev.tabellio.extraction.synthesis.model;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.extraction.llm.ModelRequest;
import dev.tabellio.extraction.llm.injection.InjectionScan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A question about one document: which fields of a group, and the lines that are shown for them.
 *
 * @param group all fields that the instructions describe; they stay the same whichever of them are asked for
 * @param wanted those that are asked for
 * @param shown lines of the document
 */
record Question(FieldSet group, FieldSet wanted, List<NumberedLine> shown) {

    /** Tokens of a field in an answer: its name, brackets, a line number or two, and a value of a few words. */
    private static final int TOKENS_OF_FIELD = 32;

    /** Rows that a table is expected to have where nothing is known of it. */
    private static final int ROWS = 2;

    /** Room for values that are longer than expected; only what is used is paid for. */
    private static final int ROOM = 3;

    private static final int LEAST_ROOM = 512;

    Question {
        shown = List.copyOf(shown);
    }

    Question only(FieldSet fewer) {
        return new Question(group, fewer, shown);
    }

    /** Tokens of an answer, expected. */
    int expectedTokens() {
        return wanted.fields().stream()
                .mapToInt(field -> TOKENS_OF_FIELD * (field.rows().isPresent() ? ROWS : 1))
                .sum();
    }

    /**
     * The first request of a conversation.
     *
     * @param hints whether to say what the deterministic reader found
     */
    ModelRequest request(DocumentType type, NumberedText text, ExtractedDocument read, boolean hints) {
        StringBuilder turn = new StringBuilder("Give these fields:\n");
        wanted.patterns().forEach(pattern -> turn.append(pattern).append('\n'));
        if (hints) {
            String found = hints(read);
            if (!found.isEmpty()) {
                turn.append("Another reader found, perhaps wrongly:\n<hints>\n")
                        .append(found)
                        .append("</hints>\n");
            }
        }
        turn.append("<document>\n").append(text.shown(shown)).append("</document>");
        return new ModelRequest(
                Instructions.of(type, group),
                List.of(new ModelRequest.Turn(ModelRequest.Role.USER, turn.toString())),
                schemaName(type),
                AnswerSchema.of(type, wanted),
                mostTokens());
    }

    int mostTokens() {
        int rows = wanted.fields().stream().anyMatch(field -> field.rows().isPresent())
                ? shown.size() * TOKENS_OF_FIELD / 2
                : 0;
        return Math.max(LEAST_ROOM, Math.max(ROOM * expectedTokens(), Math.min(rows, 16_000)));
    }

    private static String schemaName(DocumentType type) {
        return type.id().replaceAll("[^A-Za-z0-9_-]", "_");
    }

    private String hints(ExtractedDocument read) {
        return read.fields().entrySet().stream()
                .filter(entry -> wanted.find(entry.getKey())
                        .filter(field -> !field.clause())
                        .isPresent())
                .flatMap(entry -> found(entry.getValue())
                        .filter(value -> !InjectionScan.speaksToModels(value))
                        .map(value -> entry.getKey() + " = " + NumberedText.plain(value) + "\n")
                        .stream())
                .collect(Collectors.joining());
    }

    private static Optional<String> found(ExtractedField field) {
        if (field instanceof ExtractedField.Cited cited) {
            return Optional.of(cited.value().asText());
        }
        return field instanceof ExtractedField.Uncited uncited
                        && !uncited.text().isBlank()
                ? Optional.of(uncited.text())
                : Optional.empty();
    }
}
