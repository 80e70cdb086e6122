package dev.tabellio.extraction.pdf;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Sets the value of a text field inside its widget as a viewer would: the font size of the default appearance or one that
 * fits, lines wrapped at the width, the field's alignment. Boxes are right to about a character, and always inside the
 * widget.
 */
final class FieldLayout {

    /** Padding of a viewer between widget and text in points. */
    private static final double PADDING = 2;

    /** Distance of baselines in font sizes. */
    private static final double LEADING = 1.15;

    private static final double LARGEST_AUTOMATIC = 12;
    private static final double SMALLEST = 4;

    private final Widget widget;
    private final BoundingBox box;
    private final List<Word> words = new ArrayList<>();

    private FieldLayout(Widget widget) {
        this.widget = widget;
        box = widget.box();
    }

    /** @param value not blank */
    static List<Word> words(Widget widget, String value) {
        FieldLayout layout = new FieldLayout(widget);
        int comb = widget.combLength();
        if (comb > 1 && value.strip().length() <= comb && value.strip().indexOf('\n') < 0) {
            layout.comb(value.strip(), comb);
        } else {
            layout.lines(value);
        }
        return layout.words;
    }

    /** The digits of a comb are one word: it is one value, and the gaps are the form's. */
    private void comb(String value, int places) {
        double place = box.width() / places;
        double top = box.centerY() - Math.min(box.height(), LARGEST_AUTOMATIC) / 2;
        double bottom = box.centerY() + Math.min(box.height(), LARGEST_AUTOMATIC) / 2;
        int start = 0;
        for (String run : value.split(" ", -1)) {
            if (!run.isBlank()) {
                add(run, box.left() + start * place, box.left() + (start + run.length()) * place, top, bottom);
            }
            start += run.length() + 1;
        }
    }

    private void lines(String value) {
        List<String> paragraphs = value.lines().toList();
        boolean several = widget.isMultiline() || paragraphs.size() > 1;
        double room = Math.max(1, box.width() - 2 * PADDING);
        double size = widget.fontSize().orElseGet(() -> automaticSize(paragraphs, several, room));
        List<String> lines = several ? wrapped(paragraphs, room, size) : paragraphs;
        double height = lines.size() * size * LEADING;
        if (height > box.height()) {
            size *= box.height() / height;
            height = box.height();
        }
        double top = several ? box.top() + Math.min(PADDING, box.height() - height) : box.centerY() - height / 2;
        for (String line : lines) {
            line(line, size, top);
            top += size * LEADING;
        }
    }

    private double automaticSize(List<String> paragraphs, boolean several, double room) {
        double size =
                Math.min(LARGEST_AUTOMATIC, Math.max(SMALLEST, several ? LARGEST_AUTOMATIC : 0.75 * box.height()));
        while (size > SMALLEST) {
            boolean fits = several
                    ? wrapped(paragraphs, room, size).size() * size * LEADING <= box.height()
                    : TextWidths.of(paragraphs.get(0), size) <= room;
            if (fits) {
                break;
            }
            size -= 0.5;
        }
        return size;
    }

    private static List<String> wrapped(List<String> paragraphs, double room, double size) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : paragraphs) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ", -1)) {
                if (!line.isEmpty() && TextWidths.of(line + " " + word, size) > room) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private void line(String text, double size, double top) {
        double width = TextWidths.of(text, size);
        double squeeze = Math.min(1, Math.max(1, box.width() - 2 * PADDING) / Math.max(width, 0.1));
        double left = switch (widget.alignment()) {
            case 1 -> box.centerX() - width * squeeze / 2;
            case 2 -> box.right() - PADDING - width * squeeze;
            default -> box.left() + PADDING;
        };
        int start = 0;
        for (String word : text.split("\\s", -1)) {
            if (!word.isBlank()) {
                double from = left + TextWidths.of(text.substring(0, start), size) * squeeze;
                add(word, from, from + TextWidths.of(word, size) * squeeze, top, top + size * LEADING);
            }
            start += word.length() + 1;
        }
    }

    private void add(String text, double left, double right, double top, double bottom) {
        String plain = WordAssembly.plain(text).strip().replace(" ", "");
        if (plain.isEmpty()) {
            return;
        }
        double from = Math.max(box.left(), Math.min(left, box.right()));
        double above = Math.max(box.top(), Math.min(top, box.bottom()));
        words.add(new Word(
                plain,
                new BoundingBox(
                        from,
                        above,
                        Math.max(from, Math.min(right, box.right())),
                        Math.max(above, Math.min(bottom, box.bottom()))),
                Origin.FORM_FIELD,
                1));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "layout of %s in %s", widget.name(), box);
    }
}
