package dev.tabellio.extraction.sections;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Page;

/**
 * A line of a document and where it stands.
 *
 * @param page from 1
 * @param index position in {@link Page#lines()}
 * @param box on that page
 * @param text the words as printed, joined by single blanks
 * @param opensParagraph whether there is more white above it than the lines of a paragraph have between them; false for
 *     the first line of a page, where nobody can tell
 */
public record PlacedLine(int page, int index, BoundingBox box, String text, boolean opensParagraph) {}
