package dev.tabellio.samples.forms;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.samples.content.BoxedForm;
import dev.tabellio.samples.draw.Align;
import dev.tabellio.samples.draw.DocumentPen;
import dev.tabellio.samples.draw.Face;
import dev.tabellio.samples.draw.Ink;
import dev.tabellio.samples.draw.Style;
import java.io.IOException;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws forms of labelled boxes as {@link BoxedForm} describes them. */
public final class BoxedLayout {

    private static final double AMOUNT_COLUMN = 66;
    private static final double NUMBER_COLUMN = 20;

    private final BoxedForm form;
    private final DocumentPen pen;
    private final Look look;
    private final FormGrid grid;

    /** @param left and top of the form on the page, in points */
    public BoxedLayout(BoxedForm form, DocumentPen pen, Look look, double left, double top) {
        this.form = form;
        this.pen = pen;
        this.look = look;
        this.grid = new FormGrid(pen, left, top, form.label());
    }

    /** Draws the form and enters its values. */
    public void draw() throws IOException {
        for (BoxedForm.Note note : form.notes()) {
            note(note);
        }
        Map<String, Map<String, BoundingBox>> pieces = new LinkedHashMap<>();
        for (BoxedForm.Cell cell : form.cells()) {
            cell(cell, pieces);
        }
        for (Map.Entry<String, Map<String, BoundingBox>> piece : pieces.entrySet()) {
            pen.pieces(piece.getKey(), piece.getValue(), look.text());
        }
    }

    private void note(BoxedForm.Note note) throws IOException {
        BoundingBox at = grid.at(note.at().get(0), note.at().get(1), 0, 0);
        Ink ink = new Ink(note.bold() ? Face.SANS_BOLD : Face.SANS, note.size());
        String year = note.to() == null ? "" : pen.content().values().getOrDefault(note.to(), "");
        int split = note.text().indexOf("####");
        if (split < 0) {
            pen.canvas().text(at.left(), at.top(), ink, note.text());
            return;
        }
        String before = note.text().substring(0, split);
        double x = at.left();
        if (!before.isBlank()) {
            pen.canvas().text(x, at.top(), ink, before);
            x += pen.canvas().width(ink, before);
        }
        pen.printed(String.valueOf(note.to()), pen.canvas().text(x, at.top(), ink, year), year);
    }

    private void cell(BoxedForm.Cell cell, Map<String, Map<String, BoundingBox>> pieces) throws IOException {
        List<Double> at = cell.at();
        BoundingBox box = grid.at(at.get(0), at.get(1), at.get(2), at.get(3));
        boolean ticked = cell.kind() == BoxedForm.Kind.TICK || cell.kind() == BoxedForm.Kind.CHOICE;
        if (cell.kind() != BoxedForm.Kind.CHOICE
                && cell.kind() != BoxedForm.Kind.LINE
                && !cell.label().isEmpty()) {
            pen.canvas().frame(box, 0.7);
        }
        if (cell.kind() == BoxedForm.Kind.LINE) {
            line(cell, box);
            return;
        }
        double indent = cell.kind() == BoxedForm.Kind.CHOICE ? 13 : 3;
        boolean beside = cell.kind() == BoxedForm.Kind.BESIDE || cell.kind() == BoxedForm.Kind.ENTRY;
        double room = box.width() * (beside ? 0.66 : 1) - indent - (cell.kind() == BoxedForm.Kind.TICK ? 16 : 2);
        double under = label(cell, box, indent, room);
        if (cell.to() == null) {
            return;
        }
        BoundingBox area = beside
                ? new BoundingBox(box.left() + 0.68 * box.width(), box.top() + 1, box.right() - 3, box.bottom())
                : new BoundingBox(box.left() + 4, Math.min(under, box.bottom() - 8), box.right() - 4, box.bottom());
        if (form.dollars() && (cell.kind() == BoxedForm.Kind.AMOUNT)) {
            pen.canvas().text(box.left() + 3, box.bottom() - 3, new Ink(Face.SANS, form.label() + 1), "$");
        }
        if (!ticked) {
            enter(cell, cell.to(), area, pieces);
        } else if (cell.kind() == BoxedForm.Kind.TICK) {
            pen.tick(
                    cell.to(), new BoundingBox(box.right() - 13, box.bottom() - 12, box.right() - 4, box.bottom() - 3));
        } else {
            pen.choice(
                    cell.to(),
                    String.valueOf(cell.value()),
                    new BoundingBox(box.left() + 2, box.top() + 1, box.left() + 10, box.top() + 9));
        }
    }

