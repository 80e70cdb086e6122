package dev.tabellio.samples.generate;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.PageUse;
import dev.tabellio.samples.content.Agreements;
import dev.tabellio.samples.content.BoxedContents;
import dev.tabellio.samples.content.BoxedForm;
import dev.tabellio.samples.content.ContractorStatements;
import dev.tabellio.samples.content.Dice;
import dev.tabellio.samples.content.FormContent;
import dev.tabellio.samples.content.Person;
import dev.tabellio.samples.content.Signing;
import dev.tabellio.samples.content.TaxReturn;
import dev.tabellio.samples.content.TaxReturns;
import dev.tabellio.samples.content.WageStatements;
import dev.tabellio.samples.draw.Canvas;
import dev.tabellio.samples.draw.DocumentPen;
import dev.tabellio.samples.draw.Face;
import dev.tabellio.samples.draw.Ink;
import dev.tabellio.samples.draw.PdfDrawing;
import dev.tabellio.samples.forms.AgreementLayout;
import dev.tabellio.samples.forms.BoxedLayout;
import dev.tabellio.samples.forms.ConsolidatedLayout;
import dev.tabellio.samples.forms.ContractLayout;
import dev.tabellio.samples.forms.Form1040Layout;
import dev.tabellio.samples.forms.InstructionsBlock;
import dev.tabellio.samples.forms.InstructionsPage;
import dev.tabellio.samples.forms.Look;
import dev.tabellio.samples.forms.NecLayout;
import dev.tabellio.samples.forms.StatementLayout;
import dev.tabellio.samples.forms.SubstituteLayout;
import dev.tabellio.samples.forms.W2IrsLayout;
import dev.tabellio.samples.forms.W2Layout;
import dev.tabellio.samples.forms.W2VendorLayout;
import dev.tabellio.samples.sets.ExpectedDocument;
import dev.tabellio.samples.sets.ExpectedPage;
import dev.tabellio.samples.sets.Print;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Draws one file of a case and notes what is on it. */
final class SampleDrawing implements Closeable {

    /** Of Form W-2 with its print below the boxes, in points. */
    private static final double W2_HEIGHT = 370;

    /** The forms that brokers put into one statement. */
    private static final List<String> CONSOLIDATED = List.of("us-1099-b", "us-1099-div", "us-1099-int", "us-1099-misc");

    private final String file;
    private final PdfDrawing drawing;
    private final boolean fillable;
    private final List<ExpectedDocument> documents = new ArrayList<>();
    private final List<ExpectedPage> otherPages = new ArrayList<>();

    /** @param id of the PDF */
    SampleDrawing(String file, PdfDrawing.Kind kind, long id) {
        this.file = file;
        this.drawing = new PdfDrawing(kind, id);
        this.fillable = kind == PdfDrawing.Kind.FILLABLE;
    }

    List<ExpectedDocument> documents() {
        return documents;
    }

    List<ExpectedPage> otherPages() {
        return otherPages;
    }

    byte[] bytes() throws IOException {
        return drawing.bytes();
    }

    @Override
    public void close() throws IOException {
        drawing.close();
    }

    private Look look(Dice dice) {
        return fillable ? Look.typed(dice) : Look.of(dice);
    }

    static FormContent wages(SampleWish wish, Dice dice) {
        int year = year(wish, dice, 2020);
        int rows = wish.stateRows() != null ? wish.stateRows() : dice.oneOf(List.of(0, 1, 1, 1, 2, 2));
        return wish.changed(WageStatements.of(
                dice, Person.of(dice), new WageStatements.Wish(year, dice.chance(0.7), rows, wish.flawed())));
    }

    static FormContent contractor(SampleWish wish, Dice dice) {
        int rows = wish.stateRows() != null ? wish.stateRows() : dice.oneOf(List.of(0, 0, 1, 1, 2));
        return wish.changed(ContractorStatements.of(
                dice,
                new ContractorStatements.Wish(
                        year(wish, dice, 2021), wish.corrected() || dice.chance(0.05), rows, wish.flawed())));
    }

