package dev.tabellio.reconciliation;

import dev.tabellio.reconciliation.Finding.Outcome;
import dev.tabellio.reconciliation.Finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A sentence about a document, or about each row of a table in it, that can be checked. Immutable. */
public final class Rule {

    /** The name that stands for the row in a rule about each row. */
    static final String ROW = "row";

    private final String id;
    private final Severity severity;
    private final String says;
    private final Optional<String> each;
    private final Optional<Join> join;
    private final Question question;
    private final List<Example> examples;

    /**
     * @param each dotted path of the rows that are asked one by one
     * @param join the other documents that it looks at
     */
    Rule(
            String id,
            Severity severity,
            String says,
            Optional<String> each,
            Optional<Join> join,
            Question question,
            List<Example> examples) {
        this.id = id;
        this.severity = severity;
        this.says = says;
        this.each = each;
        this.join = join;
        this.question = question;
        this.examples = List.copyOf(examples);
    }

    /** Stable, such as {@code us-w2.box4-rate}. */
    public String id() {
        return id;
    }

    public Severity severity() {
        return severity;
    }

    /** The sentence with its placeholders. */
    public String says() {
        return says;
    }

    /** Type of the documents that it holds this one against; empty for a rule within one document. */
    public Optional<String> joins() {
        return join.map(Join::type);
    }

    Optional<String> each() {
        return each;
    }

    Optional<Join> join() {
        return join;
    }

    Question question() {
        return question;
    }

    List<Example> examples() {
        return examples;
    }

    /**
     * Asks the rule.
     *
     * @param others the documents that its join has chosen
     * @return one finding; for a rule about each row one for every row that violates it or leaves it undecided, or one
     *     for all
     */
    List<Finding> ask(Facts document, List<Facts> others) {
        Map<String, List<Facts>> many =
                join.isEmpty() ? Map.of() : Map.of(join.get().alias(), others);
        if (each.isEmpty()) {
            return List.of(finding(question.ask(Map.of("", document), many)));
        }
        List<Question.Answer> answers = document.rows(each.get()).stream()
                .map(row -> question.ask(Map.of("", document, ROW, row), many))
                .toList();
        List<Finding> open = answers.stream()
                .filter(answer -> Set.of(Outcome.VIOLATED, Outcome.UNDECIDED).contains(answer.outcome()))
                .map(this::finding)
                .toList();
        return open.isEmpty() ? List.of(forAllRows(answers)) : open;
    }

    private Finding forAllRows(List<Question.Answer> answers) {
        List<Question.Answer> satisfied = answers.stream()
                .filter(answer -> answer.outcome() == Outcome.SATISFIED)
                .toList();
        if (satisfied.isEmpty()) {
            return answers.isEmpty()
                    ? new Finding(
                            id,
                            severity,
                            Outcome.NOT_APPLICABLE,
                            "%s (there is no %s)".formatted(says, each.orElse(ROW)),
                            List.of())
                    : finding(answers.get(0));
        }
        return new Finding(
                id,
                severity,
                Outcome.SATISFIED,
                String.join("; ", satisfied.stream().map(Question.Answer::says).toList()),
                satisfied.stream()
                        .flatMap(answer -> answer.evidence().stream())
                        .distinct()
                        .toList());
    }

    private Finding finding(Question.Answer answer) {
        return new Finding(id, severity, answer.outcome(), answer.says(), answer.evidence());
    }
}
