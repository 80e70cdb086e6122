package dev.tabellio.samples.forms;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.samples.draw.DocumentPen;
import dev.tabellio.samples.draw.Face;
import dev.tabellio.samples.draw.Ink;
import java.io.IOException;

/**
 * Form W-2 as payroll software prints it: other words, other places, state rows close together. {@code WIDE} is half a
 * sheet (540 x 330 points), {@code COMPACT} a quarter (288 x 372 points), four of which make a sheet of copies.
 */
public enum W2VendorLayout implements W2Layout {
    WIDE(540, 22, 6.2, 8.5),
    COMPACT(288, 22, 5, 7);

    private final double width;
    private final double row;
    private final double labelSize;
    private final double inkSize;

    W2VendorLayout(double width, double row, double labelSize, double inkSize) {
        this.width = width;
        this.row = row;
        this.labelSize = labelSize;
        this.inkSize = inkSize;
    }

    @Override
    public void draw(DocumentPen pen, Look anyLook, double left, double top, String copy) throws IOException {
        Look look = anyLook.sized(inkSize);
        FormGrid grid = new FormGrid(pen, left, top, labelSize);
        title(pen, grid, copy);
        pay(pen, look, grid);
        people(pen, look, grid);
        codes(pen, look, grid);
        states(pen, look, grid);
        pen.canvas().frame(grid.at(0, 0, width, bottom()), 1.2);
    }

    private double half() {
        return width / 2;
    }

    private double bottom() {
        return 15 * row;
    }

    private void title(DocumentPen pen, FormGrid grid, String copy) throws IOException {
        String year = pen.content().values().getOrDefault("/TaxYear", "");
        BoundingBox at = grid.at(5, 15, 0, 0);
        BoundingBox box = pen.canvas().text(at.left(), at.top(), new Ink(Face.SANS_BOLD, 12), year);
        pen.printed("/TaxYear", box, year);
        BoundingBox variant = pen.canvas().text(box.right() + 5, at.top(), new Ink(Face.SANS_BOLD, 12), "W-2");
        pen.printed("/W2FormVariant", variant, "W-2");
        grid.label(66, 10, Face.SANS_BOLD, labelSize, "Wage and Tax Statement");
        grid.label(66, 17, Face.SANS, labelSize, "Copy " + copy + " " + W2Copies.purpose(copy));
        grid.label(5, 21, Face.SANS, 4, "OMB No. 1545-0029");
    }

    private void pay(DocumentPen pen, Look look, FormGrid grid) throws IOException {
        String[][] pairs = {
            {"/WagesTipsAndOtherCompensation", "1", "Wages, tips, other comp."},
            {"/FederalIncomeTaxWithheld", "2", "Federal income tax withheld"},
            {"/SocialSecurityWages", "3", "Social security wages"},
            {"/SocialSecurityTaxWithheld", "4", "Social security tax withheld"},
            {"/MedicareWagesAndTips", "5", "Medicare wages and tips"},
            {"/MedicareTaxWithheld", "6", "Medicare tax withheld"}
        };
        for (int i = 0; i < pairs.length; i++) {
            BoundingBox area = grid.cell(i % 2 * half(), row * (1 + i / 2), half(), row, pairs[i][1], pairs[i][2]);
            pen.line(pairs[i][0], area, look.amount());
        }
    }

    private void people(DocumentPen pen, Look look, FormGrid grid) throws IOException {
        double leading = inkSize * 1.2;
        pen.line("/ControlNumber", grid.cell(0, 4 * row, half(), row, "d", "Control number"), look.text());
        grid.cell(half(), 4 * row, half() * 0.4, row, "", "Dept.");
        grid.cell(half() * 1.4, 4 * row, half() * 0.6, row, "", "Employer use only");
        pen.block(
                "/Employer/Name",
                "/Employer/Address",
                grid.cell(0, 5 * row, half(), 2.5 * row, "c", "Employer’s name, address, and ZIP code"),
                look.text(),
                leading);
        pen.block(
                "/Employee/Name",
                "/Employee/Address",
                grid.cell(half(), 5 * row, half(), 2.5 * row, "e/f", "Employee’s name, address, and ZIP code"),
                look.text(),
                leading);
        pen.line(
                "/Employer/IdNumber",
                grid.cell(0, 7.5 * row, half(), row, "b", "Employer’s FED ID number"),
                look.text());
        pen.line(
                "/Employee/SocialSecurityNumber",
                grid.cell(half(), 7.5 * row, half(), row, "a", "Employee’s SSA number"),
                look.text());
    }