    static TaxReturn taxReturn(SampleWish wish, Dice dice) {
        return TaxReturns.of(
                dice, new TaxReturns.Wish(year(wish, dice, 2021), dice.chance(0.3), dice.between(1, 3), wish.flawed()));
    }

    private static int year(SampleWish wish, Dice dice, int first) {
        return wish.year() != null ? wish.year() : dice.between(first, 2025);
    }

    void wageStatement(FormContent content, W2Layout layout, String copy, Dice dice) throws IOException {
        Canvas page = drawing.letterPage();
        DocumentPen pen = drawing.document(content, page, page.bounds());
        layout.draw(pen, look(dice), 36, 36, copy);
        add(content, List.of(drawn(pen)));
    }

    /** Four copies on one sheet. */
    void wageStatementSheet(FormContent content, Dice dice) throws IOException {
        Canvas page = drawing.letterPage();
        Look look = look(dice);
        List<Print> prints = new ArrayList<>();
        List<String> copies = List.of("B", "C", "2", "2");
        for (int i = 0; i < copies.size(); i++) {
            BoundingBox quarter =
                    new BoundingBox(306.0 * (i % 2), 396.0 * (i / 2), 306.0 * (i % 2) + 306, 396.0 * (i / 2) + 396);
            DocumentPen pen = drawing.document(content, page, quarter);
            W2VendorLayout.COMPACT.draw(pen, look, quarter.left() + 9, quarter.top() + 24, copies.get(i));
            prints.add(drawn(pen));
        }
        add(content, prints);
    }

    /** @param copies one below the other */
    void contractorStatement(FormContent content, List<String> copies, Dice dice) throws IOException {
        Canvas page = drawing.letterPage();
        Look look = look(dice);
        List<Print> prints = new ArrayList<>();
        double height = copies.size() == 1 ? page.bounds().height() : NecLayout.HEIGHT;
        for (int i = 0; i < copies.size(); i++) {
            BoundingBox area = new BoundingBox(0, i * height, page.bounds().width(), (i + 1) * height);
            DocumentPen pen = drawing.document(content, page, area);
            new NecLayout().draw(pen, look, 42, area.top() + 20, copies.get(i));
            prints.add(drawn(pen));
        }
        add(content, prints);
    }

    /** A form of boxes, or as many as fit below each other. */
    void boxedForms(SampleWish wish, Dice dice) throws IOException {
        BoxedForm form = BoxedForm.of(Objects.requireNonNull(wish.type(), "which form of boxes"));
        boolean statement = wish.kind() == SampleKind.STATEMENT || wish.kind() == SampleKind.STATEMENT_SHEET;
        boolean sheet = wish.kind() == SampleKind.FORM_SHEET || wish.kind() == SampleKind.STATEMENT_SHEET;
        Canvas page = drawing.letterPage();
        double height = (statement ? StatementLayout.height(form) : form.height()) + SampleWish.MARGIN;
        int year = year(wish, dice, 2022);
        double top = 0;
        do {
            FormContent content = wish.changed(BoxedContents.of(dice, form, year));
            BoundingBox area = sheet ? new BoundingBox(0, top, page.bounds().width(), top + height) : page.bounds();
            DocumentPen pen = drawing.document(content, page, area);
            double inside = top + (sheet ? SampleWish.MARGIN / 2 : 36);
            if (statement) {
                new StatementLayout(form, pen, look(dice), 36, inside).draw();
            } else {
                new BoxedLayout(form, pen, look(dice), 36, inside).draw();
            }
            add(content, List.of(drawn(pen)));
            top += height;
        } while (sheet && top + height <= SampleWish.PAGE);
    }

