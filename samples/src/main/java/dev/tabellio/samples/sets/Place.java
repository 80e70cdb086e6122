package dev.tabellio.samples.sets;

import dev.tabellio.document.BoundingBox;

/**
 * Where a value is printed.
 *
 * @param page of the file, from 1
 * @param box on the page as displayed: around the printed text, or the area it was entered into where the labels give
 *     only that; of a tick box, the box itself
 * @param text as printed, a line break between printed lines; empty for a tick box
 */
public record Place(int page, BoundingBox box, String text) {}
