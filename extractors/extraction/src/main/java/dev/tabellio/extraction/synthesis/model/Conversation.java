package dev.tabellio.extraction.synthesis.model;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.extraction.llm.ModelAccess;
import dev.tabellio.extraction.llm.ModelAccess.Charged;
import dev.tabellio.extraction.llm.ModelAccess.Purpose;
import dev.tabellio.extraction.llm.ModelAnswer;
import dev.tabellio.extraction.llm.ModelRequest;
import dev.tabellio.extraction.llm.Tier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One question to one tier: the question, the answer, what did not hold in it sent back, at most twice. Each turn is added
 * to those before, and only the fields that did not hold are asked for again.
 */
final class Conversation {

    /** The bound: what two reminders do not mend, a third does not either. */
    static final int MOST_ATTEMPTS = 3;

    private final DocumentType type;
    private final StatementCheck check;
    private final ModelAccess access;
    private final Purpose purpose;
    private final Tier tier;
    private final ContextLimit limit;
    private final List<ModelReading.Call> calls = new ArrayList<>();
    private final Map<String, Checked> results = new LinkedHashMap<>();
    private final Set<String> answered = new LinkedHashSet<>();

    Conversation(
            DocumentType type,
            StatementCheck check,
            ModelAccess access,
            Purpose purpose,
            Tier tier,
            ContextLimit limit) {
        this.type = type;
        this.check = check;
        this.access = access;
        this.purpose = purpose;
        this.tier = tier;
        this.limit = limit;
    }

    /** Calls so far, of all questions that were put to it. */
    List<ModelReading.Call> calls() {
        return List.copyOf(calls);
    }

    /** Asks until everything holds, no attempt is left, or the model can not take any more in. */
    Answers ask(Question question, ModelRequest first) {
        results.clear();
        answered.clear();
        FieldSet asked = question.wanted();
        ModelRequest request = first;
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            Optional<ModelRequest> fitting = limit.fit(request);
            if (fitting.isEmpty()) {
                break;
            }
            request = fitting.get();
            Charged charged = access.ask(tier, request, purpose);
            ModelAnswer answer = charged.answer();
            Map<String, String> problems = take(answer, request, asked);
            calls.add(new ModelReading.Call(
                    tier,
                    attempt,
                    answer.model(),
                    asked.patterns(),
                    charged.call(),
                    charged.paidNow(),
                    answer.finish(),
                    answer.usage(),
                    List.copyOf(problems.values())));
            if (problems.isEmpty() || answer.finish() == ModelAnswer.Finish.REFUSED) {
                break;
            }
            if (answer.finish() == ModelAnswer.Finish.TRUNCATED) {
                request = longer(request);
                continue;
            }
            asked = again(asked, problems.keySet());
            request = sentBack(request, answer.text(), problems, asked);
        }
        return new Answers(results, answered);
    }

    /**
     * Takes over what an answer says.
     *
     * @return what did not hold, by pointer
     */
    private Map<String, String> take(ModelAnswer answer, ModelRequest request, FieldSet asked) {
        if (answer.finish() == ModelAnswer.Finish.REFUSED) {
            return Map.of("", "The model would not answer.");
        }
        if (answer.finish() == ModelAnswer.Finish.TRUNCATED) {
            return Map.of("", "The answer was cut off after %d tokens.".formatted(request.maxOutputTokens()));
        }
        Statements statements = Statements.read(answer.text(), request.schema(), type);
        Map<String, String> problems = new LinkedHashMap<>(statements.problems());
        if (problems.containsKey("")) {
            return problems;
        }
        results.keySet().removeIf(pointer -> asked.find(pointer).isPresent());
        answered.addAll(asked.patterns());
        statements.byPointer().forEach((pointer, statement) -> {
            Optional<AskedField> field = asked.find(pointer);
            if (field.isPresent()) {
                Checked checked = check.check(field.get(), statement);
                results.put(pointer, checked);
                if (checked instanceof Checked.Fails fails) {
                    problems.put(pointer, pointer + ": " + fails.reason());
                }
            }
        });
        return problems;
    }

    /** The fields of the problems; all columns of a table, all fields if the answer as a whole is the problem. */
    private static FieldSet again(FieldSet asked, Set<String> problems) {
        if (problems.contains("")) {
            return asked;
        }
        Set<String> patterns = new LinkedHashSet<>();
        for (String pointer : problems) {
            String pattern = FieldSet.pattern(pointer);
            for (AskedField field : asked.fields()) {
                boolean sameRows = field.rows().isPresent()
                        && (pattern.equals(field.rows().get())
                                || pattern.startsWith(field.rows().get() + "/"));
                if (field.pattern().equals(pattern) || sameRows) {
                    patterns.add(field.pattern());
                }
            }
        }
        return asked.only(patterns);
    }

    private ModelRequest sentBack(ModelRequest before, String answer, Map<String, String> problems, FieldSet asked) {
        List<ModelRequest.Turn> turns = new ArrayList<>(before.turns());
        turns.add(new ModelRequest.Turn(ModelRequest.Role.MODEL, answer));
        turns.add(new ModelRequest.Turn(
                ModelRequest.Role.USER,
                "This does not hold:\n%s\nLook again, and give only these fields:\n%s"
                        .formatted(String.join("\n", problems.values()), String.join("\n", asked.patterns()))));
        return new ModelRequest(
                before.instructions(),
                turns,
                before.schemaName(),
                AnswerSchema.of(type, asked),
                before.maxOutputTokens());
    }

    private static ModelRequest longer(ModelRequest before) {
        return new ModelRequest(
                before.instructions(),
                before.turns(),
                before.schemaName(),
                before.schema(),
                before.maxOutputTokens() * 2);
    }
}
