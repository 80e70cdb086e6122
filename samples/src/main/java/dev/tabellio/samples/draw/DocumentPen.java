package dev.tabellio.samples.draw;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.PageArea;
import dev.tabellio.samples.content.FormContent;
import dev.tabellio.samples.sets.Place;
import dev.tabellio.samples.sets.Print;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Enters the values of one document into its pages and notes where they went. */
public final class DocumentPen {

    private final FormContent content;
    private final Entries entries;
    private final List<PageArea> areas = new ArrayList<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private Canvas canvas;

    DocumentPen(FormContent content, Entries entries, Canvas canvas, BoundingBox area) {
        this.content = content;
        this.entries = entries;
        this.canvas = canvas;
        areas.add(new PageArea(canvas.number(), area));
    }

    /** Goes on with the document on another page. */
    public void turnTo(Canvas next) {
        turnTo(next, next.bounds());
    }

    /** Goes on with the document in an area of another page, or of the same. */
    public void turnTo(Canvas next, BoundingBox area) {
        canvas = next;
        areas.add(new PageArea(next.number(), area));
    }

    public Canvas canvas() {
        return canvas;
    }

    public FormContent content() {
        return content;
    }

    /** A value on one line; nothing if the document does not have it. */
    public void line(String pointer, BoundingBox area, Style style) throws IOException {
        String text = printed(content.values().get(pointer), style);
        note(pointer, entries.line(canvas, area, style, text), text);
    }

    /** A value on one or more lines. @param leading distance of the baselines in points */
    public void lines(String pointer, BoundingBox area, Style style, double leading) throws IOException {
        String text = printed(content.values().get(pointer), style);
        List<BoundingBox> boxes =
                entries.lines(canvas, area, style, text.lines().toList(), leading);
        if (!boxes.isEmpty()) {
            note(pointer, BoundingBox.around(boxes), text);
        }
    }

    /** Two values in one block of lines, as a name above its address. */
    public void block(String upper, String lower, BoundingBox area, Style style, double leading) throws IOException {
        List<String> above = printed(content.values().get(upper), style).lines().toList();
        List<String> below = printed(content.values().get(lower), style).lines().toList();
        List<String> all = new ArrayList<>(above);
        all.addAll(below);
        List<BoundingBox> boxes = entries.lines(canvas, area, style, all, leading);
        note(upper, BoundingBox.around(boxes.subList(0, above.size())), String.join("\n", above));
        note(lower, BoundingBox.around(boxes.subList(above.size(), boxes.size())), String.join("\n", below));
    }

    /** A value whose pieces stand apart on the form. @param pieces where each goes; a piece that is not known is left out */
    public void pieces(String pointer, Map<String, BoundingBox> pieces, Style style) throws IOException {
        List<BoundingBox> boxes = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Map.Entry<String, BoundingBox> piece : pieces.entrySet()) {
            String text = printed(content.parts().get(piece.getKey()), style);
            BoundingBox box = entries.line(canvas, piece.getValue(), style, text);
            if (!text.isBlank()) {
                boxes.add(box);
                texts.add(text);
            }
        }
        if (!boxes.isEmpty()) {
            note(pointer, BoundingBox.around(boxes), String.join(" ", texts));
        }
    }

    /** A value with one character in each cell. */
    public void comb(String pointer, BoundingBox area, Style style, int cells) throws IOException {
        String text = printed(content.values().get(pointer), style);
        note(pointer, entries.comb(canvas, area, style, text, cells), text);
    }

    /** A flag. */
    public void tick(String pointer, BoundingBox box) throws IOException {
        entries.tick(canvas, box, "true".equals(content.values().get(pointer)));
        if (content.values().containsKey(pointer)) {
            note(pointer, box, "");
        }
    }

    /** One of several boxes: ticked if the value is this one. */
    public void choice(String pointer, String value, BoundingBox box) throws IOException {
        boolean chosen = value.equals(content.values().get(pointer));
        entries.tick(canvas, box, chosen);
        if (chosen) {
            places.put(pointer, new Place(canvas.number(), box, ""));
        }
    }

    /** Something filled in that no document type exports. */
    public void other(String part, BoundingBox area, Style style) throws IOException {
        entries.line(canvas, area, style, printed(content.parts().get(part), style));
    }

    /** A value that stands here once more; its place is elsewhere. */
    public void again(String pointer, BoundingBox area, Style style) throws IOException {
        entries.line(canvas, area, style, printed(content.values().get(pointer), style));
    }

    /** A box that says nothing that is exported. */
    public void otherTick(BoundingBox box, boolean ticked) throws IOException {
        entries.tick(canvas, box, ticked);
    }

    /** Notes a value that the form itself prints, such as the year in its title. */
    public void printed(String pointer, BoundingBox box, String text) {
        note(pointer, box, text);
    }

    /** Notes the values that another document has printed so far, in a place that both share. */
    public void shares(DocumentPen other) {
        other.places.forEach((pointer, place) -> {
            if (content.values().containsKey(pointer)) {
                places.putIfAbsent(pointer, place);
            }
        });
    }

    Print print(String file) {
        return new Print(file, areas, places);
    }

    private void note(String pointer, BoundingBox box, String text) {
        if (content.values().containsKey(pointer)) {
            places.putIfAbsent(pointer, new Place(canvas.number(), box, text));
        }
    }

    private static String printed(@Nullable String value, Style style) {
        return value == null ? "" : value.lines().map(style.print()).collect(Collectors.joining("\n"));
    }
}
