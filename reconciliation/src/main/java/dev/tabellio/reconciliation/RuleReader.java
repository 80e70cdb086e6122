package dev.tabellio.reconciliation;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.reconciliation.Finding.Outcome;
import dev.tabellio.reconciliation.Finding.Severity;
import dev.tabellio.reconciliation.Yaml.YamlException;
import dev.tabellio.reconciliation.feel.Expression;
import dev.tabellio.reconciliation.feel.ExpressionCompiler;
import dev.tabellio.reconciliation.feel.ExpressionException;
import dev.tabellio.reconciliation.feel.Reference;
import dev.tabellio.reconciliation.feel.Scope;
import dev.tabellio.reconciliation.feel.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one rule of {@code rules.yaml}. */
final class RuleReader {

    private static final ExpressionCompiler COMPILER = new ExpressionCompiler();
    private static final Set<String> KEYS = Set.of(
            "id", "severity", "says", "source", "when", "expression", "optional", "zeroIfAbsent", "each", "examples");
    private static final Set<String> TIE_OUT_KEYS = Set.of(
            "id", "severity", "says", "source", "when", "expression", "optional", "zeroIfAbsent", "join", "examples");
    private static final Map<String, Outcome> EXAMPLES = Map.of(
            "satisfied",
            Outcome.SATISFIED,
            "violated",
            Outcome.VIOLATED,
            "edge",
            Outcome.SATISFIED,
            "notApplicable",
            Outcome.NOT_APPLICABLE);

    private final DocumentType type;
    private final DocumentTypes types;
    private final Scope bookScope;
    private final boolean tieOut;

    /** @param scope the document's fields and the book's constants */
    RuleReader(DocumentType type, DocumentTypes types, Scope scope, boolean tieOut) {
        this.type = type;
        this.types = types;
        this.bookScope = scope;
        this.tieOut = tieOut;
    }

    Rule read(String id, Yaml yaml) throws YamlException {
        Map<String, Yaml> entries = known(yaml, tieOut ? TIE_OUT_KEYS : KEYS);
        Optional<String> each = Optional.empty();
        Optional<Join> join = Optional.empty();
        Scope scope = bookScope;
        if (tieOut) {
            Join read = join(needed(yaml, entries, "join"));
            join = Optional.of(read);
            scope = scope.with(read.alias(), new Shape.Rows(read.shape()));
        } else if (entries.containsKey("each")) {
            Yaml path = needed(yaml, entries, "each");
            each = Optional.of(path.text("each"));
            scope = scope.with(Rule.ROW, row(path));
        }
        Yaml says = needed(yaml, entries, "says");
        Sentence sentence = sentence(says, scope);
        Expression expression = expression(needed(yaml, entries, "expression"), scope);
        Yaml when = entries.get("when");
        Question question = new Question(
                when == null ? Optional.empty() : Optional.of(expression(when, scope)),
                expression,
                sentence,
                names(entries.get("optional"), expression, false, scope),
                names(entries.get("zeroIfAbsent"), expression, true, scope));
        return new Rule(
                id,
                severity(needed(yaml, entries, "severity")),
                says.text("says"),
                each,
                join,
                question,
                examples(needed(yaml, entries, "examples"), join));
    }

    private static Map<String, Yaml> known(Yaml yaml, Set<String> keys) throws YamlException {
        Map<String, Yaml> entries = yaml.mapping("a rule").entries();
        for (Map.Entry<String, Yaml> entry : entries.entrySet()) {
            if (!keys.contains(entry.getKey())) {
                throw new YamlException(
                        entry.getValue(),
                        "unknown key '%s'; known: %s"
                                .formatted(entry.getKey(), String.join(", ", new TreeSet<>(keys))));
            }
        }
        return entries;
    }

    private static Yaml needed(Yaml at, Map<String, Yaml> entries, String key) throws YamlException {
        Yaml entry = entries.get(key);
        if (entry == null) {
            throw new YamlException(at, "'%s' is missing".formatted(key));
        }
        return entry;
    }

    private static Severity severity(Yaml yaml) throws YamlException {
        return switch (yaml.text("severity")) {
            case "warning" -> Severity.WARNING;
            case "error" -> Severity.ERROR;
            case "fatal" -> Severity.FATAL;
            default -> throw new YamlException(yaml, "a severity is warning, error or fatal");
        };
    }

