package dev.tabellio.samples.forms;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.samples.draw.Align;
import dev.tabellio.samples.draw.Canvas;
import dev.tabellio.samples.draw.DocumentPen;
import dev.tabellio.samples.draw.Face;
import dev.tabellio.samples.draw.Ink;
import dev.tabellio.samples.draw.PdfDrawing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sets running text on as many pages as it takes. Values are written {@code {/Pointer}} and are kept on one line, so that
 * each has one box, {@code {/A+/B}} where one print states two values; other parts of the document are written
 * {@code {name}}.
 */
final class TextFlow {

    private static final Pattern MARK = Pattern.compile("\\{([^}]+)}");
    private static final double MARGIN = 72;

    /** A piece that is not broken. @param pointers of the values that it is */
    private record Unit(String text, List<String> pointers, boolean glued) {}

    private final PdfDrawing drawing;
    private final DocumentPen pen;
    private final Map<String, String> printed;
    private final Ink ink;
    private final double leading;
    private double baseline = MARGIN + 10;

    /** @param printed how values are printed, where not as exported */
    TextFlow(PdfDrawing drawing, DocumentPen pen, Map<String, String> printed, Ink ink, double leading) {
        this.drawing = drawing;
        this.pen = pen;
        this.printed = printed;
        this.ink = ink;
        this.leading = leading;
    }

    void title(String pointer) throws IOException {
        String text = pen.content().values().getOrDefault(pointer, "");
        Ink bold = new Ink(Face.SERIF_BOLD, ink.size() + 3);
        Canvas canvas = pen.canvas();
        pen.printed(pointer, canvas.text(MARGIN, right(), baseline, Align.CENTER, bold, text), text);
        baseline += leading * 2;
    }

    void gap(double points) {
        baseline += points;
    }

    /** A line that stands alone, such as of an address. */
    void line(double x, Ink how, String text) throws IOException {
        room(1);
        paragraph(MARGIN + x, how, text);
    }

    void paragraph(String text) throws IOException {
        paragraph(MARGIN, ink, text);
        baseline += leading * 0.6;
    }

    /** A clause under its heading, which is not left alone at the foot of a page. */
    void clause(int number, String heading, String text) throws IOException {
        room(3);
        Ink bold = new Ink(Face.SERIF_BOLD, ink.size());
        pen.canvas().text(MARGIN, baseline, bold, "%s.".formatted(number));
        pen.canvas().text(MARGIN + 24, baseline, bold, heading + ".");
        baseline += leading;
        paragraph(MARGIN + 24, ink, text);
        baseline += leading * 0.6;
    }

    /** Starts a new page unless so many lines still fit. */
    void room(int lines) throws IOException {
        if (baseline + lines * leading > bottom()) {
            newPage();
        }
    }

    private void paragraph(double left, Ink how, String text) throws IOException {
        paragraph(left, 0, how, text);
    }

    /** @param taken width at the start of the first line that something else takes */
    private void paragraph(double left, double taken, Ink how, String text) throws IOException {
        List<Unit> line = new ArrayList<>();
        double width = taken;
        double start = left + taken;
        double blank = pen.canvas().width(how, " ");
        for (Unit unit : units(text)) {
            double wide = pen.canvas().width(how, unit.text());
            double before = line.isEmpty() || unit.glued() ? 0 : blank;
            if (!line.isEmpty() && !unit.glued() && left + width + before + wide > right()) {
                set(start, how, line, blank);
                line.clear();
                start = left;
                width = 0;
                before = 0;
            }
            line.add(unit);
            width += before + wide;
        }
        if (!line.isEmpty()) {
            set(start, how, line, blank);
        }
    }

    /** Draws neighbouring words in one go, values on their own. */
    private void set(double left, Ink how, List<Unit> line, double blank) throws IOException {
        room(1);
        double x = left;
        StringBuilder run = new StringBuilder();
        for (Unit unit : line) {
            String gap = run.isEmpty() && x == left || unit.glued() ? "" : " ";
            if (unit.pointers().isEmpty()) {
                run.append(gap).append(unit.text());
                continue;
            }
            if (!run.isEmpty()) {
                x = pen.canvas().text(x, baseline, how, run.toString()).right();
                run.setLength(0);
            }
            x += gap.isEmpty() ? 0 : blank;
            BoundingBox box = pen.canvas().text(x, baseline, how, unit.text());
            unit.pointers().forEach(pointer -> pen.printed(pointer, box, unit.text()));
            x = box.right();
        }
        if (!run.isEmpty()) {
            pen.canvas().text(x, baseline, how, run.toString());
        }
        baseline += leading;
    }

    private List<Unit> units(String text) {
        List<Unit> units = new ArrayList<>();
        Matcher mark = MARK.matcher(text);
        int from = 0;
        boolean glued = false;
        while (mark.find()) {
            glued = words(text.substring(from, mark.start()), units, glued);
            String name = mark.group(1);
            List<String> pointers = name.startsWith("/") ? List.of(name.split("\\+", -1)) : List.of();
            String value = pointers.isEmpty()
                    ? pen.content().parts().getOrDefault(name, "")
                    : printed.getOrDefault(
                            pointers.get(0), pen.content().values().getOrDefault(pointers.get(0), ""));
            if (!pointers.isEmpty()) {
                units.add(new Unit(value, pointers, glued));
            } else {
                words(value, units, glued);
            }
            glued = true;
            from = mark.end();
        }
        words(text.substring(from), units, glued);
        return units;
    }

    /** @return whether what follows touches the last word */
    private static boolean words(String text, List<Unit> units, boolean gluedBefore) {
        if (text.isEmpty()) {
            return gluedBefore;
        }
        boolean glued = gluedBefore && !text.startsWith(" ");
        for (String word : text.strip().split(" +", -1)) {
            if (!word.isEmpty()) {
                units.add(new Unit(word, List.of(), glued));
                glued = false;
            }
        }
        return !text.endsWith(" ");
    }

    /** A paragraph behind its heading in bold, on one line. */
    void runIn(String heading, String text) throws IOException {
        room(3);
        Ink bold = new Ink(Face.SERIF_BOLD, ink.size());
        double width = pen.canvas().text(MARGIN, baseline, bold, heading).right() - MARGIN;
        paragraph(MARGIN, width + pen.canvas().width(ink, " "), ink, text);
        baseline += leading * 0.6;
    }

    /** A line in the middle that states values. */
    void centred(Ink how, String text, String... pointers) throws IOException {
        room(1);
        BoundingBox box = pen.canvas().text(MARGIN, right(), baseline, Align.CENTER, how, text);
        for (String pointer : pointers) {
            pen.printed(pointer, box, text);
        }
        baseline += leading;
    }

    void newPage() throws IOException {
        pen.turnTo(drawing.letterPage());
        baseline = MARGIN + 10;
        Canvas canvas = pen.canvas();
        canvas.text(
                MARGIN,
                right(),
                canvas.bounds().height() - 40,
                Align.CENTER,
                new Ink(Face.SERIF, 9),
                "Page %s".formatted(canvas.number()));
    }

    private double right() {
        return pen.canvas().bounds().width() - MARGIN;
    }

    private double bottom() {
        return pen.canvas().bounds().height() - MARGIN;
    }

    double baseline() {
        return baseline;
    }
}
