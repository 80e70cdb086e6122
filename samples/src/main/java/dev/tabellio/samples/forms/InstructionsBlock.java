package dev.tabellio.samples.forms;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.samples.content.BoxedForm;
import dev.tabellio.samples.draw.Canvas;
import dev.tabellio.samples.draw.Face;
import dev.tabellio.samples.draw.Ink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Text about a form on the page of the form, in two columns, as payers print it who save a sheet. */
public final class InstructionsBlock {

    private static final double SIZE = 7;
    private static final double LEADING = 8.5;
    private static final double GUTTER = 14;

    private static final List<String> SAYINGS = List.of(
            "%s. Shows %s that was reported to you for the year. Report it on your tax return.",
            "%s. Reports %s. See the instructions for your return for where to enter this amount.",
            "%s. Shows %s. You may be required to file another form if it is more than the limit.",
            "%s. If an amount is shown here, it is %s and may be taken into account on your return.");

    private final String heading;
    private final List<String> paragraphs;

    private InstructionsBlock(String heading, List<String> paragraphs) {
        this.heading = heading;
        this.paragraphs = paragraphs;
    }

    /** What a form's boxes mean, for the one who gets it. */
    public static InstructionsBlock of(BoxedForm form) {
        List<String> paragraphs = new ArrayList<>();
        String reader = "Recipient";
        for (BoxedForm.Cell cell : form.cells()) {
            if (StatementLayout.isParty(cell)
                    && cell.kind() == BoxedForm.Kind.TEXT
                    && String.valueOf(cell.to()).endsWith("/Name")) {
                reader = capitalised(cell.label().split(" ", 2)[0].replaceAll("[’']S", ""));
            } else if (cell.n() != null && !cell.label().isEmpty()) {
                paragraphs.add(SAYINGS.get(paragraphs.size() % SAYINGS.size())
                        .formatted("Box " + cell.n(), cell.label().toLowerCase(Locale.ROOT)));
            }
        }
        String number = Objects.requireNonNull(form.statement()).form();
        paragraphs.add(
                0,
                "A person who is engaged in a trade or business must file Form %s and furnish a copy to you. "
                                .formatted(number)
                        + "The taxpayer identification number may show only the last four digits for your protection.");
        return new InstructionsBlock("Instructions for " + reader, paragraphs);
    }

    /** What the boxes of Form W-2 mean. */
    public static InstructionsBlock forEmployee() {
        return new InstructionsBlock("Instructions for Employee", InstructionsPage.TEXT);
    }

    /** "PAYER/BORROWER" as people write it. */
    private static String capitalised(String words) {
        StringBuilder written = new StringBuilder();
        for (String word : words.split("/", -1)) {
            written.append(written.isEmpty() ? "" : "/")
                    .append(word, 0, 1)
                    .append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return written.toString();
    }

    /** Fills an area from its top, column by column; what has no room is left out. */
    public void draw(Canvas page, BoundingBox area) throws IOException {
        page.text(area.left(), area.top() + 10, new Ink(Face.SANS_BOLD, 10), heading);
        double width = (area.width() - GUTTER) / 2;
        Ink ink = new Ink(Face.SANS, SIZE);
        double left = area.left();
        double baseline = area.top() + 22;
        for (String paragraph : paragraphs) {
            for (String line : page.wrapped(ink, paragraph, width)) {
                if (baseline > area.bottom()) {
                    if (left > area.left()) {
                        return;
                    }
                    left += width + GUTTER;
                    baseline = area.top() + 22;
                }
                page.text(left, baseline, ink, line);
                baseline += LEADING;
            }
            baseline += 3;
        }
    }
}
