package dev.tabellio.samples.forms;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.samples.draw.Canvas;
import dev.tabellio.samples.draw.DocumentPen;
import dev.tabellio.samples.draw.Face;
import dev.tabellio.samples.draw.Ink;
import dev.tabellio.samples.forms.Form1040Edition.Line;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of Form 1040, on two pages, in the edition of the document's tax year. {@link Form1040Head} is above them. */
public final class Form1040Layout {

    static final double LEFT = 36;
    static final double RIGHT = 576;
    private static final double ROW = 12;
    private static final double NUMBER = 482;
    private static final double AMOUNT = 504;
    private static final double INNER_NUMBER = 388;
    private static final double INNER_AMOUNT = 410;
    private static final double SECTION_WIDTH = 50;

    /**
     * Draws both pages; the pen starts on the first.
     *
     * @param second the page for the second half
     */
    public void draw(DocumentPen pen, Look look, Canvas second) throws IOException {
        int year = Integer.parseInt(pen.content().values().getOrDefault("/TaxYear", "2024"));
        Form1040Edition edition = Form1040Edition.of(year);
        double top = new Form1040Head(year).draw(pen, look);
        int split = 1 + edition.lines().stream().map(Line::no).toList().indexOf(edition.lastLineOfPageOne());
        double end = lines(pen, look, year, edition.lines().subList(0, split), top);
        footer(pen.canvas(), year, end, 1);
        pen.turnTo(second);
        pageTwoTitle(second, year);
        end = lines(
                pen, look, year, edition.lines().subList(split, edition.lines().size()), 50);
        signature(pen, look, end);
        footer(pen.canvas(), year, end + 170, 2);
    }

    private static double lines(DocumentPen pen, Look look, int year, List<Line> lines, double top) throws IOException {
        Canvas canvas = pen.canvas();
        double y = top;
        canvas.line(LEFT, y, RIGHT, y, 1.2);
        for (Line line : lines) {
            if (line.section() != null && !line.section().isEmpty()) {
                canvas.line(LEFT, y, RIGHT, y, 1.2);
                section(canvas, line.section(), y);
            }
            if (line.pair() != null) {
                pair(pen, look, line, line.pair(), y);
            } else {
                single(pen, look, year, line, y);
            }
            y += ROW;
        }
        canvas.line(LEFT, y, RIGHT, y, 1.2);
        canvas.line(AMOUNT, top, AMOUNT, y, 0.7);
        canvas.line(NUMBER, top, NUMBER, y, 0.7);
        return y;
    }

    private static void section(Canvas canvas, String title, double y) throws IOException {
        double baseline = y + 9.5;
        for (String line : canvas.wrapped(new Ink(Face.SANS_BOLD, 9), title, SECTION_WIDTH)) {
            canvas.text(LEFT, baseline, new Ink(Face.SANS_BOLD, 9), line);
            baseline += 10;
        }
    }

    private static void single(DocumentPen pen, Look look, int year, Line line, double y) throws IOException {
        boolean amount = line.at() != null || line.show() != null;
        double end = line.inner() ? INNER_NUMBER : NUMBER;
        label(pen.canvas(), line.no(), years(line.text(), year), y, amount ? end - 6 : end - 40, amount);
        if (!amount) {
            return;
        }
        double number = line.inner() ? INNER_NUMBER : NUMBER;
        double left = line.inner() ? INNER_AMOUNT : AMOUNT;
        double right = line.inner() ? NUMBER : RIGHT;
        cells(pen, look, line, number, left, right, y);
    }

    private static void pair(DocumentPen pen, Look look, Line line, Line right, double y) throws IOException {
        double innerNumber = 230;
        label(pen.canvas(), line.no(), line.text(), y, innerNumber - 4, true);
        cells(pen, look, line, innerNumber, 252, 324, y);
        Ink ink = new Ink(Face.SANS, 7.5);
        Ink bold = new Ink(Face.SANS_BOLD, 7.5);
        BoundingBox letter = pen.canvas().text(338, y + 9, bold, right.text().substring(0, 1));
        BoundingBox text =
                pen.canvas().text(letter.right() + 5, y + 9, ink, right.text().substring(2));
        pen.canvas().dotLeaders(text.right() + 3, NUMBER - 6, y + 9, 12, ink);
        cells(pen, look, right, NUMBER, AMOUNT, RIGHT, y);
    }

    private static void label(Canvas canvas, String no, String text, double y, double end, boolean dots)
            throws IOException {
        Ink ink = new Ink(Face.SANS, 7.5);
        Ink bold = new Ink(Face.SANS_BOLD, 7.5);
        boolean lettered = text.matches("[a-z] .*");
        String number = lettered ? text.substring(0, 1) : no;
        String words = lettered ? text.substring(2) : text;
        if (!number.isEmpty()) {
            canvas.text(lettered ? 101 : 93, y + 9, bold, number);
        }
        Ink fitting = canvas.fit(ink, words, end - 115);
        BoundingBox written = canvas.text(115, y + 9, fitting, words);
        if (dots) {
            canvas.dotLeaders(written.right() + 4, end, y + 9, 12, ink);
        }
    }

