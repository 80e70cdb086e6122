package dev.tabellio.extraction.signatures;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Signature;

/** Tells what stands in an area of a page beside print. */
@FunctionalInterface
public interface SeenMarks {

    /** @return INK, PICTURE, or EMPTY for neither */
    Signature.Mark in(BoundingBox area);
}
