package dev.tabellio.samples.draw;

import dev.tabellio.document.BoundingBox;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceEntry;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDCheckBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** Values as the content of fields of an interactive form: they are not part of the page's text. */
final class FieldEntries implements Entries {

    private final PDDocument pdf;
    private final PDAcroForm form;
    private int fields;

    FieldEntries(PDDocument pdf) {
        this.pdf = pdf;
        this.form = new PDAcroForm(pdf);
        PDResources resources = new PDResources();
        resources.put(COSName.getPDFName("Helv"), new PDType1Font(FontName.HELVETICA));
        form.setDefaultResources(resources);
        form.setDefaultAppearance("/Helv 9 Tf 0 g");
        pdf.getDocumentCatalog().setAcroForm(form);
    }

    @Override
    public BoundingBox line(Canvas canvas, BoundingBox area, Style style, String text) throws IOException {
        text(canvas, area, style, text, new PDTextField(form));
        return area;
    }

    @Override
    public List<BoundingBox> lines(Canvas canvas, BoundingBox area, Style style, List<String> lines, double leading)
            throws IOException {
        PDTextField field = new PDTextField(form);
        field.setMultiline(true);
        text(canvas, area, style, String.join("\n", lines), field);
        return Collections.nCopies(lines.size(), area);
    }

    @Override
    public BoundingBox comb(Canvas canvas, BoundingBox area, Style style, String text, int cells) throws IOException {
        PDTextField field = new PDTextField(form);
        field.setMaxLen(cells);
        field.setComb(true);
        text(canvas, area, style, text, field);
        return area;
    }

    @Override
    public void tick(Canvas canvas, BoundingBox box, boolean ticked) throws IOException {
        canvas.frame(box, 0.7);
        PDCheckBox field = new PDCheckBox(form);
        PDAnnotationWidget widget = place(canvas, box, field, "c");
        PDAppearanceDictionary appearance = new PDAppearanceDictionary();
        PDAppearanceEntry states = new PDAppearanceEntry(new COSDictionary());
        states.getCOSObject().setItem(COSName.Off, drawn(box, false));
        states.getCOSObject().setItem(COSName.getPDFName("1"), drawn(box, true));
        appearance.setNormalAppearance(states);
        widget.setAppearance(appearance);
        if (ticked) {
            field.check();
        } else {
            field.unCheck();
        }
    }

    private void text(Canvas canvas, BoundingBox area, Style style, String text, PDTextField field) throws IOException {
        field.setDefaultAppearance(
                "/Helv %s Tf 0 g".formatted(Math.round(style.ink().size())));
        field.setQ(style.align().ordinal());
        place(canvas, area, field, "f");
        if (!text.isBlank()) {
            field.setValue(text);
        }
    }

    private PDAnnotationWidget place(Canvas canvas, BoundingBox area, PDTerminalField field, String kind)
            throws IOException {
        fields++;
        field.setPartialName("%s%s_%s".formatted(kind, canvas.number(), fields));
        PDAnnotationWidget widget = field.getWidgets().get(0);
        float height = (float) canvas.bounds().height();
        widget.setRectangle(new PDRectangle(
                (float) area.left(), height - (float) area.bottom(), (float) area.width(), (float) area.height()));
        widget.setPage(canvas.page());
        widget.setPrinted(true);
        canvas.page().getAnnotations().add(widget);
        form.getFields().add(field);
        return widget;
    }

    private PDAppearanceStream drawn(BoundingBox box, boolean ticked) throws IOException {
        PDAppearanceStream stream = new PDAppearanceStream(pdf);
        stream.setBBox(new PDRectangle((float) box.width(), (float) box.height()));
        stream.setResources(new PDResources());
        float width = (float) box.width();
        float height = (float) box.height();
        try (PDPageContentStream content = new PDPageContentStream(pdf, stream)) {
            if (ticked) {
                content.setLineWidth(1.1f);
                content.moveTo(1.5f, 1.5f);
                content.lineTo(width - 1.5f, height - 1.5f);
                content.moveTo(1.5f, height - 1.5f);
                content.lineTo(width - 1.5f, 1.5f);
                content.stroke();
            }
        }
        return stream;
    }
}
