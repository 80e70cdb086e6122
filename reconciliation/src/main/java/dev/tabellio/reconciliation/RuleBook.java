package dev.tabellio.reconciliation;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.reconciliation.feel.Reference;
import dev.tabellio.reconciliation.feel.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The rules of one document type, compiled. Immutable and safe for all threads. */
public final class RuleBook {

    private final DocumentType type;
    private final Shape.Group shape;
    private final List<Rule> rules;

    RuleBook(DocumentType type, Shape.Group shape, List<Rule> rules) {
        this.type = type;
        this.shape = shape;
        this.rules = List.copyOf(rules);
    }

    /**
     * The rules of a type; a type without {@code rules.yaml} has none.
     *
     * @param types where the types are that its rules across documents join
     * @throws IllegalArgumentException if the rule book is wrong: one line for each mistake, naming type, rule and place
     */
    public static RuleBook of(DocumentType type, DocumentTypes types) {
        return new RuleBookReader(type, types).read();
    }

    /** In the order of {@code rules.yaml}: those within a document, then those across documents. */
    public List<Rule> rules() {
        return rules;
    }

    /**
     * Runs the examples of every rule.
     *
     * @return a line for each example that does not come out as it says; empty if all do
     */
    public List<String> failedExamples() {
        List<String> failed = new ArrayList<>();
        for (Rule rule : rules) {
            for (Example example : rule.examples()) {
                failedExample(rule, example).ifPresent(failed::add);
            }
        }
        return failed;
    }

    Shape.Group shape() {
        return shape;
    }

    List<Rule> within() {
        return rules.stream().filter(rule -> rule.join().isEmpty()).toList();
    }

    List<Rule> across() {
        return rules.stream().filter(rule -> rule.join().isPresent()).toList();
    }

    /** Pointers of the document's fields that rules look at, rows as {@code *}. */
    Set<String> relevant() {
        Set<String> relevant = new TreeSet<>();
        for (Rule rule : rules) {
            for (Reference reference : rule.question().references()) {
                if (reference.variable().isEmpty()) {
                    addPointers("", shape, reference.path(), relevant);
                } else if (reference.variable().equals(Rule.ROW)) {
                    addPointers("", shape, rule.each().orElseThrow() + "." + reference.path(), relevant);
                }
            }
        }
        return relevant;
    }

    private static void addPointers(String pointer, Shape shape, String path, Set<String> pointers) {
        if (shape instanceof Shape.Rows rows) {
            addPointers(pointer + "/*", rows.row(), path, pointers);
        } else if (shape instanceof Shape.Group group) {
            int dot = path.indexOf('.');
            String name = dot < 0 ? path : path.substring(0, dot);
            String rest = dot < 0 ? "" : path.substring(dot + 1);
            group.fields().forEach((field, part) -> {
                if (name.isEmpty() || name.equals(field)) {
                    addPointers(pointer + "/" + field, part, rest, pointers);
                }
            });
        } else {
            pointers.add(pointer);
        }
    }

    private Optional<String> failedExample(Rule rule, Example example) {
        Facts document = Facts.of(example.document(), shape);
        List<Facts> others = new ArrayList<>();
        rule.join().ifPresent(join -> {
            for (ExtractedDocument other : example.others()) {
                Facts candidate = Facts.other(other, join.shape());
                if (join.chooses(document, candidate)) {
                    others.add(candidate);
                }
            }
        });
        List<Finding> findings = rule.ask(document, others);
        boolean asExpected = findings.stream().allMatch(finding -> finding.outcome() == example.expected());
        return asExpected
                ? Optional.empty()
                : Optional.of("document type %s: rules.yaml: line %d: the example of rule %s should be %s, but: %s"
                        .formatted(
                                type.id(),
                                example.line(),
                                rule.id(),
                                example.expected(),
                                findings.stream()
                                        .map(finding -> finding.outcome() + ": " + finding.says())
                                        .toList()));
    }
}
