package dev.tabellio.document;

/** An area of a page that a layout detector has named, with its confidence from 0 to 1. */
public record Region(RegionLabel label, BoundingBox box, double confidence) {

    public Region {
        confidence = Confidence.rounded(confidence);
    }
}
