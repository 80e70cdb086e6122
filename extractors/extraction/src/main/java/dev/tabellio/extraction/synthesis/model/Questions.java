package dev.tabellio.extraction.synthesis.model;

import dev.tabellio.extraction.llm.tokens.TokenCounter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts a task into questions: the fields into groups, the document into what each group needs. Tables of a long document
 * that is no contract may go on over all of its pages, so they are asked for window by window.
 */
final class Questions {

    private final ReadingTask task;
    private final NumberedText text;
    private final TokenCounter tokens;
    private final ShownLines shown;
    private final boolean prose;
    private final int window;

    /**
     * @param limit of the model that is asked
     * @param meaning finds what matters in a long contract; empty to go by words alone
     */
    Questions(
            ReadingTask task,
            NumberedText text,
            TokenCounter tokens,
            ContextLimit limit,
            Optional<MeaningSearch> meaning) {
        this.task = task;
        this.text = text;
        this.tokens = tokens;
        this.prose = task.type().family().equals("contract");
        this.shown = new ShownLines(text, prose, tokens, limit.forDocument(), meaning);
        this.window = Math.min(RowWindows.TOKENS, limit.forDocument());
    }

    /** The questions for some fields; those in one list are windows of the same tables. */
    List<List<Question>> of(FieldSet wanted) {
        List<List<Question>> questions = new ArrayList<>();
        for (FieldSet group : FieldGroups.of(FieldSet.of(task.type()).asked())) {
            FieldSet asked = group.only(Set.copyOf(wanted.patterns()));
            if (shown.isShort() || prose) {
                add(questions, group, asked);
                continue;
            }
            Set<String> columns = new LinkedHashSet<>();
            Set<String> single = new LinkedHashSet<>();
            asked.fields().forEach(field -> (field.rows().isPresent() ? columns : single).add(field.pattern()));
            add(questions, group, asked.only(single));
            FieldSet tables = asked.only(columns);
            if (!tables.isEmpty()) {
                questions.add(RowWindows.of(text.lines(), tokens::count, window).stream()
                        .map(window -> new Question(group, tables, window))
                        .toList());
            }
        }
        return questions;
    }

    private void add(List<List<Question>> questions, FieldSet group, FieldSet asked) {
        if (!asked.isEmpty()) {
            questions.add(List.of(new Question(group, asked, shown.of(asked))));
        }
    }
}
