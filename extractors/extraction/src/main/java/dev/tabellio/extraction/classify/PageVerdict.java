package dev.tabellio.extraction.classify;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.PageArea;
import java.util.List;
import java.util.Optional;

/** What one page was taken for, before pages are put together into documents. */
sealed interface PageVerdict {

    /**
     * Documents start here: one for each area.
     *
     * @param others heads of parts that no type knows
     */
    record Start(List<Found> found, List<String> others) implements PageVerdict {
        public Start {
            found = List.copyOf(found);
            others = List.copyOf(others);
        }
    }

    /**
     * A document of a type in an area of the page.
     *
     * @param hasEnd whether the type says what ends its documents
     * @param shared an area that other documents share with it, such as the parties above the parts of a statement
     * @param continued whether it is a further part of a document that began on an earlier page
     */
    record Found(
            DocumentType type,
            boolean runsOn,
            boolean hasEnd,
            BoundingBox area,
            Optional<PageArea> shared,
            boolean continued) {

        /** A document with an area of its own. */
        static Found alone(DocumentType type, boolean runsOn, boolean hasEnd, BoundingBox area) {
            return new Found(type, runsOn, hasEnd, area, Optional.empty(), false);
        }
    }

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
