package dev.tabellio.samples.forms;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.samples.draw.Align;
import dev.tabellio.samples.draw.Canvas;
import dev.tabellio.samples.draw.DocumentPen;
import dev.tabellio.samples.draw.Face;
import dev.tabellio.samples.draw.Ink;
import dev.tabellio.samples.draw.Style;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The upper half of the first page of Form 1040: title, people, address, filing status, dependents. */
final class Form1040Head {

    /** The filing status stood above the names until this year, below the address since. */
    private static final int STATUS_ABOVE_UNTIL = 2022;

    private static final double LEFT = Form1040Layout.LEFT;

    private final int year;

    Form1040Head(int year) {
        this.year = year;
    }

    /** Draws it. @return where the lines begin, in points from the top */
    double draw(DocumentPen pen, Look look) throws IOException {
        title(pen);
        boolean above = year <= STATUS_ABOVE_UNTIL;
        double y = 68;
        if (above) {
            y = status(pen, look, y);
        }
        y = people(pen, look, y);
        y = address(pen, look, y);
        if (!above) {
            y = status(pen, look, y);
        }
        y = questions(pen, y);
        return dependents(pen, y);
    }

    private void title(DocumentPen pen) throws IOException {
        Canvas canvas = pen.canvas();
        canvas.text(LEFT, 62, new Ink(Face.SANS, 6.5), "Form");
        canvas.text(LEFT + 17, 62, new Ink(Face.SANS_BOLD, 22), "1040");
        canvas.text(110, 45, new Ink(Face.SANS, 6.5), "Department of the Treasury—Internal Revenue Service");
        canvas.text(110, 61, new Ink(Face.SANS_BOLD, 12), "U.S. Individual Income Tax Return");
        String text = Integer.toString(year);
        pen.printed("/TaxYear", canvas.text(312, 62, new Ink(Face.SANS_BOLD, 20), text), text);
        canvas.text(368, 61, new Ink(Face.SANS, 6.5), "OMB No. 1545-0074");
        canvas.text(440, 61, new Ink(Face.SANS, 6), "IRS Use Only—Do not write or staple in this space.");
        canvas.line(LEFT, 67, Form1040Layout.RIGHT, 67, 1.2);
    }

    private double people(DocumentPen pen, Look look, double top) throws IOException {
        FormGrid grid = new FormGrid(pen, LEFT, top, 6.5);
        person(pen, look, grid, 0, "/Taxpayer/", "Your first name and middle initial", "Your social security number");
        person(
                pen,
                look,
                grid,
                24,
                "/Spouse/",
                "If joint return, spouse’s first name and middle initial",
                "Spouse’s social security number");
        return top + 48;
    }

    private void person(
            DocumentPen pen, Look look, FormGrid grid, double y, String prefix, String firstLabel, String ssnLabel)
            throws IOException {
        pen.line(prefix + "FirstNameAndInitials", grid.cell(0, y, 202, 24, "", firstLabel), look.text());
        pen.line(prefix + "LastName", grid.cell(202, y, 230, 24, "", "Last name"), look.text());
        BoundingBox box = grid.at(432, y, 108, 24);
        pen.canvas().frame(box, 1);
        pen.canvas().text(box.left() + 3, box.top() + 7.7, new Ink(Face.SANS_BOLD, 6.5), ssnLabel);
        BoundingBox area = new BoundingBox(box.left() + 1, box.top() + 10, box.right() - 1, box.bottom());
        if (year > STATUS_ABOVE_UNTIL) {
            Style digits = new Style(look.ink(), Align.CENTER, ssn -> ssn.replace("-", ""));
            pen.comb(prefix + "SSN", area, digits, 9);
        } else {
            pen.line(prefix + "SSN", area, look.centered());
        }
    }

    private double address(DocumentPen pen, Look look, double top) throws IOException {
        FormGrid grid = new FormGrid(pen, LEFT, top, 6.5);
        Map<String, BoundingBox> pieces = new LinkedHashMap<>();
        pieces.put(
                "street",
                grid.cell(
                        0,
                        0,
                        382,
                        24,
                        "",
                        "Home address (number and street). If you have a P.O. box, see instructions."));
        pieces.put("apartment", grid.cell(382, 0, 50, 24, "", "Apt. no."));
        pieces.put(
                "town",
                grid.cell(
                        0,
                        24,
                        302,
                        24,
                        "",
                        "City, town, or post office. If you have a foreign address, also complete spaces below."));
        pieces.put("state", grid.cell(302, 24, 65, 24, "", "State"));
        pieces.put("zip", grid.cell(367, 24, 65, 24, "", "ZIP code"));
        pen.pieces("/Taxpayer/Address", pieces, look.text());
        grid.cell(0, 48, 210, 22, "", "Foreign country name");
        grid.cell(210, 48, 157, 22, "", "Foreign province/state/county");
        grid.cell(367, 48, 65, 22, "", "Foreign postal code");
        grid.cell(432, 0, 108, 70, "", "");
        grid.label(435, 8, Face.SANS_BOLD, 6.5, "Presidential Election Campaign");
        grid.note(
                435,
                16,
                100,
                Face.SANS,
                6.2,
                "Check here if you, or your spouse if filing jointly, want $3 to go to this fund. Checking a box below"
                        + " will not change your tax or refund.");
        pen.otherTick(grid.at(470, 60, 8, 8), false);
        grid.label(481, 67, Face.SANS, 6.2, "You");
        pen.otherTick(grid.at(505, 60, 8, 8), false);
        grid.label(516, 67, Face.SANS, 6.2, "Spouse");
        return top + 70;
    }

