package dev.tabellio.extraction;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** PDFs drawn by tests, in user space: points, y up. */
public final class DrawnPdf implements AutoCloseable {

    private final PDDocument document = new PDDocument();
    private final Path path;

    public DrawnPdf(Path path) {
        this.path = path;
    }

    /** Draws on a page. */
    @FunctionalInterface
    public interface Drawing {
        void on(Sheet sheet) throws IOException;
    }

    /** A page being drawn. */
    public record Sheet(PDDocument document, PDPage page, PDPageContentStream content) {

        public Sheet text(double x, double y, double size, String text) throws IOException {
            return text(Standard14Fonts.FontName.HELVETICA, x, y, size, text);
        }

        public Sheet text(Standard14Fonts.FontName font, double x, double y, double size, String text)
                throws IOException {
            content.beginText();
            content.setFont(new PDType1Font(font), (float) size);
            content.newLineAtOffset((float) x, (float) y);
            content.showText(text);
            content.endText();
            return this;
        }

        public Sheet line(double x1, double y1, double x2, double y2) throws IOException {
            content.moveTo((float) x1, (float) y1);
            content.lineTo((float) x2, (float) y2);
            content.stroke();
            return this;
        }

        public Sheet frame(double x, double y, double width, double height) throws IOException {
            content.addRect((float) x, (float) y, (float) width, (float) height);
            content.stroke();
            return this;
        }

        public Sheet image(BufferedImage image, double x, double y, double width, double height) throws IOException {
            content.drawImage(
                    LosslessFactory.createFromImage(document, image), (float) x, (float) y, (float) width, (float)
                            height);
            return this;
        }
    }

    public PDDocument document() {
        return document;
    }

    public DrawnPdf letter(Drawing drawing) {
        return page(new PDPage(PDRectangle.LETTER), drawing);
    }

    public DrawnPdf page(PDPage page, Drawing drawing) {
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            drawing.on(new Sheet(document, page, content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public Path saved() {
        try {
            document.save(path.toFile());
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
