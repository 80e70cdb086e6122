package dev.tabellio.extraction;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Document;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageArea;
import dev.tabellio.document.PageReading;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.TextLine;
import dev.tabellio.document.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document in prose as if written on a typewriter: 6 pt for each character, 12 pt for each line. Four blanks and more part
 * columns; a form feed starts a page.
 */
public record TypedDocument(ParsedFile file, Document document) {

    private static final Pattern COLUMN = Pattern.compile("\\S+(?: {1,3}\\S+)*");
    private static final Pattern WORD = Pattern.compile("\\S+");

    public static TypedDocument of(String text) {
        List<Page> pages = new ArrayList<>();
        for (String page : text.split("\f", -1)) {
            pages.add(page(pages.size() + 1, page));
        }
        ParsedFile file = new ParsedFile("0".repeat(64), pages);
        List<PageArea> areas = pages.stream()
                .map(page -> new PageArea(page.number(), page.bounds()))
                .toList();
        return new TypedDocument(file, new Document("0123456789abcdef", file.sha256(), "prose", "1", areas, List.of()));
    }

    private static Page page(int number, String text) {
        List<Word> words = new ArrayList<>();
        List<TextLine> lines = new ArrayList<>();
        int row = 0;
        for (String line : text.split("\n", -1)) {
            row++;
            Matcher column = COLUMN.matcher(line);
            while (column.find()) {
                List<Integer> positions = new ArrayList<>();
                List<BoundingBox> boxes = new ArrayList<>();
                Matcher word = WORD.matcher(line).region(column.start(), column.end());
                while (word.find()) {
                    BoundingBox box =
                            new BoundingBox(20 + word.start() * 6, 20 + row * 12, 20 + word.end() * 6, 30 + row * 12);
                    positions.add(words.size());
                    boxes.add(box);
                    words.add(new Word(word.group(), box, Origin.TEXT_LAYER, 1));
                }
                lines.add(new TextLine(BoundingBox.around(boxes), positions));
            }
        }
        PageReading reading = words.isEmpty() ? PageReading.BLANK : PageReading.TEXT_LAYER;
        return new Page(
                number, 800, 40 + row * 12, reading, words, lines, List.of(), List.of(), List.of(), List.of(), null);
    }
}
