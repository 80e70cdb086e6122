package dev.tabellio.samples.forms;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.samples.draw.Canvas;
import dev.tabellio.samples.draw.DocumentPen;
import dev.tabellio.samples.draw.Face;
import dev.tabellio.samples.draw.Ink;
import java.io.IOException;

/** Draws boxes with labels relative to a corner, and gives the areas that values go into. */
final class FormGrid {

    private final DocumentPen pen;
    private final double left;
    private final double top;
    private final double labelSize;

    /** @param labelSize of the labels, in points; the box numbers are bold */
    FormGrid(DocumentPen pen, double left, double top, double labelSize) {
        this.pen = pen;
        this.left = left;
        this.top = top;
        this.labelSize = labelSize;
    }

    /** A rectangle relative to the grid's corner. */
    BoundingBox at(double x, double y, double width, double height) {
        return new BoundingBox(left + x, top + y, left + x + width, top + y + height);
    }

    Canvas canvas() {
        return pen.canvas();
    }

    /** A ruled box with a number and a label at its top; returns the area below the label. */
    BoundingBox cell(double x, double y, double width, double height, String number, String label) throws IOException {
        return cell(at(x, y, width, height), number, label, 0.7);
    }

    BoundingBox cell(BoundingBox box, String number, String label, double weight) throws IOException {
        canvas().frame(box, weight);
        return labelled(box, number, label);
    }

    /** The label without the ruling. */
    BoundingBox labelled(BoundingBox box, String number, String label) throws IOException {
        double x = box.left() + 3;
        double baseline = box.top() + labelSize + 1.2;
        if (!number.isEmpty()) {
            Ink bold = new Ink(Face.SANS_BOLD, labelSize);
            canvas().text(x, baseline, bold, number);
            x += canvas().width(bold, number) + labelSize * 0.55;
        }
        if (!label.isEmpty()) {
            Ink ink = canvas().fit(new Ink(Face.SANS, labelSize), label, box.right() - x - 1);
            canvas().text(x, baseline, ink, label);
        }
        return new BoundingBox(box.left() + 4, box.top() + labelSize + 2.5, box.right() - 4, box.bottom());
    }

    void label(double x, double y, Face face, double size, String text) throws IOException {
        canvas().text(left + x, top + y, new Ink(face, size), text);
    }

    /** Text set in so many lines of at most {@code width} points. */
    void note(double x, double y, double width, Face face, double size, String text) throws IOException {
        Ink ink = new Ink(face, size);
        double baseline = top + y;
        for (String line : canvas().wrapped(ink, text, width)) {
            canvas().text(left + x, baseline, ink, line);
            baseline += size * 1.15;
        }
    }
}
