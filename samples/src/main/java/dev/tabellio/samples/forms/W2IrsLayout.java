package dev.tabellio.samples.forms;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.samples.draw.Canvas;
import dev.tabellio.samples.draw.DocumentPen;
import dev.tabellio.samples.draw.Face;
import dev.tabellio.samples.draw.Ink;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Form W-2 in the arrangement of the Internal Revenue Service: 540 x 330 points. */
public final class W2IrsLayout implements W2Layout {

    private static final double ROW = 24;

    @Override
    public void draw(DocumentPen pen, Look look, double left, double top, String copy) throws IOException {
        FormGrid grid = new FormGrid(pen, left, top, 6.5);
        Canvas canvas = pen.canvas();
        canvas.frame(grid.at(0, 0, 540, 12.5 * ROW), 1);
        employee(pen, look, grid);
        amounts(pen, look, grid);
        codes(pen, look, grid);
        states(pen, look, grid);
        footer(pen, grid, copy);
    }

    private static void employee(DocumentPen pen, Look look, FormGrid grid) throws IOException {
        BoundingBox ssn = grid.cell(grid.at(114, 0, 131, ROW), "a", "Employee’s social security number", 1.6);
        pen.line("/Employee/SocialSecurityNumber", ssn, look.centered());
        grid.label(400, 15, Face.SANS, 7, "OMB No. 1545-0029");
        pen.line(
                "/Employer/IdNumber",
                grid.cell(0, ROW, 295, ROW, "b", "Employer identification number (EIN)"),
                look.centered());
        pen.block(
                "/Employer/Name",
                "/Employer/Address",
                grid.cell(0, 2 * ROW, 295, 3 * ROW, "c", "Employer’s name, address, and ZIP code"),
                look.text(),
                11);
        pen.line("/ControlNumber", grid.cell(0, 5 * ROW, 295, ROW, "d", "Control number"), look.text());
        grid.cell(0, 6 * ROW, 295, 4.5 * ROW, "e", "Employee’s first name and initial");
        grid.label(140, 6 * ROW + 7.7, Face.SANS, 6.5, "Last name");
        grid.label(274, 6 * ROW + 7.7, Face.SANS, 6.5, "Suff.");
        Map<String, BoundingBox> name = new LinkedHashMap<>();
        name.put("given", grid.at(4, 6 * ROW + 10, 132, 14));
        name.put("family", grid.at(139, 6 * ROW + 10, 132, 14));
        pen.pieces("/Employee/Name", name, look.text());
        pen.lines("/Employee/Address", grid.at(4, 7 * ROW + 6, 286, 62), look.text(), 11);
        grid.labelled(grid.at(0, 10.5 * ROW - 10, 295, 10), "f", "Employee’s address and ZIP code");
    }

    private static void amounts(DocumentPen pen, Look look, FormGrid grid) throws IOException {
        pen.line(
                "/WagesTipsAndOtherCompensation",
                grid.cell(grid.at(295, ROW, 122, ROW), "1", "Wages, tips, other compensation", 1.6),
                look.amount());
        pen.line(
                "/FederalIncomeTaxWithheld",
                grid.cell(grid.at(417, ROW, 123, ROW), "2", "Federal income tax withheld", 1.6),
                look.amount());
        right(pen, look, grid, 2, "/SocialSecurityWages", "3", "Social security wages", false);
        right(pen, look, grid, 2, "/SocialSecurityTaxWithheld", "4", "Social security tax withheld", true);
        right(pen, look, grid, 3, "/MedicareWagesAndTips", "5", "Medicare wages and tips", false);
        right(pen, look, grid, 3, "/MedicareTaxWithheld", "6", "Medicare tax withheld", true);
        right(pen, look, grid, 4, "/SocialSecurityTips", "7", "Social security tips", false);
        right(pen, look, grid, 4, "/AllocatedTips", "8", "Allocated tips", true);
        pen.canvas().fill(grid.at(295, 5 * ROW + 10, 122, ROW - 10), 0.8);
        grid.cell(295, 5 * ROW, 122, ROW, "9", "");
        right(pen, look, grid, 5, "/DependentCareBenefits", "10", "Dependent care benefits", true);
        right(pen, look, grid, 6, "/NonQualifiedPlans", "11", "Nonqualified plans", false);
    }

    private static void right(
            DocumentPen pen,
            Look look,
            FormGrid grid,
            int row,
            String pointer,
            String number,
            String label,
            boolean second)
            throws IOException {
        pen.line(
                pointer,
                grid.cell(second ? 417 : 295, row * ROW, second ? 123 : 122, ROW, number, label),
                look.amount());
    }

