package dev.tabellio.extraction.geometry;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.TextLine;
import dev.tabellio.document.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a page in reading order, and its lines.
 *
 * @param words in reading order
 * @param lines in reading order; every word is on exactly one line
 */
public record TextArrangement(List<Word> words, List<TextLine> lines) {

    public TextArrangement {
        words = List.copyOf(words);
        lines = List.copyOf(lines);
    }

    /**
     * Puts words in order.
     *
     * @param words in any order
     * @param rulings words on two sides of a vertical line are never on one line of text
     */
    public static TextArrangement of(List<Word> words, List<Ruling> rulings) {
        List<List<Word>> grouped = LineGrouping.lines(words, rulings);
        List<BoundingBox> boxes = grouped.stream()
                .map(line -> BoundingBox.around(line.stream().map(Word::box).toList()))
                .toList();
        List<Word> ordered = new ArrayList<>(words.size());
        List<TextLine> lines = new ArrayList<>(grouped.size());
        for (int line : ReadingOrder.of(boxes)) {
            List<Integer> positions = new ArrayList<>();
            for (Word word : grouped.get(line)) {
                positions.add(ordered.size());
                ordered.add(word);
            }
            lines.add(new TextLine(boxes.get(line), positions));
        }
        return new TextArrangement(ordered, lines);
    }
}
