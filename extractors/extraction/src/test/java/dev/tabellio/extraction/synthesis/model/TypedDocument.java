package dev.tabellio.extraction.synthesis.model;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Checkbox;
import dev.tabellio.document.Document;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageArea;
import dev.tabellio.document.PageReading;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.Region;
import dev.tabellio.document.TextLine;
import dev.tabellio.document.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document as if written on a typewriter: 6 pt for each character, 12 pt for each line. Four blanks and more part
 * columns; a form feed starts a page; {@code [x]} and {@code [ ]} are checkboxes.
 */
record TypedDocument(ParsedFile file, Document document) {

    private static final Pattern COLUMN = Pattern.compile("\\S+(?: {1,3}\\S+)*");
    private static final Pattern WORD = Pattern.compile("\\[[ x]]|\\S+");

    static TypedDocument of(String type, String text) {
        return of(type, text, Origin.TEXT_LAYER, List.of());
    }

    static TypedDocument scanned(String type, String text) {
        return of(type, text, Origin.OCR, List.of());
    }

    static TypedDocument of(String type, String text, Origin origin, List<Region> regions) {
        List<Page> pages = new ArrayList<>();
        for (String page : text.split("\f", -1)) {
            pages.add(page(pages.size() + 1, page, origin, regions));
        }
        ParsedFile file = new ParsedFile("0".repeat(64), pages);
        List<PageArea> areas = pages.stream()
                .map(page -> new PageArea(page.number(), page.bounds()))
                .toList();
        return new TypedDocument(file, new Document("0123456789abcdef", file.sha256(), type, "1", areas, List.of()));
    }

    NumberedText text() {
        return NumberedText.of(file, document);
    }

    ExtractedDocument read(Map<String, ExtractedField> fields) {
        return new ExtractedDocument(document, fields);
    }

    /** Where a line of the text block stands. @param line from 1 */
    static BoundingBox at(int line, int column, int length) {
        return new BoundingBox(20 + column * 6, 8 + line * 12, 20 + (column + length) * 6, 18 + line * 12);
    }

    private static Page page(int number, String text, Origin origin, List<Region> regions) {
        List<Word> words = new ArrayList<>();
        List<TextLine> lines = new ArrayList<>();
        List<Checkbox> checkboxes = new ArrayList<>();
        int row = 0;
        for (String line : text.split("\n", -1)) {
            row++;
            Matcher column = COLUMN.matcher(line.replace("[ ]", "[_]"));
            while (column.find()) {
                List<Integer> positions = new ArrayList<>();
                List<BoundingBox> boxes = new ArrayList<>();
                Matcher word = WORD.matcher(line).region(column.start(), column.end());
                while (word.find()) {
                    BoundingBox box = at(row, word.start(), word.end() - word.start());
                    if (word.group().equals("[x]") || word.group().equals("[ ]")) {
                        checkboxes.add(new Checkbox(box, word.group().equals("[x]"), origin, 1));
                    } else {
                        positions.add(words.size());
                        boxes.add(box);
                        words.add(new Word(word.group(), box, origin, origin == Origin.OCR ? 0.9 : 1));
                    }
                }
                if (!positions.isEmpty()) {
                    lines.add(new TextLine(BoundingBox.around(boxes), positions));
                }
            }
        }
        PageReading reading =
                words.isEmpty() ? PageReading.BLANK : origin == Origin.OCR ? PageReading.OCR : PageReading.TEXT_LAYER;
        return new Page(
                number, 800, 40 + row * 12, reading, words, lines, List.of(), checkboxes, List.of(), regions, null);
    }
}
