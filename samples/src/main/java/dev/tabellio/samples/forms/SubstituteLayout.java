package dev.tabellio.samples.forms;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.samples.content.BoxedForm;
import dev.tabellio.samples.draw.Align;
import dev.tabellio.samples.draw.DocumentPen;
import dev.tabellio.samples.draw.Face;
import dev.tabellio.samples.draw.Ink;
import dev.tabellio.samples.draw.Style;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Draws statements of payers whose software arranges everything anew. IRS Publication 1179 asks of substitute statements
 * to recipients that numbers and titles of boxes are kept; where they stand is free.
 */
public final class SubstituteLayout {

    /** Ways of arranging a statement. */
    public enum Style {
        /** A letter: the payer at its head, the recipient in the window, wording and value joined by dots. */
        LETTER,
        /** Two columns side by side, the number of the box behind its wording. */
        COLUMNS,
        /** Cards, three to a row, the value over its wording. */
        CARDS
    }

    /** In points from the left edge of the page. */
    static final double LEFT = 48;

    /** Of the printed part of the page, in points. */
    static final double WIDTH = 516;

    /** From baseline to baseline of boxes, in points. */
    static final double ROW = 15;

    /** From baseline to baseline in a block of lines, in points. */
    static final double LEADING = 11;

    private static final double CARD = 34;

    /** Of what is printed, in points. */
    static final double SIZE = 8;

    private final BoxedForm form;
    private final DocumentPen pen;
    private final Look look;
    private final Style style;

    public SubstituteLayout(BoxedForm form, DocumentPen pen, Look look, Style style) {
        this.form = form;
        this.pen = pen;
        this.look = look;
        this.style = style;
    }

    /** Draws the statement on a page of its own and enters its values. */
    public void draw() throws IOException {
        double y = new SubstituteHead(form, pen, look, style).draw();
        List<BoxedForm.Cell> boxes = new ArrayList<>();
        List<BoxedForm.Cell> listed = new ArrayList<>();
        for (BoxedForm.Cell cell : form.cells()) {
            if (!StatementLayout.isParty(cell) && cell.to() != null) {
                (StatementLayout.isListed(cell) ? listed : boxes).add(cell);
            }
        }
        y = switch (style) {
            case LETTER -> leaders(boxes, y);
            case COLUMNS -> columns(boxes, y);
            case CARDS -> cards(boxes, y);
        };
        if (!listed.isEmpty()) {
            y = new ListedTable(pen, look, LEFT, WIDTH).draw(listed, y + 2 * ROW);
        }
        pen.canvas()
                .text(
                        LEFT,
                        LEFT + WIDTH,
                        y + 2 * ROW,
                        Align.LEFT,
                        plain(6.5),
                        "This is important tax information and is being furnished to the Internal Revenue Service.");
    }

    /** "Box 1  Interest income . . . . . . 1,234.56" */
    private double leaders(List<BoxedForm.Cell> boxes, double y) throws IOException {
        for (BoxedForm.Cell cell : boxes) {
            y += ROW;
            if (cell.kind() == BoxedForm.Kind.CHOICE) {
                tick(cell, new BoundingBox(LEFT + 60, y - 8, LEFT + 68, y));
                pen.canvas().text(LEFT + 74, y, plain(SIZE), label(cell));
                continue;
            }
            if (cell.n() != null) {
                pen.canvas().text(LEFT, y, plain(SIZE), "Box " + cell.n());
            }
            String label = label(cell);
            Ink ink = pen.canvas().fit(plain(SIZE), label, 330);
            BoundingBox printed = pen.canvas().text(LEFT + 44, y, ink, label);
            if (cell.kind() == BoxedForm.Kind.TICK) {
                tick(cell, new BoundingBox(LEFT + WIDTH - 9, y - 8, LEFT + WIDTH, y + 1));
            } else if (manyLines(cell)) {
                y = lines(cell, LEFT + 44, y);
            } else {
                pen.canvas().dotLeaders(printed.right() + 4, LEFT + WIDTH - 106, y, 4, plain(SIZE));
                value(cell, new BoundingBox(LEFT + WIDTH - 100, y - 9, LEFT + WIDTH, y + 3), Align.RIGHT);
            }
        }
        return y;
    }

