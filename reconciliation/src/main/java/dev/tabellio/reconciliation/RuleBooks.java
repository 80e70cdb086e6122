package dev.tabellio.reconciliation;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rules of all document types, compiled once for everything that asks them: compiling takes most of the start of a run.
 * Immutable and safe for all threads.
 */
public final class RuleBooks {

    private final DocumentTypes types;
    private final Map<String, RuleBook> books = new LinkedHashMap<>();

    /** @throws IllegalArgumentException naming type, rule and place if a rule book is wrong */
    public RuleBooks(DocumentTypes types) {
        this.types = types;
        for (DocumentType type : types.all()) {
            books.put(type.id(), RuleBook.of(type, types));
        }
    }

    Collection<DocumentType> types() {
        return types.all();
    }

    /** @throws IllegalArgumentException if the type is not among the types */
    RuleBook of(DocumentType type) {
        RuleBook book = books.get(type.id());
        if (book == null) {
            throw new IllegalArgumentException("unknown document type '%s'".formatted(type.id()));
        }
        return book;
    }
}
