package dev.tabellio.document;

/** The kinds of file that are accepted, told by their content, never by their name. */
public enum MediaType {
    PDF,
    PNG,
    JPEG,
    TIFF
}