    private static void codes(DocumentPen pen, Look look, FormGrid grid) throws IOException {
        String[] letters = {"a", "b", "c", "d"};
        for (int row = 0; row < 4; row++) {
            double y = (6 + row) * ROW;
            grid.cell(417, y, 123, ROW, "12" + letters[row], row == 0 ? "See instructions for box 12" : "");
            for (int i = 0; i < 4; i++) {
                grid.label(419, y + 11.5 + 4 * i, Face.SANS, 4.2, "Code".substring(i, i + 1));
            }
            pen.canvas()
                    .line(
                            grid.at(450, y, 0, 0).left(),
                            grid.at(0, y + 10, 0, 0).top(),
                            grid.at(450, 0, 0, 0).left(),
                            grid.at(0, y + ROW, 0, 0).top(),
                            0.7);
            pen.line("/AdditionalInfo/%s/LetterCode".formatted(row), grid.at(424, y + 9, 24, 15), look.centered());
            pen.line("/AdditionalInfo/%s/Amount".formatted(row), grid.at(453, y + 9, 83, 15), look.amount());
        }
        pen.canvas().fill(grid.at(417, 10 * ROW, 123, ROW / 2), 0.8);
        grid.cell(295, 7 * ROW, 122, ROW, "13", "");
        flag(pen, grid, 311, "/IsStatutoryEmployee", "Statutory", "employee");
        flag(pen, grid, 349, "/IsRetirementPlan", "Retirement", "plan");
        flag(pen, grid, 385, "/IsThirdPartySickPay", "Third-party", "sick pay");
        pen.lines("/Other", grid.cell(295, 8 * ROW, 122, 2.5 * ROW, "14", "Other"), look.text(), 11);
    }

    private static void flag(DocumentPen pen, FormGrid grid, double x, String pointer, String upper, String lower)
            throws IOException {
        grid.label(x, 7 * ROW + 6, Face.SANS, 4.8, upper);
        grid.label(x, 7 * ROW + 11, Face.SANS, 4.8, lower);
        pen.tick(pointer, grid.at(x + 4, 7 * ROW + 13.5, 9, 9));
    }

    private static void states(DocumentPen pen, Look look, FormGrid grid) throws IOException {
        double y = 10.5 * ROW;
        double[] x = {0, 158, 244, 331, 417, 492, 540};
        String[] numbers = {"15", "16", "17", "18", "19", "20"};
        String[] labels = {
            "State    Employer’s state ID number",
            "State wages, tips, etc.",
            "State income tax",
            "Local wages, tips, etc.",
            "Local income tax",
            "Locality name"
        };
        for (int i = 0; i < 6; i++) {
            grid.cell(x[i], y, x[i + 1] - x[i], 2 * ROW, numbers[i], labels[i]);
        }
        BoundingBox middle = grid.at(0, y + ROW + 3, 540, 0);
        pen.canvas().dashed(middle.left(), middle.top(), middle.right(), middle.top());
        double[] tops = {y + 11, y + ROW + 5};
        for (int row = 0; row < 2; row++) {
            BoundingBox divider = grid.at(29, tops[row], 0, 16);
            pen.canvas().line(divider.left(), divider.top(), divider.left(), divider.bottom(), 0.7);
            String state = "/StateTaxInfos/%s/".formatted(row);
            String local = "/LocalTaxInfos/%s/".formatted(row);
            pen.line(state + "State", grid.at(3, tops[row], 24, 15), look.centered());
            pen.line(state + "EmployerStateIdNumber", grid.at(33, tops[row], 121, 15), look.text());
            pen.line(state + "StateWagesTipsEtc", grid.at(162, tops[row], 78, 15), look.amount());
            pen.line(state + "StateIncomeTax", grid.at(248, tops[row], 79, 15), look.amount());
            pen.line(local + "LocalWagesTipsEtc", grid.at(335, tops[row], 78, 15), look.amount());
            pen.line(local + "LocalIncomeTax", grid.at(421, tops[row], 67, 15), look.amount());
            pen.line(local + "LocalityName", grid.at(494, tops[row], 44, 15), look.text());
        }
    }

    private static void footer(DocumentPen pen, FormGrid grid, String copy) throws IOException {
        double y = 12.5 * ROW;
        grid.label(0, y + 17, Face.SANS, 7, "Form");
        BoundingBox name = pen.canvas()
                .text(grid.at(20, 0, 0, 0).left(), grid.at(0, y + 19, 0, 0).top(), new Ink(Face.SANS_BOLD, 19), "W-2");
        pen.printed("/W2FormVariant", name, "W-2");
        grid.label(66, y + 17, Face.SANS_BOLD, 9, "Wage and Tax Statement");
        String year = pen.content().values().getOrDefault("/TaxYear", "");
        BoundingBox where = grid.at(228, y + 19, 0, 0);
        pen.printed("/TaxYear", pen.canvas().text(where.left(), where.top(), new Ink(Face.SANS_BOLD, 18), year), year);
        grid.label(378, y + 10, Face.SANS, 6.5, "Department of the Treasury—Internal Revenue Service");
        pen.canvas()
                .text(
                        grid.at(0, 0, 0, 0).left(),
                        grid.at(0, y + 30, 0, 0).top(),
                        new Ink(Face.SANS_BOLD, 7.5),
                        "Copy " + copy);
        grid.label(33, y + 30, Face.SANS_BOLD, 7.5, "—" + W2Copies.purpose(copy) + ".");
        grid.label(0, y + 38, Face.SANS, 6.5, "This information is being furnished to the Internal Revenue Service.");
    }
}
