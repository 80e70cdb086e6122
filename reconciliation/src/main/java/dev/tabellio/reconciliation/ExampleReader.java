package dev.tabellio.reconciliation;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Citation;
import dev.tabellio.document.Document;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.FieldValue;
import dev.tabellio.document.Origin;
import dev.tabellio.document.PageArea;
import dev.tabellio.reconciliation.Yaml.YamlException;
import dev.tabellio.reconciliation.feel.Shape;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes documents of the examples in a rule book, so that an example goes the same way as a document that was read. Keys
 * are field names, nested or dotted; rows are lists; a field that is not named is absent.
 */
final class ExampleReader {

    private static final BoundingBox BOX = new BoundingBox(0, 0, 1, 1);

    private ExampleReader() {}

    /** @param without keys of the example that are no fields @throws YamlException naming the place */
    static ExtractedDocument document(
            Yaml example, DocumentType type, Shape.Group shape, String id, Set<String> without) throws YamlException {
        Map<String, ExtractedField> fields = new LinkedHashMap<>();
        for (Map.Entry<String, Yaml> entry :
                example.mapping("an example").entries().entrySet()) {
            if (!without.contains(entry.getKey())) {
                add("", shape, entry.getKey(), entry.getValue(), fields);
            }
        }
        Document document =
                new Document(id, "example", type.id(), type.version(), List.of(new PageArea(1, BOX)), List.of());
        return new ExtractedDocument(document, fields);
    }

    private static void add(String base, Shape.Group group, String key, Yaml value, Map<String, ExtractedField> fields)
            throws YamlException {
        String first = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
        Shape shape = group.fields().get(first);
        if (shape == null) {
            throw new YamlException(value, "unknown field '%s'".formatted(key));
        }
        String pointer = base + "/" + first;
        if (first.equals(key)) {
            add(pointer, shape, value, fields);
        } else if (shape instanceof Shape.Group inner) {
            add(pointer, inner, key.substring(first.length() + 1), value, fields);
        } else {
            throw new YamlException(value, "'%s' has no parts".formatted(first));
        }
    }

    private static void add(String pointer, Shape shape, Yaml value, Map<String, ExtractedField> fields)
            throws YamlException {
        if (shape instanceof Shape.Group group) {
            for (Map.Entry<String, Yaml> part : value.mapping(pointer).entries().entrySet()) {
                add(pointer, group, part.getKey(), part.getValue(), fields);
            }
        } else if (shape instanceof Shape.Rows rows) {
            List<Yaml> items = value.items(pointer);
            for (int i = 0; i < items.size(); i++) {
                add(pointer + "/" + i, rows.row(), items.get(i), fields);
            }
        } else {
            String text = value.text(pointer);
            Citation citation = new Citation(1, BOX, text, Origin.TEXT_LAYER, Citation.Status.VERIFIED);
            fields.put(
                    pointer,
                    new ExtractedField.Cited(
                            fieldValue((Shape.Leaf) shape, value, text), List.of(citation), 1, "example"));
        }
    }

    private static FieldValue fieldValue(Shape.Leaf leaf, Yaml at, String text) throws YamlException {
        try {
            return switch (leaf) {
                case AMOUNT -> new FieldValue.Amount(new BigDecimal(text), "USD");
                case DATE -> new FieldValue.Date(LocalDate.parse(text));
                case FLAG -> new FieldValue.Flag(flag(at, text));
                case IDENTIFIER -> new FieldValue.Identifier(text);
                case TEXT -> new FieldValue.Text(text);
            };
        } catch (NumberFormatException | DateTimeParseException e) {
            throw new YamlException(at, "'%s' is no %s".formatted(text, leaf == Shape.Leaf.DATE ? "date" : "amount"));
        }
    }

    private static boolean flag(Yaml at, String text) throws YamlException {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new YamlException(at, "a flag is true or false");
    }
}
