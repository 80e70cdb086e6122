package dev.tabellio.samples.forms;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.samples.draw.DocumentPen;
import dev.tabellio.samples.draw.Face;
import dev.tabellio.samples.draw.Ink;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Form 1099-NEC in the arrangement of the Internal Revenue Service since 2021: 528 x 264 points, three to a sheet. */
public final class NecLayout {

    /** Height of one form in points. */
    public static final double HEIGHT = 264;

    private static final double ROW = 24;

    /** Draws the form. @param copy which copy it is: 1, B, C or 2 */
    public void draw(DocumentPen pen, Look look, double left, double top, String copy) throws IOException {
        FormGrid grid = new FormGrid(pen, left, top, 6.3);
        pen.canvas().frame(grid.at(0, 12, 528, 204), 1);
        BoundingBox corrected = grid.at(210, 0, 9, 9);
        pen.tick("/IsCorrected", corrected);
        grid.label(223, 8, Face.SANS_BOLD, 7.5, "CORRECTED (if checked)");
        parties(pen, look, grid);
        heading(pen, grid, copy);
        boxes(pen, look, grid);
        footer(pen, grid, copy);
    }

    private static void parties(DocumentPen pen, Look look, FormGrid grid) throws IOException {
        grid.cell(0, 12, 246, 84, "", "");
        grid.note(
                3,
                19,
                238,
                Face.SANS,
                6.3,
                "PAYER’S name, street address, city or town, state or province, country, ZIP or foreign postal code, and"
                        + " telephone no.");
        pen.block("/Payer/Name", "/Payer/Address", grid.at(4, 30, 238, 50), look.text(), 10.5);
        pen.line("/Payer/PhoneNumber", grid.at(4, 80, 238, 15), look.text());
        pen.line("/Payer/TIN", grid.cell(0, 96, 123, ROW, "", "PAYER’S TIN"), look.text());
        pen.line("/Recipient/TIN", grid.cell(123, 96, 123, ROW, "", "RECIPIENT’S TIN"), look.text());
        pen.line("/Recipient/Name", grid.cell(0, 120, 246, ROW, "", "RECIPIENT’S name"), look.text());
        Map<String, BoundingBox> pieces = new LinkedHashMap<>();
        pieces.put("recipient street", grid.cell(0, 144, 246, ROW, "", "Street address (including apt. no.)"));
        pieces.put(
                "recipient city",
                grid.cell(
                        0,
                        168,
                        246,
                        ROW,
                        "",
                        "City or town, state or province, country, and ZIP or foreign postal code"));
        pen.pieces("/Recipient/Address", pieces, look.text());
        grid.cell(0, 192, 246, ROW, "", "");
        pen.line(
                "/Recipient/AccountNumber",
                grid.labelled(grid.at(0, 192, 246, ROW), "", "Account number (see instructions)"),
                look.text());
    }

    private static void heading(DocumentPen pen, FormGrid grid, String copy) throws IOException {
        grid.cell(246, 12, 78, 36, "", "OMB No. 1545-0116");
        grid.cell(246, 48, 78, 48, "", "");
        grid.label(250, 56, Face.SANS, 6.3, "Form");
        BoundingBox at = grid.at(270, 57, 0, 0);
        pen.canvas().text(at.left(), at.top(), new Ink(Face.SANS_BOLD, 9), "1099-NEC");
        grid.label(250, 67, Face.SANS, 5.2, "(Rev. January 2022)");
        grid.label(250, 75, Face.SANS, 6.3, "For calendar year");
        String year = pen.content().values().getOrDefault("/TaxYear", "");
        BoundingBox yearAt = grid.at(258, 90, 0, 0);
        pen.printed(
                "/TaxYear", pen.canvas().text(yearAt.left(), yearAt.top(), new Ink(Face.SANS_BOLD, 12), year), year);
        grid.label(340, 40, Face.SANS_BOLD, 12, "Nonemployee");
        grid.label(340, 54, Face.SANS_BOLD, 12, "Compensation");
        grid.label(462, 108, Face.SANS_BOLD, 9, "Copy " + copy);
        grid.note(
                448,
                122,
                74,
                Face.SANS,
                6,
                switch (copy) {
                    case "B" ->
                        "For Recipient. This is important tax information and is being furnished to the IRS. If"
                                + " you are required to file a return, a negligence penalty or other sanction may be"
                                + " imposed on you if this income is taxable and the IRS determines that it has not been"
                                + " reported.";
                    case "C" ->
                        "For Payer. For Privacy Act and Paperwork Reduction Act Notice, see the current General"
                                + " Instructions for Certain Information Returns.";
                    case "1" -> "For State Tax Department";
                    default -> "To be filed with recipient’s state income tax return, when required.";
                });
        grid.cell(444, 96, 84, 120, "", "");
    }

