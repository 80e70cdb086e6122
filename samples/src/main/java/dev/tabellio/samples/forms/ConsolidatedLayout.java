package dev.tabellio.samples.forms;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.samples.content.BoxedForm;
import dev.tabellio.samples.content.FormContent;
import dev.tabellio.samples.draw.Canvas;
import dev.tabellio.samples.draw.DocumentPen;
import dev.tabellio.samples.draw.Face;
import dev.tabellio.samples.draw.Ink;
import dev.tabellio.samples.draw.PdfDrawing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Draws the consolidated statement of a broker: the parties once, below them a part for each form 1099, on as many pages as
 * they need. Further pages have a running head without the parties.
 */
public final class ConsolidatedLayout {

    private static final double LEFT = 36;
    private static final double WIDTH = 540;
    private static final double TOP = 36;
    private static final double PARTIES = 118;
    private static final double HEAD = 30;
    private static final double GAP = 14;

    /** The ways in which brokers head a part. */
    public enum Head {
        /** {@code 2024 Form 1099-INT Interest Income} */
        YEAR_FIRST,
        /** {@code Form 1099-INT  2024  Interest Income} */
        FORM_FIRST,
        /** {@code Interest Income - 2024   Form 1099-INT} */
        TITLE_FIRST
    }

    private final PdfDrawing drawing;
    private final Look look;
    private final Head style;

    public ConsolidatedLayout(PdfDrawing drawing, Look look, Head style) {
        this.drawing = drawing;
        this.look = look;
        this.style = style;
    }

    /**
     * Draws a statement.
     *
     * @param forms of the parts in their order; each has a statement
     * @param contents of the parts; all have the same parties
     * @return the documents in the order of the parts
     */
    public List<DocumentPen> draw(List<BoxedForm> forms, List<FormContent> contents) throws IOException {
        Canvas page = drawing.letterPage();
        double y = TOP + PARTIES;
        BoundingBox block = new BoundingBox(0, 0, page.bounds().width(), y);
        page.text(LEFT, TOP + 8, bold(12), "Consolidated Tax Statement");
        page.text(LEFT + 210, TOP + 8, plain(7), "Forms 1099 of one account. Keep for your records.");
        List<DocumentPen> pens = new ArrayList<>();
        for (FormContent content : contents) {
            pens.add(drawing.document(content, page, block));
        }
        new StatementLayout(forms.get(0), pens.get(0), look, LEFT, TOP).parties();
        pens.forEach(pen -> pen.shares(pens.get(0)));
        for (int i = 0; i < forms.size(); i++) {
            BoxedForm form = forms.get(i);
            DocumentPen pen = pens.get(i);
            double height = HEAD + StatementLayout.boxesHeight(form);
            if (y + height > page.bounds().height() - TOP) {
                page = drawing.letterPage();
                page.text(LEFT, TOP, plain(7), "Consolidated Tax Statement, continued");
                page.text(LEFT + WIDTH - 40, TOP, plain(7), "Page " + page.number());
                y = TOP + GAP;
            }
            double bottom = Math.min(page.bounds().height(), y + height);
            pen.turnTo(page, new BoundingBox(0, y, page.bounds().width(), bottom));
            head(form, pen, y);
            y = new StatementLayout(form, pen, look, LEFT, y).boxes(y + HEAD) + GAP;
        }
        return pens;
    }

    private void head(BoxedForm form, DocumentPen pen, double top) throws IOException {
        BoxedForm.Statement statement = Objects.requireNonNull(form.statement());
        Canvas page = pen.canvas();
        String year = pen.content().values().getOrDefault("/TaxYear", "");
        String name = "Form " + statement.form();
        List<String> pieces = switch (style) {
            case YEAR_FIRST -> List.of(year, name, statement.title());
            case FORM_FIRST -> List.of(name, year, statement.title());
            case TITLE_FIRST -> List.of(statement.title() + " -", year, name);
        };
        page.line(LEFT, top, LEFT + WIDTH, top, 1);
        double x = LEFT;
        for (String piece : pieces) {
            BoundingBox box = page.text(x, top + 13, bold(10), piece);
            if (piece.equals(year)) {
                pen.printed("/TaxYear", box, year);
            }
            x = box.right() + 6;
        }
        page.text(LEFT + WIDTH - 84, top + 10, plain(6.5), "OMB No. " + statement.omb());
    }

    private static Ink plain(double size) {
        return new Ink(Face.SANS, size);
    }

    private static Ink bold(double size) {
        return new Ink(Face.SANS_BOLD, size);
    }
}
