package dev.tabellio.samples.forms;

import dev.tabellio.samples.draw.Canvas;
import dev.tabellio.samples.draw.Face;
import dev.tabellio.samples.draw.Ink;
import java.io.IOException;
import java.util.List;

/** The back of an employee's copy of Form W-2: text about the form that is no form itself. */
public final class InstructionsPage {

    static final List<String> TEXT = List.of(
            "Box 1. Enter this amount on the wages line of your tax return.",
            "Box 2. Enter this amount on the federal income tax withheld line of your tax return.",
            "Box 5. You may be required to report this amount on Form 8959. See the Form 1040 instructions to find out"
                    + " whether you have to file it.",
            "Box 6. This amount includes the 1.45% Medicare tax withheld on all Medicare wages and tips shown in box 5,"
                    + " as well as the 0.9% Additional Medicare Tax on any of those wages and tips above $200,000.",
            "Box 8. This amount is not included in box 1, 3, 5, or 7. For information on how to report tips on your tax"
                    + " return, see the Form 1040 instructions.",
            "Box 10. This amount includes the total dependent care benefits that your employer paid to you or incurred"
                    + " on your behalf. Any amount over your employer's plan limit is also included in box 1.",
            "Box 11. This amount is a distribution made to you from a nonqualified deferred compensation plan, or a"
                    + " prior year deferral that became taxable for social security and Medicare taxes this year.",
            "Box 12. The following list explains the codes shown in box 12. You may need this information to complete"
                    + " your tax return.",
            "C - Taxable cost of group-term life insurance over $50,000 (included in boxes 1, 3, and 5).",
            "D - Elective deferrals to a section 401(k) cash or deferred arrangement.",
            "W - Employer contributions to your health savings account. Report on Form 8889.",
            "AA - Designated Roth contributions under a section 401(k) plan.",
            "DD - Cost of employer-sponsored health coverage. The amount reported with code DD is not taxable.",
            "Box 13. If the retirement plan box is checked, special limits may apply to the amount of traditional IRA"
                    + " contributions that you may deduct.",
            "Box 14. Employers may use this box to report information such as state disability insurance taxes withheld,"
                    + " union dues, uniform payments, or health insurance premiums deducted.",
            "Note. Keep Copy C of Form W-2 for at least 3 years after the due date for filing your income tax return.");

    /** Fills the page. */
    public void draw(Canvas page) throws IOException {
        page.text(54, 66, new Ink(Face.SANS_BOLD, 13), "Instructions for Employee");
        page.text(54, 80, new Ink(Face.SANS_ITALIC, 8.5), "(See also Notice to Employee on the back of Copy B.)");
        Ink ink = new Ink(Face.SANS, 9);
        double baseline = 104;
        for (String paragraph : TEXT) {
            for (String line : page.wrapped(ink, paragraph, 504)) {
                page.text(54, baseline, ink, line);
                baseline += 12;
            }
            baseline += 6;
        }
    }
}