    /** Number and wording at the left; at the right the number again and the column of the amount. */
    private void line(BoxedForm.Cell cell, BoundingBox box) throws IOException {
        double amount = box.right() - AMOUNT_COLUMN;
        double number = amount - NUMBER_COLUMN;
        label(cell.also() == null ? cell : cell.withoutNumber(), box, 3, number - box.left() - 8);
        BoundingBox again = new BoundingBox(number, box.top(), amount, box.bottom());
        pen.canvas().frame(again, 0.5);
        pen.canvas().frame(new BoundingBox(amount, box.top(), box.right(), box.bottom()), 0.5);
        Ink bold = new Ink(Face.SANS_BOLD, form.label());
        pen.canvas().text(number, amount, box.bottom() - 4, Align.CENTER, bold, String.valueOf(cell.n()));
        if (cell.to() != null) {
            pen.line(cell.to(), new BoundingBox(amount + 3, box.top(), box.right() - 3, box.bottom()), look.amount());
        }
    }

    /** Draws number and label over as many lines as it takes; returns where the last one ends. */
    private double label(BoxedForm.Cell cell, BoundingBox box, double indent, double room) throws IOException {
        double size = form.label();
        double x = box.left() + indent;
        double baseline = box.top() + size + 1.2;
        if (cell.n() != null) {
            Ink bold = new Ink(Face.SANS_BOLD, size);
            pen.canvas().text(x, baseline, bold, cell.n());
            double wide = pen.canvas().width(bold, cell.n()) + 0.55 * size;
            x += wide;
            room -= wide;
        }
        Ink ink = new Ink(Face.SANS, size);
        for (String line : cell.label().isEmpty()
                ? List.<String>of()
                : pen.canvas().wrapped(ink, worded(cell.label(), pen), room)) {
            pen.canvas().text(x, baseline, ink, line);
            baseline += 1.15 * size;
        }
        return baseline - 0.9 * size;
    }

    private void enter(BoxedForm.Cell cell, String to, BoundingBox area, Map<String, Map<String, BoundingBox>> pieces)
            throws IOException {
        String also = cell.also() == null ? "" : cell.also();
        switch (cell.kind()) {
            case AMOUNT, BESIDE -> pen.line(to, area, form.country().equals("de") ? euros() : look.amount());
            case DATE -> pen.line(to, area, date());
            case BLOCK -> pen.block(to, also, area, look.text(), 10.5);
            case PIECE ->
                pieces.computeIfAbsent(to, pointer -> new LinkedHashMap<>()).put(also, area);
            default -> {
                if (pen.content().values().getOrDefault(to, "").contains("\n")) {
                    pen.lines(to, area, look.text(), 10.5);
                } else {
                    pen.line(to, area, look.text());
                }
            }
        }
    }

    /** A label with its years. */
    static String worded(String label, DocumentPen pen) {
        String year = pen.content().values().getOrDefault("/TaxYear", "");
        if (year.isEmpty() || !label.contains("{")) {
            return label;
        }
        int number = Integer.parseInt(year);
        return label.replace("{year}", year)
                .replace("{last-year}", Integer.toString(number - 1))
                .replace("{next-year}", Integer.toString(number + 1));
    }

    private Style date() {
        DateTimeFormatter format =
                DateTimeFormatter.ofPattern(form.country().equals("de") ? "dd.MM.yyyy" : "MM/dd/yyyy", Locale.ROOT);
        return new Style(look.ink(), Align.LEFT, iso -> LocalDate.parse(iso).format(format));
    }

    /** Cents stand in a column of their own. */
    private Style euros() {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator('.');
        symbols.setDecimalSeparator(' ');
        DecimalFormat format = new DecimalFormat("#,##0.00", symbols);
        return new Style(look.ink(), Align.RIGHT, exported -> format.format(new BigDecimal(exported)));
    }
}