    /** A form of boxes with the text about it above or below. */
    void instructed(SampleWish wish, Dice dice) throws IOException {
        BoxedForm form = BoxedForm.of(Objects.requireNonNull(wish.type(), "which form of boxes"));
        FormContent content = wish.changed(BoxedContents.of(dice, form, year(wish, dice, 2022)));
        Canvas page = drawing.letterPage();
        DocumentPen pen = drawing.document(content, page, page.bounds());
        double top = beside(page, InstructionsBlock.of(form), form.height(), dice);
        new BoxedLayout(form, pen, look(dice), 36, top).draw();
        add(content, List.of(drawn(pen)));
    }

    /** Form W-2 with the text about it above or below. */
    void instructedWages(FormContent content, Dice dice) throws IOException {
        Canvas page = drawing.letterPage();
        DocumentPen pen = drawing.document(content, page, page.bounds());
        double top = beside(page, InstructionsBlock.forEmployee(), W2_HEIGHT, dice);
        new W2IrsLayout().draw(pen, look(dice), 36, top, "B");
        add(content, List.of(drawn(pen)));
    }

    /** Draws the text where the form leaves room; returns the top of the form. */
    private static double beside(Canvas page, InstructionsBlock text, double height, Dice dice) throws IOException {
        BoundingBox sheet = page.bounds();
        boolean above = dice.chance(0.5);
        double top = above ? sheet.bottom() - 30 - height : 30;
        text.draw(
                page,
                above
                        ? new BoundingBox(36, 24, sheet.right() - 36, top - 16)
                        : new BoundingBox(36, top + height + 16, sheet.right() - 36, sheet.bottom() - 24));
        return top;
    }

    /** A statement of a payer whose software arranges everything anew. */
    void substitute(SampleWish wish, SubstituteLayout.Style style, Dice dice) throws IOException {
        BoxedForm form = BoxedForm.of(Objects.requireNonNull(wish.type(), "which form of boxes"));
        FormContent content = wish.changed(BoxedContents.of(dice, form, year(wish, dice, 2022)));
        Canvas page = drawing.letterPage();
        DocumentPen pen = drawing.document(content, page, page.bounds());
        new SubstituteLayout(form, pen, look(dice), style).draw();
        add(content, List.of(drawn(pen)));
    }

    /** Two to four forms 1099 of one account in any order. */
    void consolidated(SampleWish wish, Dice dice) throws IOException {
        List<String> types = new ArrayList<>(CONSOLIDATED);
        Collections.shuffle(types, new Random(dice.seed()));
        int year = year(wish, dice, 2022);
        List<BoxedForm> forms = new ArrayList<>();
        List<FormContent> contents = new ArrayList<>();
        for (String type : types.subList(0, dice.between(2, types.size()))) {
            BoxedForm form = BoxedForm.of(type);
            FormContent content = BoxedContents.of(dice, form, year);
            forms.add(form);
            contents.add(wish.changed(contents.isEmpty() ? content : content.withParties(contents.get(0))));
        }
        ConsolidatedLayout.Head style = dice.oneOf(List.of(ConsolidatedLayout.Head.values()));
        List<DocumentPen> pens = new ConsolidatedLayout(drawing, look(dice), style).draw(forms, contents);
        for (int i = 0; i < pens.size(); i++) {
            add(contents.get(i), List.of(drawn(pens.get(i))));
        }
    }

    /** Wage statements of two employees of different companies, one below the other. */
    void employees(SampleWish wish, Dice dice) throws IOException {
        Canvas page = drawing.letterPage();
        for (int i = 0; i < 2; i++) {
            BoundingBox half = new BoundingBox(0, 396.0 * i, page.bounds().width(), 396.0 * (i + 1));
            FormContent content = wages(wish, dice);
            DocumentPen pen = drawing.document(content, page, half);
            new W2IrsLayout().draw(pen, look(dice), 36, half.top() + 12, "B");
            add(content, List.of(drawn(pen)));
        }
    }

