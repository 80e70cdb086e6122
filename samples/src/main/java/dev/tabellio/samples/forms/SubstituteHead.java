package dev.tabellio.samples.forms;

import static dev.tabellio.samples.forms.SubstituteLayout.LEADING;
import static dev.tabellio.samples.forms.SubstituteLayout.LEFT;
import static dev.tabellio.samples.forms.SubstituteLayout.ROW;
import static dev.tabellio.samples.forms.SubstituteLayout.SIZE;
import static dev.tabellio.samples.forms.SubstituteLayout.WIDTH;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.samples.content.BoxedForm;
import dev.tabellio.samples.draw.Align;
import dev.tabellio.samples.draw.Canvas;
import dev.tabellio.samples.draw.DocumentPen;
import dev.tabellio.samples.draw.Face;
import dev.tabellio.samples.draw.Ink;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Draws the head of a substitute statement: title, payer and recipient. */
final class SubstituteHead {

    private final BoxedForm form;
    private final DocumentPen pen;
    private final Look look;
    private final SubstituteLayout.Style style;

    SubstituteHead(BoxedForm form, DocumentPen pen, Look look, SubstituteLayout.Style style) {
        this.form = form;
        this.pen = pen;
        this.look = look;
        this.style = style;
    }

    /** Returns where the head ends, in points from the top. */
    double draw() throws IOException {
        return style == SubstituteLayout.Style.LETTER ? letterhead() : parties();
    }

    /** The name of the payer's software stands in no statement; year, form and title do. */
    private void title(double x, double y, Align align) throws IOException {
        BoxedForm.Statement statement = Objects.requireNonNull(form.statement());
        String year = pen.content().values().getOrDefault("/TaxYear", "");
        Canvas page = pen.canvas();
        String before = style == SubstituteLayout.Style.COLUMNS ? "Form " + statement.form() + "  Tax Year " : "";
        String after = style == SubstituteLayout.Style.COLUMNS ? "" : " Form " + statement.form();
        double wide = page.width(bold(11), before + year + after);
        double at = align == Align.RIGHT ? x - wide : x;
        if (!before.isEmpty()) {
            page.text(at, y, bold(11), before);
        }
        double yearAt = at + page.width(bold(11), before);
        pen.printed("/TaxYear", page.text(yearAt, y, bold(11), year), year);
        if (!after.isEmpty()) {
            page.text(yearAt + page.width(bold(11), year), y, bold(11), after);
        }
        double under = align == Align.RIGHT ? x - page.width(SubstituteLayout.plain(8), statement.title()) : x;
        page.text(
                Math.max(LEFT + 250, under),
                LEFT + WIDTH,
                y + 11,
                Align.LEFT,
                SubstituteLayout.plain(8),
                statement.title());
        String omb = "OMB No. " + statement.omb();
        page.text(
                align == Align.RIGHT ? x - page.width(SubstituteLayout.plain(6.5), omb) : x,
                y + 20,
                SubstituteLayout.plain(6.5),
                omb);
    }

    private double letterhead() throws IOException {
        title(LEFT + WIDTH, 56, Align.RIGHT);
        double y = 44;
        Map<String, BoundingBox> pieces = new LinkedHashMap<>();
        for (BoxedForm.Cell cell : parties(BoxedForm.Kind.BLOCK)) {
            pen.canvas().text(LEFT, y, bold(7), role(cell.label()));
            pen.block(
                    Objects.requireNonNull(cell.to()),
                    Objects.requireNonNull(cell.also()),
                    new BoundingBox(LEFT, y + 3, LEFT + 240, y + 16),
                    look.text(),
                    LEADING);
            y += 70;
        }
        for (BoxedForm.Cell cell : parties(BoxedForm.Kind.TEXT)) {
            String to = Objects.requireNonNull(cell.to());
            if (to.endsWith("/Name")) {
                pen.canvas().text(LEFT, y, bold(7), role(cell.label()));
                pen.line(to, new BoundingBox(LEFT, y + 3, LEFT + 240, y + 16), look.text());
                y += LEADING;
            }
        }
        for (BoxedForm.Cell cell : parties(BoxedForm.Kind.PIECE)) {
            pieces.put(also(cell), new BoundingBox(LEFT, y + 3, LEFT + 240, y + 16));
            y += LEADING;
        }
        enter(pieces);
        y += 2 * ROW;
        for (BoxedForm.Cell cell : parties(BoxedForm.Kind.TEXT)) {
            String to = Objects.requireNonNull(cell.to());
            if (!to.endsWith("/Name")) {
                pen.canvas().text(LEFT, y, SubstituteLayout.plain(SIZE), named(cell) + ":");
                pen.line(to, new BoundingBox(LEFT + 190, y - 9, LEFT + 360, y + 3), look.text());
                y += ROW;
            }
        }
        return ticks(y + ROW);
    }

