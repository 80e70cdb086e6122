package dev.tabellio.document;

import java.util.List;

/**
 * One cell of a table.
 *
 * @param row of its top, from 0
 * @param column of its left, from 0
 * @param rowSpan rows that it fills, at least 1
 * @param columnSpan columns that it fills, at least 1
 * @param box between ruling lines if there are any, else around its words
 * @param words positions in {@link Page#words()}, in reading order; at least one
 */
public record TableCell(int row, int column, int rowSpan, int columnSpan, BoundingBox box, List<Integer> words) {

    /** @throws IllegalArgumentException if it has no place or no words */
    public TableCell {
        words = List.copyOf(words);
        if (row < 0 || column < 0 || rowSpan < 1 || columnSpan < 1 || words.isEmpty()) {
            throw new IllegalArgumentException("not a cell: row %d + %d, column %d + %d, %d words"
                    .formatted(row, rowSpan, column, columnSpan, words.size()));
        }
    }
}
