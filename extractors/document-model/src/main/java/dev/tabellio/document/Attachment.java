package dev.tabellio.document;

/**
 * A text file inside a file: the XML of an electronic invoice. It is no page and nothing of it is printed; what is read
 * from it has to be found on a page before it counts as evidence.
 *
 * @param name as the file gives it
 * @param mediaType {@code text/xml} where the file does not say
 * @param text decoded, without a byte order mark
 */
public record Attachment(String name, String mediaType, String text) {}
