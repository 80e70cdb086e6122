package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.extraction.text.Hit;

/**
 * A label where it stands on a page.
 *
 * @param box of the label and its number
 * @param numbered whether the box number that the anchor declares stands before it
 */
record PlacedLabel(Anchor anchor, Hit hit, BoundingBox box, boolean numbered) {

    /** How sure it is that this is the label: from 0 to 1. */
    double quality() {
        return hit.quality() * (numbered || anchor.numbers().isEmpty() ? 1 : 0.97);
    }

    /** Whether something stands on the same line. */
    boolean level(BoundingBox other) {
        return box.overlapY(other) >= 0.5 * Math.min(box.height(), other.height());
    }
}
