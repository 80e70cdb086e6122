package dev.tabellio.samples.forms;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.samples.content.BoxedForm;
import dev.tabellio.samples.draw.Align;
import dev.tabellio.samples.draw.Canvas;
import dev.tabellio.samples.draw.DocumentPen;
import dev.tabellio.samples.draw.Face;
import dev.tabellio.samples.draw.Ink;
import dev.tabellio.samples.draw.Style;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Draws what payers print instead of the form (IRS Publication 1179, substitute statements to recipients): the parties at
 * the top, then a line for each box with its number, its wording and its value, and the state boxes as a table.
 */
public final class StatementLayout {

    private static final double WIDTH = 540;
    private static final double SIZE = 8;
    private static final double ROW = 13;
    private static final double LEADING = 10;
    private static final double BODY = 128;

    private final BoxedForm form;
    private final DocumentPen pen;
    private final Look look;
    private final double left;
    private final double top;

    /** @param left and top of the statement on the page, in points */
    public StatementLayout(BoxedForm form, DocumentPen pen, Look look, double left, double top) {
        this.form = form;
        this.pen = pen;
        this.look = look;
        this.left = left;
        this.top = top;
    }

    /** How much of a page a form's statement takes at most. */
    public static double height(BoxedForm form) {
        return BODY
                + 60
                + form.cells().stream().filter(cell -> !isParty(cell)).count() * ROW
                + form.cells().stream()
                                .filter(cell -> "person.envelope".equals(cell.value()))
                                .count()
                        * 3
                        * ROW;
    }

    /** Draws the statement and enters its values; returns where it ends. */
    public double draw() throws IOException {
        BoxedForm.Statement statement = Objects.requireNonNull(form.statement());
        Canvas page = pen.canvas();
        String year = pen.content().values().getOrDefault("/TaxYear", "");
        page.line(left, top, left + WIDTH, top, 1.2);
        pen.printed("/TaxYear", page.text(left, top + 16, bold(13), year), year);
        page.text(left + 36, top + 16, bold(13), "Form " + statement.form());
        page.text(left + 150, left + WIDTH - 90, top + 16, Align.LEFT, plain(10), statement.title());
        page.text(left + WIDTH - 84, top + 10, plain(6.5), "OMB No. " + statement.omb());
        page.text(left + WIDTH - 84, top + 18, plain(6.5), "Copy B For Recipient");
        parties();
        return boxes(top + BODY);
    }

    /** Draws a line for each box from a baseline on; returns where they end. */
    double boxes(double y) throws IOException {
        Canvas page = pen.canvas();
        page.fill(new BoundingBox(left, y - 10, left + WIDTH, y + 2), 0.88);
        page.text(left + 4, y - 1.5, bold(SIZE), "Box");
        page.text(left + 34, y - 1.5, bold(SIZE), "Description");
        page.text(left, left + WIDTH - 4, y - 1.5, Align.RIGHT, bold(SIZE), "Amount");
        List<BoxedForm.Cell> table = new ArrayList<>();
        for (BoxedForm.Cell cell : form.cells()) {
            if (isParty(cell)) {
                continue;
            }
            if (isListed(cell)) {
                table.add(cell);
            } else {
                y = row(cell, y + ROW);
            }
        }
        y = table.isEmpty() ? y : new ListedTable(pen, look, left, WIDTH).draw(table, y + 2 * ROW);
        page.text(
                left,
                left + WIDTH,
                y + ROW + 2,
                Align.LEFT,
                plain(6.5),
                "This is important tax information and is being furnished to the IRS.");
        return y + 2 * ROW;
    }

    /** How much of a page the boxes of a form take at most, without the parties. */
    static double boxesHeight(BoxedForm form) {
        return height(form) - BODY;
    }

    /** Draws who pays whom below the top of the statement. */
    void parties() throws IOException {
        double y = top + 32;
        String issuer = form.cells().stream()
                .map(cell -> String.valueOf(cell.to()))
                .filter(to -> to.endsWith("/TIN"))
                .findFirst()
                .orElse("");
        Map<String, BoundingBox> pieces = new LinkedHashMap<>();
        double pieceTop = top + 62;
        for (BoxedForm.Cell cell : form.cells()) {
            String to = cell.to();
            if (!isParty(cell) || to == null) {
                continue;
            }
            switch (cell.kind()) {
                case BLOCK -> {
                    label(left, y, cell.label(), 260);
                    pen.block(to, also(cell), area(left, y + 10, 260), look.text(), LEADING);
                }
                case PIECE -> {
                    pieces.put(also(cell), new BoundingBox(left + 290, pieceTop, left + WIDTH, pieceTop + LEADING));
                    pieceTop += LEADING;
                }
                case TICK -> {
                    pen.tick(to, new BoundingBox(left + 400, top + 20, left + 408, top + 28));
                    pen.canvas().text(left + 411, top + 27, plain(6.5), "CORRECTED (if checked)");
                }
                default -> {
                    if (to.endsWith("/Name")) {
                        label(left + 290, top + 44, cell.label() + ", street address, city, state, and ZIP code", 250);
                        pen.line(to, area(left + 290, top + 52, 250), look.text());
                    } else if (to.endsWith("/TIN")) {
                        double x = to.equals(issuer) ? left : left + 290;
                        beside(cell, to, x, x == left ? top + 104 : top + 30, x == left ? 264 : 250);
                    } else {
                        beside(cell, to, left + 290, top + 104, 250);
                    }
                }
            }
        }
        for (Map.Entry<String, Map<String, BoundingBox>> piece :
                pointers(pieces).entrySet()) {
            pen.pieces(piece.getKey(), piece.getValue(), look.text());
        }
    }