    private Shape row(Yaml path) throws YamlException {
        Optional<Shape> at = bookScope.document().at(path.text("each"));
        if (at.isPresent() && at.get() instanceof Shape.Rows rows && rows.row() instanceof Shape.Group) {
            return rows.row();
        }
        throw new YamlException(path, "'%s' is no field with rows".formatted(path.text("each")));
    }

    private Join join(Yaml yaml) throws YamlException {
        Map<String, Yaml> entries = known(yaml, Set.of("type", "as", "on"));
        Yaml typeEntry = needed(yaml, entries, "type");
        Optional<DocumentType> other = types.find(typeEntry.text("type"));
        if (other.isEmpty()) {
            throw new YamlException(typeEntry, "unknown document type '%s'".formatted(typeEntry.text("type")));
        }
        Yaml as = needed(yaml, entries, "as");
        if (bookScope.document().fields().containsKey(as.text("as"))
                || as.text("as").equals(Join.OTHER)) {
            throw new YamlException(as, "'%s' is taken".formatted(as.text("as")));
        }
        Shape.Group shape = RuleBookReader.shape(other.get());
        return new Join(
                other.get(),
                shape,
                as.text("as"),
                expression(needed(yaml, entries, "on"), bookScope.with(Join.OTHER, shape)));
    }

    private static Expression expression(Yaml yaml, Scope scope) throws YamlException {
        try {
            return COMPILER.compile(yaml.text("an expression"), scope);
        } catch (ExpressionException e) {
            throw new YamlException(yaml, String.valueOf(e.getMessage()));
        }
    }

    private static Sentence sentence(Yaml yaml, Scope scope) throws YamlException {
        try {
            return Sentence.compile(yaml.text("says"), COMPILER, scope);
        } catch (ExpressionException e) {
            throw new YamlException(yaml, "says: " + e.getMessage());
        }
    }

    /** The names of a list, each of which the expression must look at. */
    private static Set<String> names(@Nullable Yaml yaml, Expression expression, boolean amounts, Scope scope)
            throws YamlException {
        if (yaml == null) {
            return Set.of();
        }
        Map<String, Reference> looked =
                expression.references().stream().collect(Collectors.toMap(Reference::name, reference -> reference));
        Set<String> names = new HashSet<>();
        for (Yaml item : yaml.items("optional and zeroIfAbsent")) {
            String name = item.text("a name");
            Reference reference = looked.get(name);
            if (reference == null || !reference.leaf()) {
                throw new YamlException(item, "the expression does not look at '%s'".formatted(name));
            }
            if (amounts && leaf(reference, scope) != Shape.Leaf.AMOUNT) {
                throw new YamlException(item, "'%s' is no amount".formatted(name));
            }
            names.add(name);
        }
        return names;
    }

    private static @Nullable Shape leaf(Reference reference, Scope scope) {
        Shape from = reference.variable().isEmpty()
                ? scope.document()
                : scope.variables().get(reference.variable());
        return from == null ? null : from.at(reference.path()).orElse(null);
    }

    private List<Example> examples(Yaml yaml, Optional<Join> join) throws YamlException {
        Map<String, Yaml> entries = known(yaml, EXAMPLES.keySet());
        List<Example> examples = new ArrayList<>();
        for (Map.Entry<String, Outcome> kind : EXAMPLES.entrySet()) {
            Yaml list = entries.get(kind.getKey());
            for (Yaml example : list == null ? List.<Yaml>of() : list.items(kind.getKey())) {
                examples.add(example(example, kind.getValue(), join));
            }
        }
        for (Outcome outcome : List.of(Outcome.SATISFIED, Outcome.VIOLATED)) {
            if (examples.stream().noneMatch(example -> example.expected() == outcome)) {
                throw new YamlException(yaml, "there is no example in which the rule is " + outcome);
            }
        }
        return examples;
    }

    private Example example(Yaml yaml, Outcome expected, Optional<Join> join) throws YamlException {
        Set<String> without = join.map(Join::alias).map(Set::of).orElse(Set.of());
        ExtractedDocument document = ExampleReader.document(yaml, type, bookScope.document(), "example", without);
        List<ExtractedDocument> others = new ArrayList<>();
        if (join.isPresent()) {
            Yaml list = yaml.mapping("an example").entries().get(join.get().alias());
            for (Yaml other :
                    list == null ? List.<Yaml>of() : list.items(join.get().alias())) {
                others.add(ExampleReader.document(
                        other, join.get().with(), join.get().shape(), "example-" + others.size(), Set.of()));
            }
        }
        return new Example(expected, document, others, yaml.line());
    }
}
