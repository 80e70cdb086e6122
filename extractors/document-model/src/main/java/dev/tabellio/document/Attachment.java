package dev.tabellio.document;

/**
 * A text file inside a file: the XML of an electronic invoice. It is no page and nothing of it is printed; a value from it
 * is cited by {@link DataCitation}, and by {@link Citation} too where a page prints it.
 *
 * @param name as the file gives it
 * @param mediaType {@code text/xml} where the file does not say
 * @param text decoded, without a byte order mark
 */
public record Attachment(String name, String mediaType, String text) {}
