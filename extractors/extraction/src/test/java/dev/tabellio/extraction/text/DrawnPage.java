package dev.tabellio.extraction.text;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Checkbox;
import dev.tabellio.document.FormField;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageReading;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pages drawn as text, for tests: a character is 5 pt wide, a row 12 pt high. {@code [ ]} and {@code [x]} draw a checkbox.
 */
public final class DrawnPage {

    public static final double COLUMN = 5;
    public static final double ROW = 12;

    private static final Pattern TOKEN = Pattern.compile("\\[[ x]]|\\S+");

    private DrawnPage() {}

    public static Page of(int number, String drawing) {
        return of(number, drawing, Origin.TEXT_LAYER, List.of());
    }

    /** @param cells ruled rectangles in characters and rows: left, top, right, bottom */
    public static Page of(int number, String drawing, Origin origin, List<int[]> cells) {
        List<Word> words = new ArrayList<>();
        List<Checkbox> boxes = new ArrayList<>();
        String[] rows = drawing.split("\n", -1);
        for (int row = 0; row < rows.length; row++) {
            Matcher token = TOKEN.matcher(rows[row]);
            while (token.find()) {
                BoundingBox box = new BoundingBox(
                        token.start() * COLUMN, row * ROW + 2, token.end() * COLUMN - 1, row * ROW + 11);
                if (token.group().matches("\\[[ x]]")) {
                    boxes.add(new Checkbox(box, token.group().equals("[x]"), origin, 0.9));
                } else {
                    words.add(new Word(token.group(), box, origin, origin == Origin.OCR ? 0.9 : 1));
                }
            }
        }
        return new Page(
                number,
                612,
                792,
                origin == Origin.OCR ? PageReading.OCR : words.isEmpty() ? PageReading.BLANK : PageReading.TEXT_LAYER,
                words,
                List.of(),
                cells.stream()
                        .map(c -> new BoundingBox(c[0] * COLUMN, c[1] * ROW, c[2] * COLUMN, c[3] * ROW))
                        .toList(),
                boxes,
                List.of(),
                List.of(),
                null);
    }

    /** The page as a fillable form: {@code values} are laid over it as form fields. */
    public static Page filled(Page form, String values) {
        List<Word> words = new ArrayList<>(form.words());
        List<FormField> fields = new ArrayList<>();
        for (Word word : of(form.number(), values).words()) {
            words.add(new Word(word.text(), word.box(), Origin.FORM_FIELD, 1));
            fields.add(
                    new FormField("f" + fields.size(), word.text(), word.box().grow(1)));
        }
        return new Page(
                form.number(),
                form.width(),
                form.height(),
                PageReading.TEXT_LAYER,
                words,
                List.of(),
                form.cells(),
                form.checkboxes(),
                fields,
                List.of(),
                null);
    }

    public static ParsedFile file(Page... pages) {
        return new ParsedFile("ab".repeat(32), List.of(pages));
    }
}
