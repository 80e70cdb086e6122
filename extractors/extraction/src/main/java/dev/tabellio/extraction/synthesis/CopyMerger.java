package dev.tabellio.extraction.synthesis;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.doctype.Identity;
import dev.tabellio.document.Document;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.PageArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Merges prints of one document in one file: copies B, C and 2 of a W-2, on pages of their own or four to a page.
 *
 * <p>Two documents of a type are copies when the type's identity and all values that do not vary between copies are the
 * same. The first one in the file stays and lists the others as its copies. Same identity but other values may be a
 * correction, a second document or a misreading: those stay apart, for a person to decide.
 */
public final class CopyMerger {

    private final DocumentTypes types;

    public CopyMerger(DocumentTypes types) {
        this.types = types;
    }

    /**
     * @param documents of one file in its order
     * @return the same documents in the same order, copies folded into the first of them
     */
    public List<ExtractedDocument> merge(List<ExtractedDocument> documents) {
        List<ExtractedDocument> merged = new ArrayList<>();
        for (ExtractedDocument document : documents) {
            Optional<Integer> original = originalOf(document, merged);
            if (original.isPresent()) {
                merged.set(original.get(), withCopy(merged.get(original.get()), document.document()));
            } else {
                merged.add(document);
            }
        }
        return List.copyOf(merged);
    }

    private Optional<Integer> originalOf(ExtractedDocument document, List<ExtractedDocument> merged) {
        Optional<Identity> identity = types.find(document.document().type()).map(DocumentType::identity);
        Optional<String> key = identity.flatMap(own -> own.of(document));
        for (int i = 0; key.isPresent() && i < merged.size(); i++) {
            ExtractedDocument other = merged.get(i);
            if (other.document().type().equals(document.document().type())
                    && identity.orElseThrow().of(other).equals(key)
                    && identity.orElseThrow().compare(other, document) == Identity.Relation.SAME) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static ExtractedDocument withCopy(ExtractedDocument original, Document copy) {
        List<List<PageArea>> copies = new ArrayList<>(original.document().copies());
        copies.add(copy.areas());
        copies.addAll(copy.copies());
        return original.with(original.document().withCopies(copies));
    }
}
