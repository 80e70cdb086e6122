package dev.tabellio.extraction.classify;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.document.BoundingBox;
import java.util.List;

/** What one page was taken for, before pages are put together into documents. */
sealed interface PageVerdict {

    /** Documents start here: one for each area. */
    record Start(List<Found> found) implements PageVerdict {
        public Start {
            found = List.copyOf(found);
        }
    }

    /**
     * A document of a type in an area of the page.
     *
     * @param hasEnd whether the type says what ends its documents
     */
    record Found(DocumentType type, boolean runsOn, boolean hasEnd, BoundingBox area) {}

    /** A further page of a form, by its number within the form. */
    record Continuation(DocumentType type, int number) implements PageVerdict {}

    /** A page about a form, without values. */
    record Instructions(String says) implements PageVerdict {}

    /** Nothing on it. */
    record Blank() implements PageVerdict {}

    /** It could not be read. */
    record Failed(String says) implements PageVerdict {}

    /** No type claims it. */
    record Unclaimed(String says) implements PageVerdict {}
}