    private static void cells(DocumentPen pen, Look look, Line line, double number, double left, double right, double y)
            throws IOException {
        Canvas canvas = pen.canvas();
        BoundingBox numberCell = new BoundingBox(number, y, left, y + ROW);
        canvas.frame(numberCell, 0.5);
        canvas.frame(new BoundingBox(left, y, right, y + ROW), 0.5);
        double width = canvas.width(new Ink(Face.SANS_BOLD, 7.5), line.no());
        canvas.text((number + left - width) / 2, y + 9, new Ink(Face.SANS_BOLD, 7.5), line.no());
        BoundingBox area = new BoundingBox(left + 2, y, right - 2, y + ROW);
        amount(pen, look, line.at(), line.show(), area);
    }

    private static void amount(DocumentPen pen, Look look, @Nullable String at, @Nullable String show, BoundingBox area)
            throws IOException {
        if (at != null) {
            pen.line("/Box" + at, area, look.amount());
        } else if (show != null) {
            pen.again("/Box" + show, area, look.amount());
        }
    }

    private static String years(String text, int year) {
        return text.replace("{year}", Integer.toString(year))
                .replace("{last}", Integer.toString(year - 1))
                .replace("{next}", Integer.toString(year + 1));
    }

    private static void pageTwoTitle(Canvas canvas, int year) throws IOException {
        canvas.text(LEFT, 44, new Ink(Face.SANS, 7), "Form 1040 (%s)".formatted(year));
        canvas.text(548, 44, new Ink(Face.SANS, 7), "Page");
        canvas.text(567, 44, new Ink(Face.SANS_BOLD, 9), "2");
    }

    private static void signature(DocumentPen pen, Look look, double top) throws IOException {
        Canvas canvas = pen.canvas();
        Ink small = new Ink(Face.SANS, 6.5);
        section(canvas, "Third Party Designee", top);
        canvas.text(
                100,
                top + 10,
                small,
                "Do you want to allow another person to discuss this return with the IRS? See instructions");
        pen.otherTick(new BoundingBox(430, top + 3, 438, top + 11), false);
        canvas.text(442, top + 10, small, "Yes. Complete below.");
        pen.otherTick(new BoundingBox(520, top + 3, 528, top + 11), true);
        canvas.text(532, top + 10, small, "No");
        double y = top + 42;
        canvas.line(LEFT, y, RIGHT, y, 1.2);
        section(canvas, "Sign Here", y);
        FormGrid grid = new FormGrid(pen, 0, y, 6.5);
        grid.note(
                100,
                8,
                470,
                Face.SANS,
                6,
                "Under penalties of perjury, I declare that I have examined this return and accompanying schedules and"
                        + " statements, and to the best of my knowledge and belief, they are true, correct, and complete."
                        + " Declaration of preparer (other than taxpayer) is based on all information of which preparer"
                        + " has any knowledge.");
        grid.cell(100, 24, 170, 26, "", "Your signature");
        grid.cell(270, 24, 60, 26, "", "Date");
        pen.other("occupation", grid.cell(330, 24, 120, 26, "", "Your occupation"), look.text());
        grid.cell(450, 24, 126, 26, "", "If the IRS sent you an Identity Protection PIN, enter it here");
        grid.cell(100, 50, 170, 26, "", "Spouse’s signature. If a joint return, both must sign.");
        grid.cell(270, 50, 60, 26, "", "Date");
        grid.cell(330, 50, 120, 26, "", "Spouse’s occupation");
        grid.cell(450, 50, 126, 26, "", "");
        grid.label(103, 86, Face.SANS, 6.5, "Phone no.");
        pen.other("phone", grid.at(140, 76, 120, 14), look.text());
        canvas.line(LEFT, y + 92, RIGHT, y + 92, 1.2);
        section(canvas, "Paid Preparer Use Only", y + 92);
        grid.label(103, 100, Face.SANS, 6.5, "Preparer’s name");
        grid.label(250, 100, Face.SANS, 6.5, "Preparer’s signature");
        grid.label(460, 100, Face.SANS, 6.5, "PTIN");
    }

    private static void footer(Canvas canvas, int year, double y, int page) throws IOException {
        canvas.text(
                LEFT,
                y + 9,
                new Ink(Face.SANS_BOLD, 6.5),
                page == 1
                        ? "For Disclosure, Privacy Act, and Paperwork Reduction Act Notice, see separate instructions."
                        : "Go to www.irs.gov/Form1040 for instructions and the latest information.");
        canvas.text(518, y + 9, new Ink(Face.SANS, 6.5), "Form");
        canvas.text(535, y + 9, new Ink(Face.SANS_BOLD, 8), "1040");
        canvas.text(556, y + 9, new Ink(Face.SANS, 6.5), "(%s)".formatted(year));
    }
}
