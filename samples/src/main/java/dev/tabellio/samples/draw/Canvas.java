package dev.tabellio.samples.draw;

import dev.tabellio.document.BoundingBox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;

/** One page to draw on. Texts return the box of their ink. */
public final class Canvas {

    /** Share of the font size that letters reach above and below the baseline (Helvetica: 0.72 and 0.21). */
    private static final double ASCENT = 0.74;

    private static final double DESCENT = 0.22;

    private final PDPage page;
    private final int number;
    private final Typefaces faces;
    private final PDPageContentStream stream;
    private final double height;

    Canvas(PDPage page, int number, Typefaces faces, PDPageContentStream stream) {
        this.page = page;
        this.number = number;
        this.faces = faces;
        this.stream = stream;
        this.height = page.getMediaBox().getHeight();
    }

    /** Page number in the PDF, from 1. */
    public int number() {
        return number;
    }

    public BoundingBox bounds() {
        return new BoundingBox(0, 0, page.getMediaBox().getWidth(), height);
    }

    PDPage page() {
        return page;
    }

    /** @param weight thickness in points */
    public void line(double x1, double y1, double x2, double y2, double weight) throws IOException {
        stream.setLineWidth((float) weight);
        stream.moveTo((float) x1, (float) (height - y1));
        stream.lineTo((float) x2, (float) (height - y2));
        stream.stroke();
    }

    /** A stroke of a pen from one point to another, drawn to the two between them. */
    public void curve(double x1, double y1, double x2, double y2, double x3, double y3, double x4, double y4)
            throws IOException {
        stream.setLineWidth(1);
        stream.moveTo((float) x1, (float) (height - y1));
        stream.curveTo((float) x2, (float) (height - y2), (float) x3, (float) (height - y3), (float) x4, (float)
                (height - y4));
        stream.stroke();
    }

    public void dashed(double x1, double y1, double x2, double y2) throws IOException {
        stream.setLineDashPattern(new float[] {2, 1.5f}, 0);
        line(x1, y1, x2, y2, 0.6);
        stream.setLineDashPattern(new float[0], 0);
    }

    public void frame(BoundingBox box, double weight) throws IOException {
        stream.setLineWidth((float) weight);
        stream.addRect((float) box.left(), (float) (height - box.bottom()), (float) box.width(), (float) box.height());
        stream.stroke();
    }

    /** @param grey from 0 (black) to 1 (white) */
    public void fill(BoundingBox box, double grey) throws IOException {
        stream.setNonStrokingColor((float) grey);
        stream.addRect((float) box.left(), (float) (height - box.bottom()), (float) box.width(), (float) box.height());
        stream.fill();
        stream.setNonStrokingColor(0f);
    }

    /** Draws one line of text from {@code x} on. */
    public BoundingBox text(double x, double baseline, Ink ink, String text) throws IOException {
        PDFont font = faces.font(ink.face());
        stream.setNonStrokingColor((float) ink.grey());
        stream.beginText();
        stream.setFont(font, (float) ink.size());
        stream.newLineAtOffset((float) x, (float) (height - baseline));
        stream.showText(text);
        stream.endText();
        stream.setNonStrokingColor(0f);
        return new BoundingBox(
                x, baseline - ASCENT * ink.size(), x + faces.width(ink, text), baseline + DESCENT * ink.size());
    }

    /** Draws one line of text between {@code left} and {@code right}, smaller if it does not fit. */
    public BoundingBox text(double left, double right, double baseline, Align align, Ink ink, String text)
            throws IOException {
        Ink fitting = fit(ink, text, right - left);
        double width = faces.width(fitting, text);
        double x = switch (align) {
            case LEFT -> left;
            case CENTER -> (left + right - width) / 2;
            case RIGHT -> right - width;
        };
        return text(x, baseline, fitting, text);
    }

    /** Draws text around a point, turned by degrees counter-clockwise, in a frame, as a rubber stamp does. */
    public void stamp(double x, double y, double degrees, Ink ink, String text) throws IOException {
        double width = faces.width(ink, text);
        stream.saveGraphicsState();
        stream.transform(Matrix.getTranslateInstance((float) x, (float) (height - y)));
        stream.transform(Matrix.getRotateInstance(Math.toRadians(degrees), 0, 0));
        stream.setStrokingColor((float) ink.grey());
        stream.setNonStrokingColor((float) ink.grey());
        stream.setLineWidth(1.6f);
        stream.addRect((float) (-width / 2 - 6), (float) (-ink.size() * 0.6), (float) (width + 12), (float)
                (ink.size() * 1.6));
        stream.stroke();
        stream.beginText();
        stream.setFont(faces.font(ink.face()), (float) ink.size());
        stream.newLineAtOffset((float) (-width / 2), (float) (-ink.size() * 0.15));
        stream.showText(text);
        stream.endText();
        stream.restoreGraphicsState();
    }

    /** A box to tick. */
    public void checkbox(BoundingBox box, boolean ticked) throws IOException {
        frame(box, 0.7);
        if (ticked) {
            double in = box.width() * 0.18;
            line(box.left() + in, box.top() + in, box.right() - in, box.bottom() - in, 1.1);
            line(box.left() + in, box.bottom() - in, box.right() - in, box.top() + in, 1.1);
        }
    }

    /** Dots every {@code step} points from {@code left} to {@code right}, in line with those of other lines. */
    public void dotLeaders(double left, double right, double baseline, double step, Ink ink) throws IOException {
        for (double x = Math.ceil(left / step) * step; x < right; x += step) {
            text(x, baseline, ink, ".");
        }
    }

    public double width(Ink ink, String text) throws IOException {
        return faces.width(ink, text);
    }

    /** The same ink, so much smaller that the text is no wider than {@code width}. */
    public Ink fit(Ink ink, String text, double width) throws IOException {
        double natural = faces.width(ink, text);
        return natural <= width ? ink : ink.sized(Math.floor(ink.size() * width / natural * 20) / 20);
    }

    /** The text broken into lines of at most {@code width} points. */
    public List<String> wrapped(Ink ink, String text, double width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && faces.width(ink, line + " " + word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    void close() throws IOException {
        stream.close();
    }
}