    private double status(DocumentPen pen, Look look, double top) throws IOException {
        FormGrid grid = new FormGrid(pen, LEFT, top, 6.5);
        grid.label(0, 11, Face.SANS_BOLD, 8.5, "Filing Status");
        grid.label(0, 21, Face.SANS, 6.5, "Check only");
        grid.label(0, 29, Face.SANS, 6.5, "one box.");
        if (year <= STATUS_ABOVE_UNTIL) {
            choice(pen, grid, 66, 4, "single", "Single");
            choice(pen, grid, 108, 4, "marriedFilingJointly", "Married filing jointly");
            choice(pen, grid, 196, 4, "marriedFilingSeparately", "Married filing separately (MFS)");
            choice(pen, grid, 318, 4, "headOfHousehold", "Head of household (HOH)");
            choice(
                    pen,
                    grid,
                    425,
                    4,
                    "qualifyingSurvivingSpouse",
                    year < 2022 ? "Qualifying widow(er) (QW)" : "Qualifying surviving spouse (QSS)");
        } else {
            choice(pen, grid, 66, 4, "single", "Single");
            choice(pen, grid, 66, 14, "marriedFilingJointly", "Married filing jointly (even if only one had income)");
            choice(pen, grid, 66, 24, "marriedFilingSeparately", "Married filing separately (MFS)");
            choice(pen, grid, 333, 4, "headOfHousehold", "Head of household (HOH)");
            choice(pen, grid, 333, 24, "qualifyingSurvivingSpouse", "Qualifying surviving spouse (QSS)");
        }
        double y = year <= STATUS_ABOVE_UNTIL ? 22 : 42;
        grid.note(
                66,
                y,
                470,
                Face.SANS,
                6.5,
                "If you checked the MFS box, enter the name of your spouse. If you checked the HOH or QSS box, enter the"
                        + " child’s name if the qualifying person is a child but not your dependent:");
        pen.other("spouse or child", grid.at(260, y - 1, 270, 12), look.sized(8).text());
        return top + y + 14;
    }

    private static void choice(DocumentPen pen, FormGrid grid, double x, double y, String value, String label)
            throws IOException {
        pen.choice("/FilingStatus", value, grid.at(x, y, 8, 8));
        grid.label(x + 12, y + 7, Face.SANS, 7, label);
    }

    private double questions(DocumentPen pen, double top) throws IOException {
        FormGrid grid = new FormGrid(pen, LEFT, top, 6.5);
        pen.canvas().line(LEFT, top, Form1040Layout.RIGHT, top, 1);
        grid.label(0, 10, Face.SANS_BOLD, 8, year < 2022 ? "" : "Digital Assets");
        String what = year < 2022
                ? "receive, sell, exchange, or otherwise dispose of any financial interest in any virtual"
                        + " currency?"
                : "receive (as a reward, award, or payment) or sell, exchange, or otherwise dispose of a digital asset?";
        grid.label(66, 10, Face.SANS, 6.5, "At any time during %s, did you: %s".formatted(year, what));
        pen.otherTick(grid.at(468, 3, 8, 8), false);
        grid.label(479, 10, Face.SANS, 6.5, "Yes");
        pen.otherTick(grid.at(504, 3, 8, 8), true);
        grid.label(515, 10, Face.SANS, 6.5, "No");
        grid.label(0, 23, Face.SANS_BOLD, 8, "Standard");
        grid.label(0, 32, Face.SANS_BOLD, 8, "Deduction");
        grid.label(66, 23, Face.SANS_BOLD, 6.5, "Someone can claim:");
        pen.otherTick(grid.at(150, 16, 8, 8), false);
        grid.label(161, 23, Face.SANS, 6.5, "You as a dependent");
        pen.otherTick(grid.at(240, 16, 8, 8), false);
        grid.label(251, 23, Face.SANS, 6.5, "Your spouse as a dependent");
        pen.otherTick(grid.at(66, 27, 8, 8), false);
        grid.label(78, 34, Face.SANS, 6.5, "Spouse itemizes on a separate return or you were a dual-status alien");
        return top + 40;
    }

    private double dependents(DocumentPen pen, double top) throws IOException {
        FormGrid grid = new FormGrid(pen, LEFT, top, 6.5);
        pen.canvas().line(LEFT, top, Form1040Layout.RIGHT, top, 1);
        grid.label(0, 9, Face.SANS_BOLD, 8, "Dependents");
        grid.label(50, 9, Face.SANS, 6.5, "(see instructions):");
        grid.label(66, 19, Face.SANS, 6.5, "(1) First name          Last name");
        grid.label(236, 19, Face.SANS, 6.5, "(2) Social security number");
        grid.label(330, 19, Face.SANS, 6.5, "(3) Relationship to you");
        grid.label(420, 19, Face.SANS, 6.5, "(4) Check the box if qualifies for");
        for (int row = 0; row < 2; row++) {
            double y = 22 + row * 12;
            grid.cell(64, y, 170, 12, "", "");
            grid.cell(234, y, 92, 12, "", "");
            grid.cell(326, y, 90, 12, "", "");
            pen.otherTick(grid.at(450, y + 2, 8, 8), false);
            pen.otherTick(grid.at(505, y + 2, 8, 8), false);
        }
        return top + 50;
    }
}
