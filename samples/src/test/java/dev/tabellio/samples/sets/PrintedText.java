package dev.tabellio.samples.sets;

import dev.tabellio.document.BoundingBox;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The letters of a PDF by their place, and the content of the form fields. */
final class PrintedText extends PDFTextStripper implements Closeable {

    /** A letter and its middle in points from the top-left corner. */
    private record Letter(int page, double x, double y, String text) {}

    private final PDDocument pdf;
    private final List<Letter> letters = new ArrayList<>();

    private PrintedText(PDDocument pdf) {
        this.pdf = pdf;
    }

    static PrintedText of(Path file) throws IOException {
        PrintedText printed = new PrintedText(Loader.loadPDF(file.toFile()));
        printed.getText(printed.pdf);
        return printed;
    }

    boolean hasText() {
        return !letters.isEmpty();
    }

    /** What is printed in a place, or what was entered into the field that lies there. Of a tick box: nothing. */
    String at(Place place) throws IOException {
        String field = field(place);
        if (field != null) {
            return field;
        }
        StringBuilder text = new StringBuilder();
        for (Letter letter : letters) {
            if (letter.page() == place.page() && place.box().containsPoint(letter.x(), letter.y())) {
                text.append(letter.text());
            }
        }
        return text.toString();
    }

    private String field(Place place) throws IOException {
        PDAcroForm form = pdf.getDocumentCatalog().getAcroForm();
        if (form == null || place.text().isEmpty()) {
            return null;
        }
        List<String> values = new ArrayList<>();
        double height = pdf.getPage(place.page() - 1).getMediaBox().getHeight();
        for (PDField field : form.getFields()) {
            for (PDAnnotationWidget widget : field.getWidgets()) {
                PDRectangle at = widget.getRectangle();
                BoundingBox box = new BoundingBox(
                        at.getLowerLeftX(),
                        height - at.getUpperRightY(),
                        at.getUpperRightX(),
                        height - at.getLowerLeftY());
                boolean onPage = pdf.getPage(place.page() - 1).getAnnotations().stream()
                        .anyMatch(other -> other.getCOSObject() == widget.getCOSObject());
                if (field instanceof PDTextField
                        && onPage
                        && place.box().grow(0.05).contains(box)) {
                    values.add(field.getValueAsString());
                }
            }
        }
        if (values.isEmpty()) {
            return null;
        }
        String all = String.join(" ", values);
        return all.contains(place.text()) ? place.text() : all;
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        letters.add(new Letter(
                getCurrentPageNo(),
                text.getXDirAdj() + text.getWidthDirAdj() / 2,
                text.getYDirAdj() - text.getHeightDir() / 2,
                text.getUnicode()));
    }

    @Override
    public void close() throws IOException {
        pdf.close();
    }
}
