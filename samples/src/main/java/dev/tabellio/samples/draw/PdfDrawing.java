package dev.tabellio.samples.draw;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.samples.content.FormContent;
import dev.tabellio.samples.sets.Print;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A PDF that is being drawn. */
public final class PdfDrawing implements Closeable {

    /** How the values and fonts of a drawing are kept. */
    public enum Kind {
        /** Values are text of the page; the standard fonts, not embedded. */
        FLAT,
        /** Values are text of the page; embedded fonts. */
        EMBEDDED,
        /** Values are fields of an interactive form. */
        FILLABLE
    }

    private final PDDocument pdf = new PDDocument();
    private final Typefaces faces;
    private final Entries entries;
    private final List<Canvas> pages = new ArrayList<>();

    /** @param id of the PDF: the same drawing with the same id has the same bytes */
    public PdfDrawing(Kind kind, long id) {
        faces = new Typefaces(pdf, kind == Kind.EMBEDDED);
        entries = kind == Kind.FILLABLE ? new FieldEntries(pdf) : new InkEntries();
        pdf.setDocumentId(id);
        pdf.setVersion(1.7f);
    }

    /** Adds a page. */
    public Canvas page(double width, double height) throws IOException {
        PDPage page = new PDPage(new PDRectangle((float) width, (float) height));
        pdf.addPage(page);
        Canvas canvas = new Canvas(page, pages.size() + 1, faces, new PDPageContentStream(pdf, page));
        pages.add(canvas);
        return canvas;
    }

    /** Adds a page of 8.5 x 11 in. */
    public Canvas letterPage() throws IOException {
        return page(612, 792);
    }

    /** @throws IllegalStateException if there is no page yet */
    public Canvas firstPage() {
        if (pages.isEmpty()) {
            throw new IllegalStateException("nothing is drawn yet");
        }
        return pages.get(0);
    }

    /** Starts a document that stands in an area of a page. */
    public DocumentPen document(FormContent content, Canvas canvas, BoundingBox area) {
        return new DocumentPen(content, entries, canvas, area);
    }

    /** Where the document went, once all of it is drawn. */
    public static Print print(DocumentPen pen, String file) {
        return pen.print(file);
    }

    /** Ends the drawing. */
    public byte[] bytes() throws IOException {
        for (Canvas page : pages) {
            page.close();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pdf.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        pdf.close();
    }
}