    /** Payer left, recipient right, each under the wording that names it. */
    private double parties() throws IOException {
        title(LEFT, 52, Align.LEFT);
        double left = 92;
        double right = 92;
        Map<String, BoundingBox> pieces = new LinkedHashMap<>();
        for (BoxedForm.Cell cell : parties(BoxedForm.Kind.BLOCK)) {
            pen.canvas().text(LEFT, left, bold(7), role(cell.label()) + " name and address");
            pen.block(
                    Objects.requireNonNull(cell.to()),
                    Objects.requireNonNull(cell.also()),
                    new BoundingBox(LEFT, left + 3, LEFT + 240, left + 16),
                    look.text(),
                    LEADING);
            left += 72;
        }
        double column = LEFT + WIDTH / 2 + 12;
        for (BoxedForm.Cell cell : parties(BoxedForm.Kind.TEXT)) {
            String to = Objects.requireNonNull(cell.to());
            if (to.endsWith("/Name")) {
                pen.canvas().text(column, right, bold(7), role(cell.label()) + " name and address");
                pen.line(to, new BoundingBox(column, right + 3, column + 240, right + 16), look.text());
                right += LEADING;
            }
        }
        for (BoxedForm.Cell cell : parties(BoxedForm.Kind.PIECE)) {
            pieces.put(also(cell), new BoundingBox(column, right + 3, column + 240, right + 16));
            right += LEADING;
        }
        enter(pieces);
        double y = Math.max(left, right + 2 * ROW);
        int at = 0;
        for (BoxedForm.Cell cell : parties(BoxedForm.Kind.TEXT)) {
            String to = Objects.requireNonNull(cell.to());
            if (!to.endsWith("/Name")) {
                double x = at % 2 == 0 ? LEFT : column;
                BoundingBox printed = pen.canvas().text(x, y, SubstituteLayout.plain(SIZE), named(cell) + ":");
                pen.line(to, new BoundingBox(printed.right() + 5, y - 9, x + 246, y + 3), look.text());
                y += at++ % 2 == 0 ? 0 : ROW;
            }
        }
        return ticks(y + 2 * ROW);
    }

    /** Whether it is a correction. */
    private double ticks(double y) throws IOException {
        for (BoxedForm.Cell cell : parties(BoxedForm.Kind.TICK)) {
            pen.canvas().text(LEFT + 14, y, SubstituteLayout.plain(7), "CORRECTED (if checked)");
            pen.tick(Objects.requireNonNull(cell.to()), new BoundingBox(LEFT, y - 8, LEFT + 9, y + 1));
        }
        return y + ROW;
    }

    private List<BoxedForm.Cell> parties(BoxedForm.Kind kind) {
        return form.cells().stream()
                .filter(cell -> StatementLayout.isParty(cell) && cell.to() != null && cell.kind() == kind)
                .toList();
    }

    private void enter(Map<String, BoundingBox> pieces) throws IOException {
        Map<String, Map<String, BoundingBox>> byPointer = new LinkedHashMap<>();
        for (BoxedForm.Cell cell : parties(BoxedForm.Kind.PIECE)) {
            byPointer
                    .computeIfAbsent(Objects.requireNonNull(cell.to()), pointer -> new LinkedHashMap<>())
                    .put(also(cell), Objects.requireNonNull(pieces.get(also(cell))));
        }
        for (Map.Entry<String, Map<String, BoundingBox>> entry : byPointer.entrySet()) {
            pen.pieces(entry.getKey(), entry.getValue(), look.text());
        }
    }

    /** "PAYER" of "PAYER'S name, street address, ...". */
    private String role(String label) {
        String role = label.split(" ", 2)[0];
        return style == SubstituteLayout.Style.LETTER ? role.replace("’S", "") + ":" : role;
    }

    private String named(BoxedForm.Cell cell) {
        return switch (style) {
            case LETTER -> cell.label().replace("’S TIN", "’S federal identification number");
            case COLUMNS ->
                cell.label().replace("’S TIN", "’S Tax ID").replace("Account number (see instructions)", "Account No.");
            case CARDS -> cell.label().replace("’S TIN", "’S ID number").replace(" (see instructions)", "");
        };
    }

    private static String also(BoxedForm.Cell cell) {
        return cell.also() == null ? "" : cell.also();
    }

    private static Ink bold(double size) {
        return new Ink(Face.SANS_BOLD, size);
    }
}
