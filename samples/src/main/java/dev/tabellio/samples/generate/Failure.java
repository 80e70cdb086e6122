package dev.tabellio.samples.generate;

/**
 * Something that was read wrong, without what the document said.
 *
 * @param type id of the document type
 * @param pattern pointer of the field with {@code *} for places in a list; empty for the whole document
 * @param kind of the field as schemas say ({@code text}, {@code amount} ...), or anything else for one whose values are a
 *     closed list
 * @param how it failed: wrong, missing, spurious ...
 * @param mask of the value that should have been read, see {@link dev.tabellio.samples.content.Shape#mask}; empty if
 *     nothing should have been
 * @param path of the file in its set
 * @param rendering of the case, such as {@code scan200}; may be empty
 */
public record Failure(
        String type, String pattern, String kind, String how, String mask, String path, String rendering) {}
