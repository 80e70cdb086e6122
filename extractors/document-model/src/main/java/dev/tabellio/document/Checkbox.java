package dev.tabellio.document;

/**
 * A box that is or is not ticked.
 *
 * @param origin FORM_FIELD for a widget, TEXT_LAYER for a drawn box with or without a mark, OCR when seen in pixels
 */
public record Checkbox(BoundingBox box, boolean selected, Origin origin, double confidence) {

    public Checkbox {
        confidence = Confidence.rounded(confidence);
    }
}
