package dev.tabellio.document;

/**
 * A text or choice field of an interactive form (AcroForm) that holds a value. Ticked boxes are {@link Checkbox}es.
 *
 * @param name fully qualified field name
 * @param value the value as entered; may span several lines
 * @param box the widget's rectangle
 */
public record FormField(String name, String value, BoundingBox box) {}