    private Map<String, Map<String, BoundingBox>> pointers(Map<String, BoundingBox> pieces) {
        Map<String, Map<String, BoundingBox>> all = new LinkedHashMap<>();
        for (BoxedForm.Cell cell : form.cells()) {
            if (cell.kind() == BoxedForm.Kind.PIECE && cell.to() != null) {
                all.computeIfAbsent(cell.to(), pointer -> new LinkedHashMap<>())
                        .put(also(cell), pieces.get(also(cell)));
            }
        }
        return all;
    }

    private void beside(BoxedForm.Cell cell, String to, double x, double y, double width) throws IOException {
        BoundingBox printed = pen.canvas().text(x, y + 9, plain(6.5), cell.label() + ":");
        pen.line(to, new BoundingBox(printed.right() + 4, y - 2, x + width, y + 12), look.text());
    }

    private void label(double x, double y, String text, double width) throws IOException {
        Ink ink = plain(5.5);
        double baseline = y + 6;
        for (String line : pen.canvas().wrapped(ink, text, width)) {
            pen.canvas().text(x, baseline, ink, line);
            baseline += 6;
        }
    }

    /** Returns the baseline of the row. */
    private double row(BoxedForm.Cell cell, double y) throws IOException {
        Canvas page = pen.canvas();
        if (cell.n() != null) {
            page.text(left + 4, y, plain(SIZE), cell.n());
        }
        String to = cell.to();
        boolean choice = cell.kind() == BoxedForm.Kind.CHOICE;
        String label = BoxedLayout.worded(cell.label(), pen);
        double room = WIDTH - 34 - (cell.kind() == BoxedForm.Kind.TEXT ? 180 : 90);
        Ink ink = page.fit(plain(SIZE), label, room);
        page.text(left + (choice ? 46 : 34), y, ink, label);
        if (to == null) {
            return y;
        }
        BoundingBox tick = new BoundingBox(left + WIDTH - 13, y - 8, left + WIDTH - 5, y);
        BoundingBox area = new BoundingBox(left + WIDTH - 176, y - 9, left + WIDTH - 4, y + 3);
        switch (cell.kind()) {
            case TICK -> pen.tick(to, tick);
            case CHOICE ->
                pen.choice(to, String.valueOf(cell.value()), new BoundingBox(left + 34, y - 7.5, left + 42, y + 0.5));
            case AMOUNT -> pen.line(to, area, look.amount());
            case DATE -> pen.line(to, area, date());
            default -> {
                if (pen.content().values().getOrDefault(to, "").contains("\n")) {
                    pen.lines(to, new BoundingBox(left + 34, y + 2, area.right(), y + 4 * ROW), look.text(), LEADING);
                    return y + 3 * ROW;
                }
                pen.line(to, area, look.text().aligned(Align.RIGHT));
            }
        }
        return y;
    }

    /** Whether it is a place in a list of its own, as the state boxes are. */
    static boolean isListed(BoxedForm.Cell cell) {
        return cell.to() != null && cell.to().matches(".*TaxesWithheld/[0-9]+/.*");
    }

    /** Whether a box stands above the others: who pays whom. */
    static boolean isParty(BoxedForm.Cell cell) {
        String to = cell.to() == null ? "" : cell.to();
        return cell.kind() == BoxedForm.Kind.BLOCK
                || cell.kind() == BoxedForm.Kind.PIECE
                || to.equals("/IsCorrected")
                || to.matches("/[^/]+/(?:TIN|Name|AccountNumber)")
                || cell.label().startsWith("OMB No.");
    }

    private static String also(BoxedForm.Cell cell) {
        return cell.also() == null ? "" : cell.also();
    }

    private static BoundingBox area(double x, double y, double width) {
        return new BoundingBox(x, y, x + width, y + ROW);
    }

    private static Ink plain(double size) {
        return new Ink(Face.SANS, size);
    }

    private static Ink bold(double size) {
        return new Ink(Face.SANS_BOLD, size);
    }

    private Style date() {
        DateTimeFormatter format = DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.ROOT);
        return new Style(look.ink(), Align.RIGHT, iso -> LocalDate.parse(iso).format(format));
    }
}
