package dev.tabellio.doctype;

import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.FieldValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What makes two documents of a type the same document.
 *
 * @param key pointers that name the document: whose it is, from whom, for which year
 * @param optional the ones among {@code key} that may be absent (a W-2 without a printed year)
 * @param varies pointers whose values differ between copies of one document (which copy of the form it is)
 */
public record Identity(List<String> key, List<String> optional, List<String> varies) {

    public Identity {
        key = List.copyOf(key);
        optional = List.copyOf(optional);
        varies = List.copyOf(varies);
    }

    /** How two documents with the same key relate. */
    public enum Relation {
        /** Every value that both have is the same: one is a copy of the other. */
        SAME,
        /** Same key, different values: a correction, a second document, or a misreading. A person decides. */
        IN_DOUBT
    }

    /** The document's identity, or empty if a key field that is not optional was not read. */
    public Optional<String> of(ExtractedDocument document) {
        if (key.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder identity = new StringBuilder(document.document().type());
        for (String pointer : key) {
            Optional<String> value = pointer.contains("*")
                    ? rows(document, pointer)
                    : document.value(pointer).map(Identity::normalised);
            if (value.isEmpty() && !optional.contains(pointer)) {
                return Optional.empty();
            }
            identity.append('|').append(value.orElse(""));
        }
        return Optional.of(identity.toString());
    }

    /** Compares two documents that have the same key. */
    public Relation compare(ExtractedDocument a, ExtractedDocument b) {
        return values(a).equals(values(b)) ? Relation.SAME : Relation.IN_DOUBT;
    }

    /** The cited values, normalised so that prints of the same document on other paper compare equal. */
    public Map<String, String> values(ExtractedDocument document) {
        return document.fields().keySet().stream()
                .filter(pointer ->
                        !varies.contains(pointer) && document.value(pointer).isPresent())
                .collect(Collectors.toMap(
                        pointer -> pointer,
                        pointer -> normalised(document.value(pointer).orElseThrow())));
    }

    private static Optional<String> rows(ExtractedDocument document, String pattern) {
        String regex = pattern.replace("*", "\\d+");
        String joined = document.fields().keySet().stream()
                .filter(pointer -> pointer.matches(regex))
                .flatMap(pointer -> document.value(pointer).stream())
                .map(Identity::normalised)
                .sorted()
                .collect(Collectors.joining("&"));
        return joined.isEmpty() ? Optional.empty() : Optional.of(joined);
    }

    private static String normalised(FieldValue value) {
        if (value instanceof FieldValue.Amount amount) {
            return amount.value().stripTrailingZeros().toPlainString();
        }
        if (value instanceof FieldValue.Text text) {
            return text.value()
                    .toUpperCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N}]+", " ")
                    .strip();
        }
        if (value instanceof FieldValue.Identifier id) {
            return id.value().toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
        }
        return value.asText();
    }
}