    /** "Interest income (Box 1)      1,234.56" in two columns, down the left one first. */
    private double columns(List<BoxedForm.Cell> boxes, double top) throws IOException {
        double half = WIDTH / 2;
        int rows = (boxes.size() + 1) / 2;
        double lowest = top;
        double y = top;
        for (int i = 0; i < boxes.size(); i++) {
            y = i == rows ? top : y;
            double x = i < rows ? LEFT : LEFT + half + 12;
            double right = x + half - 12;
            BoxedForm.Cell cell = boxes.get(i);
            y += ROW;
            boolean choice = cell.kind() == BoxedForm.Kind.CHOICE;
            String label = label(cell) + (cell.n() == null || choice ? "" : " (Box " + cell.n() + ")");
            Ink ink = plain(SIZE - 1);
            List<String> wrapped = pen.canvas().wrapped(ink, label, right - x - (choice ? 20 : 76));
            if (choice) {
                tick(cell, new BoundingBox(x, y - 8, x + 8, y));
            }
            double at = y;
            for (String line : wrapped) {
                pen.canvas().text(x + (choice ? 14 : 0), at, ink, line);
                at += ROW - 6;
            }
            if (cell.kind() == BoxedForm.Kind.TICK) {
                tick(cell, new BoundingBox(right - 9, y - 8, right, y + 1));
            } else if (manyLines(cell)) {
                at = lines(cell, x, at - (ROW - 6)) + (ROW - 6);
            } else if (!choice) {
                value(cell, new BoundingBox(right - 74, y - 9, right, y + 3), Align.RIGHT);
            }
            y = at - (ROW - 6);
            lowest = Math.max(lowest, y);
        }
        return lowest;
    }

    /** The value, a line, and below it number and wording. */
    private double cards(List<BoxedForm.Cell> boxes, double top) throws IOException {
        double width = WIDTH / 3;
        double y = top;
        int column = 0;
        for (BoxedForm.Cell cell : boxes) {
            if (column == 3) {
                column = 0;
                y += CARD;
            }
            boolean wide = manyLines(cell);
            if (wide) {
                y += column > 0 ? CARD : 0;
                column = 0;
            }
            double x = LEFT + column * width;
            double line = y + (wide ? 2 * CARD : CARD) - 20;
            double right = wide ? LEFT + WIDTH - 12 : x + width - 12;
            boolean marked = cell.kind() == BoxedForm.Kind.TICK || cell.kind() == BoxedForm.Kind.CHOICE;
            if (marked) {
                tick(cell, new BoundingBox(x, line + 2, x + 8, line + 10));
            } else {
                pen.canvas().line(x, line, right, line, 0.5);
                if (wide) {
                    pen.lines(
                            Objects.requireNonNull(cell.to()),
                            new BoundingBox(x, line - lineCount(cell) * LEADING - 4, right, line - 1),
                            look.text(),
                            LEADING);
                } else {
                    value(cell, new BoundingBox(x + 2, line - 12, right, line - 1), Align.LEFT);
                }
            }
            Ink ink = plain(SIZE - 2);
            String label =
                    (cell.n() == null || cell.kind() == BoxedForm.Kind.CHOICE ? "" : cell.n() + " ") + label(cell);
            double at = line + 8;
            for (String part : pen.canvas().wrapped(ink, label, right - x - (marked ? 12 : 0))) {
                pen.canvas().text(x + (marked ? 12 : 0), at, ink, part);
                at += 6.5;
            }
            column = wide ? 0 : column + 1;
            y += wide ? 2 * CARD : 0;
        }
        return y + (column > 0 ? CARD : 0);
    }

    private void tick(BoxedForm.Cell cell, BoundingBox box) throws IOException {
        String to = Objects.requireNonNull(cell.to());
        if (cell.kind() == BoxedForm.Kind.CHOICE) {
            pen.choice(to, String.valueOf(cell.value()), box);
        } else {
            pen.tick(to, box);
        }
    }

    private void value(BoxedForm.Cell cell, BoundingBox area, Align align) throws IOException {
        String to = Objects.requireNonNull(cell.to());
        dev.tabellio.samples.draw.Style how = switch (cell.kind()) {
            case AMOUNT, BESIDE, LINE -> look.amount();
            case DATE -> date();
            default -> look.text();
        };
        pen.line(to, area, how.aligned(align));
    }

    /** Returns the baseline of the last line. */
    private double lines(BoxedForm.Cell cell, double x, double y) throws IOException {
        pen.lines(
                Objects.requireNonNull(cell.to()),
                new BoundingBox(x, y + 3, LEFT + WIDTH, y + 3 + 3 * LEADING),
                look.text(),
                LEADING);
        return y + 3 * LEADING + 3;
    }

    private boolean manyLines(BoxedForm.Cell cell) {
        return lineCount(cell) > 1;
    }

    private long lineCount(BoxedForm.Cell cell) {
        return pen.content()
                .values()
                .getOrDefault(String.valueOf(cell.to()), "")
                .lines()
                .count();
    }

    private String label(BoxedForm.Cell cell) {
        return BoxedLayout.worded(cell.label(), pen);
    }

    static Ink plain(double size) {
        return new Ink(Face.SANS, size);
    }

    private dev.tabellio.samples.draw.Style date() {
        DateTimeFormatter format = DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.ROOT);
        return new dev.tabellio.samples.draw.Style(
                look.ink(), Align.RIGHT, iso -> LocalDate.parse(iso).format(format));
    }
}