    private void codes(DocumentPen pen, Look look, FormGrid grid) throws IOException {
        double third = width / 3;
        pen.line("/SocialSecurityTips", grid.cell(0, 8.5 * row, third, row, "7", "Soc. sec. tips"), look.amount());
        pen.line("/AllocatedTips", grid.cell(third, 8.5 * row, third, row, "8", "Allocated tips"), look.amount());
        grid.cell(2 * third, 8.5 * row, third, row, "9", "");
        pen.line(
                "/DependentCareBenefits",
                grid.cell(0, 9.5 * row, third, row, "10", "Dep. care benefits"),
                look.amount());
        pen.line("/NonQualifiedPlans", grid.cell(third, 9.5 * row, third, row, "11", "Nonqual. plans"), look.amount());
        pen.lines("/Other", grid.cell(0, 10.5 * row, 2 * third, row, "14", "Other"), look.text(), inkSize * 1.15);
        for (int i = 0; i < 4; i++) {
            double y = 9.5 * row + i * row / 2;
            grid.cell(2 * third, y, third, row / 2, "12" + "abcd".charAt(i), "");
            pen.line(
                    "/AdditionalInfo/%s/LetterCode".formatted(i), grid.at(2 * third + 18, y, 18, row / 2), look.text());
            pen.line(
                    "/AdditionalInfo/%s/Amount".formatted(i),
                    grid.at(2 * third + 38, y, third - 42, row / 2),
                    look.amount());
        }
        grid.cell(0, 11.5 * row, width, row * 0.75, "13", "Stat. emp.");
        flag(pen, grid, width * 0.22, "/IsStatutoryEmployee", "");
        flag(pen, grid, width * 0.46, "/IsRetirementPlan", "Ret. plan");
        flag(pen, grid, width * 0.82, "/IsThirdPartySickPay", "3rd party sick pay");
    }

    private void flag(DocumentPen pen, FormGrid grid, double x, String pointer, String label) throws IOException {
        double top = 11.5 * row;
        double size = row * 0.42;
        if (!label.isEmpty()) {
            double shift = pen.canvas().width(new Ink(Face.SANS, labelSize), label) + 4;
            grid.label(x - shift, top + labelSize + 1.2, Face.SANS, labelSize, label);
        }
        pen.tick(pointer, grid.at(x, top + 3, size, size));
    }

    private void states(DocumentPen pen, Look look, FormGrid grid) throws IOException {
        double top = 12.25 * row;
        double[] share = {0, 0.075, 0.27, 0.445, 0.59, 0.745, 0.87, 1};
        String[][] columns = {
            {"15", "State"},
            {"", "Employer’s state ID no."},
            {"16", "State wages, tips, etc."},
            {"17", "State income tax"},
            {"18", "Local wages, tips"},
            {"19", "Local inc. tax"},
            {"20", "Locality"}
        };
        String[] pointers = {
            "/StateTaxInfos/%s/State",
            "/StateTaxInfos/%s/EmployerStateIdNumber",
            "/StateTaxInfos/%s/StateWagesTipsEtc",
            "/StateTaxInfos/%s/StateIncomeTax",
            "/LocalTaxInfos/%s/LocalWagesTipsEtc",
            "/LocalTaxInfos/%s/LocalIncomeTax",
            "/LocalTaxInfos/%s/LocalityName"
        };
        FormGrid narrow = new FormGrid(
                pen, grid.at(0, 0, 0, 0).left(), grid.at(0, 0, 0, 0).top(), labelSize * 0.85);
        for (int column = 0; column < columns.length; column++) {
            double x = share[column] * width;
            double wide = (share[column + 1] - share[column]) * width;
            narrow.cell(x, top, wide, 2.75 * row, columns[column][0], columns[column][1]);
            for (int line = 0; line < 2; line++) {
                boolean amount = column >= 2 && column <= 5;
                BoundingBox area =
                        grid.at(x + 2, top + labelSize + 3 + line * inkSize * 1.35, wide - 4, inkSize * 1.35);
                pen.line(pointers[column].formatted(line), area, amount ? look.amount() : look.text());
            }
        }
    }
}
