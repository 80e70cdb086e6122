package dev.tabellio.reconciliation;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.reconciliation.Yaml.YamlException;
import dev.tabellio.reconciliation.feel.Scope;
import dev.tabellio.reconciliation.feel.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code rules.yaml}. Collects every mistake instead of stopping at the first. */
final class RuleBookReader {

    private static final String FILE = "rules.yaml";

    private final DocumentType type;
    private final DocumentTypes types;
    private final List<String> mistakes = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();

    RuleBookReader(DocumentType type, DocumentTypes types) {
        this.type = type;
        this.types = types;
    }

    /** @throws IllegalArgumentException with a line for each mistake */
    RuleBook read() {
        Shape.Group shape = shape(type);
        String text = type.file(FILE).orElse("");
        try {
            Map<String, Yaml> entries = Yaml.read(text).mapping(FILE).entries();
            for (Map.Entry<String, Yaml> entry : entries.entrySet()) {
                if (!Set.of("constants", "rules", "tieOut").contains(entry.getKey())) {
                    throw new YamlException(
                            entry.getValue(),
                            "unknown key '%s'; known: constants, rules, tieOut".formatted(entry.getKey()));
                }
            }
            Yaml constants = entries.get("constants");
            Scope scope = new Scope(shape, Map.of(), constants == null ? Map.of() : constants(constants));
            Set<String> ids = new HashSet<>();
            for (String section : List.of("rules", "tieOut")) {
                Yaml list = entries.get(section);
                if (list != null) {
                    for (Yaml rule : list.items(section)) {
                        read(rule, section.equals("tieOut"), scope, ids);
                    }
                }
            }
        } catch (YamlException e) {
            mistakes.add("document type %s: %s: %s".formatted(type.id(), FILE, e.getMessage()));
        }
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", mistakes));
        }
        return new RuleBook(type, shape, rules);
    }

    private void read(Yaml yaml, boolean tieOut, Scope scope, Set<String> ids) {
        String id = "?";
        try {
            Yaml idEntry = yaml.mapping("a rule").entries().get("id");
            if (idEntry == null) {
                throw new YamlException(yaml, "a rule has an id");
            }
            id = idEntry.text("id");
            if (!ids.add(id)) {
                throw new YamlException(idEntry, "the id is taken");
            }
            rules.add(new RuleReader(type, types, scope, tieOut).read(id, yaml));
        } catch (YamlException e) {
            mistakes.add("document type %s: %s: rule %s: %s".formatted(type.id(), FILE, id, e.getMessage()));
        }
    }

    static Shape.Group shape(DocumentType type) {
        try {
            return Shape.of(type.schema());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("document type %s: %s".formatted(type.id(), e.getMessage()), e);
        }
    }

    private static Map<String, Object> constants(Yaml yaml) throws YamlException {
        Map<String, Object> constants = new LinkedHashMap<>();
        for (Map.Entry<String, Yaml> entry : yaml.mapping("constants").entries().entrySet()) {
            constants.put(entry.getKey(), constant(entry.getValue()));
        }
        return constants;
    }

    private static Object constant(Yaml yaml) throws YamlException {
        if (yaml instanceof Yaml.Mapping) {
            return constants(yaml);
        }
        if (yaml instanceof Yaml.Sequence sequence) {
            List<Object> items = new ArrayList<>();
            for (Yaml item : sequence.items()) {
                items.add(constant(item));
            }
            return items;
        }
        String text = yaml.text("a constant");
        if (yaml instanceof Yaml.Scalar scalar && scalar.number()) {
            try {
                return new BigDecimal(text.replace("_", ""));
            } catch (NumberFormatException e) {
                throw new YamlException(yaml, "'%s' is no decimal number".formatted(text));
            }
        }
        return text;
    }
}