    private static void boxes(DocumentPen pen, Look look, FormGrid grid) throws IOException {
        amount(pen, look, grid, "/Box1", grid.at(246, 96, 198, ROW), "1", "Nonemployee compensation");
        grid.cell(246, 120, 198, ROW, "2", "");
        grid.note(
                258,
                127,
                150,
                Face.SANS,
                6.3,
                "Payer made direct sales totaling $5,000 or more of consumer products to recipient for resale");
        pen.tick("/Box2", grid.at(424, 130, 10, 10));
        BoundingBox three = grid.at(246, 144, 198, ROW);
        pen.canvas().fill(three, 0.85);
        grid.cell(three, "3", "", 0.7);
        amount(pen, look, grid, "/Box4", grid.at(246, 168, 198, ROW), "4", "Federal income tax withheld");
        double[] x = {246, 312, 392, 444};
        String[] numbers = {"5", "6", "7"};
        String[] labels = {"State tax withheld", "State/Payer’s state no.", "State income"};
        for (int i = 0; i < 3; i++) {
            grid.cell(x[i], 192, x[i + 1] - x[i], ROW, numbers[i], labels[i]);
        }
        Look small = look.sized(6.8);
        for (int row = 0; row < 2; row++) {
            String prefix = "/StateTaxesWithheld/%s/".formatted(row);
            double y = 199 + row * 8.2;
            pen.line(prefix + "Box5", grid.at(250, y, 60, 9.6), small.amount());
            pen.line(prefix + "Box6", grid.at(314, y, 76, 9.6), small.text());
            pen.line(prefix + "Box7", grid.at(394, y, 48, 9.6), small.amount());
        }
    }

    private static void amount(
            DocumentPen pen, Look look, FormGrid grid, String pointer, BoundingBox box, String number, String label)
            throws IOException {
        BoundingBox area = grid.cell(box, number, label, 0.7);
        if (look.amounts() != Look.Amounts.DOLLAR) {
            pen.canvas().text(area.left(), area.bottom() - 3, new Ink(Face.SANS, 8), "$");
        }
        pen.line(pointer, new BoundingBox(area.left() + 8, area.top(), area.right(), area.bottom()), look.amount());
    }

    private static void footer(DocumentPen pen, FormGrid grid, String copy) throws IOException {
        grid.label(0, 226, Face.SANS, 6.3, "Form");
        grid.label(18, 226, Face.SANS_BOLD, 8, "1099-NEC");
        grid.label(62, 226, Face.SANS, 6.3, "(Rev. 1-2022)");
        grid.label(160, 226, Face.SANS, 6.3, copy.equals("B") ? "(keep for your records)" : "www.irs.gov/Form1099NEC");
        grid.label(340, 226, Face.SANS, 6.3, "Department of the Treasury - Internal Revenue Service");
        if (pen.content().values().containsKey("/IsFATCAFilingRequired")) {
            grid.cell(140, 192, 106, 10, "", "");
            grid.label(143, 199.5, Face.SANS, 5.6, "FATCA filing requirement");
            pen.tick("/IsFATCAFilingRequired", grid.at(234, 193.5, 7, 7));
        }
    }
}