    void mainForm(FormContent content, Dice dice) throws IOException {
        Canvas first = drawing.letterPage();
        DocumentPen pen = drawing.document(content, first, first.bounds());
        new Form1040Layout().draw(pen, look(dice), drawing.letterPage());
        add(content, List.of(drawn(pen)));
    }

    void agreement(String form, Dice dice) throws IOException {
        agreement(Signing.open(Agreements.of(dice, form), 2), form, dice);
    }

    /** One that some have signed. */
    void signedAgreement(String form, Dice dice) throws IOException {
        agreement(Signing.begun(Agreements.of(dice, form), 2, dice.named("signatures")), form, dice);
    }

    private void agreement(FormContent content, String form, Dice dice) throws IOException {
        add(content, List.of(drawn(new AgreementLayout().draw(drawing, content, form, dice))));
    }

    void contract(FormContent content, String form, Dice dice) throws IOException {
        draw(Signing.open(content, form.equals("note") ? 1 : 2), form, dice);
    }

    /** One that some have signed. */
    void signedContract(FormContent content, String form, Dice dice) throws IOException {
        draw(Signing.begun(content, form.equals("note") ? 1 : 2, dice.named("signatures")), form, dice);
    }

    private void draw(FormContent content, String form, Dice dice) throws IOException {
        add(content, List.of(drawn(new ContractLayout(drawing, content, dice).draw(form))));
    }

    /** A return and all that came with it in the envelope. */
    void packet(SampleWish wish, Dice dice) throws IOException {
        TaxReturn taxReturn = taxReturn(wish, dice);
        List<PacketPart> parts = new ArrayList<>();
        parts.add(() -> mainForm(taxReturn.main(), dice));
        for (FormContent job : taxReturn.wageStatements()) {
            W2Layout layout = dice.chance(0.5) ? new W2IrsLayout() : W2VendorLayout.WIDE;
            parts.add(() -> wageStatement(job, layout, "B", dice));
        }
        parts.add(this::instructions);
        parts.add(this::blank);
        Collections.shuffle(parts, new Random(dice.seed()));
        for (PacketPart part : parts) {
            part.draw();
        }
    }

    /** A page about a form. */
    void instructions() throws IOException {
        Canvas page = drawing.letterPage();
        new InstructionsPage().draw(page);
        otherPages.add(new ExpectedPage(file, page.number(), PageUse.Kind.INSTRUCTIONS, "Instructions for Employee"));
    }

    /** A page with nothing on it. */
    void blank() throws IOException {
        Canvas page = drawing.letterPage();
        otherPages.add(new ExpectedPage(file, page.number(), PageUse.Kind.BLANK, "blank"));
    }

    /** Stamps the first page. */
    void stamp(int count, Dice dice) throws IOException {
        Canvas page = drawing.firstPage();
        for (int i = 0; i < count; i++) {
            String text = dice.oneOf(List.of("RECEIVED", "COPY", "FILED APR 14", "SCANNED"));
            page.stamp(
                    dice.between(140, 470),
                    dice.between(60, 560),
                    dice.between(-18, 18),
                    new Ink(Face.SANS_BOLD, dice.between(15, 24), dice.between(0.45, 0.7)),
                    text);
        }
    }

    private Print drawn(DocumentPen pen) {
        return PdfDrawing.print(pen, file);
    }

    /** A document that is there already has been printed once more. */
    private void add(FormContent content, List<Print> prints) {
        for (int i = 0; i < documents.size(); i++) {
            ExpectedDocument known = documents.get(i);
            if (known.type().equals(content.type()) && known.values().equals(content.values())) {
                List<Print> all = new ArrayList<>(known.prints());
                all.addAll(prints);
                documents.set(i, new ExpectedDocument(known.type(), known.values(), all, known.flaws()));
                return;
            }
        }
        documents.add(new ExpectedDocument(content.type(), content.values(), prints, content.flaws()));
    }

    /** One thing in a packet. */
    interface PacketPart {
        void draw() throws IOException;
    }
}
