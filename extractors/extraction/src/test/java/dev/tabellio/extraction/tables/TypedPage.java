package dev.tabellio.extraction.tables;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageReading;
import dev.tabellio.document.TextLine;
import dev.tabellio.document.Word;
import java.util.ArrayList;
import java.util.List;

/** Pages for tests, written as they look. */
final class TypedPage {

    private TypedPage() {}

    /** Typed: each character is 5 pt wide, each line 14 pt high with print of 12 pt; a line is one line of text. */
    static Page page(int number, double top, String typed) {
        List<Word> words = new ArrayList<>();
        List<TextLine> lines = new ArrayList<>();
        double y = top;
        for (String line : typed.split("\n")) {
            List<Integer> positions = new ArrayList<>();
            for (int i = 0; i < line.length(); i++) {
                if (line.charAt(i) != ' ' && (i == 0 || line.charAt(i - 1) == ' ')) {
                    int end = line.indexOf(' ', i) < 0 ? line.length() : line.indexOf(' ', i);
                    positions.add(words.size());
                    words.add(new Word(
                            line.substring(i, end),
                            new BoundingBox(72 + 5 * i, y, 72 + 5 * end, y + 12),
                            Origin.TEXT_LAYER,
                            1));
                }
            }
            if (!positions.isEmpty()) {
                lines.add(new TextLine(
                        BoundingBox.around(
                                positions.stream().map(i -> words.get(i).box()).toList()),
                        positions));
            }
            y += 14;
        }
        return new Page(
                number,
                612,
                792,
                PageReading.TEXT_LAYER,
                words,
                lines,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
