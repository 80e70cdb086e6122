package dev.tabellio.extraction.parse;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.MediaType;
import dev.tabellio.document.ProcessingFailure;
import dev.tabellio.extraction.guard.ContainedException;
import dev.tabellio.extraction.guard.ContainedWorker;
import dev.tabellio.extraction.image.ImageFile;
import dev.tabellio.extraction.pdf.PdfFile;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Pictures of pages for people: in colour, as displayed, so that boxes of a {@code ParsedFile} can be drawn on them. */
public final class PageImages {

    private final Duration limit;

    /** @param limit time for one picture */
    public PageImages(Duration limit) {
        this.limit = limit;
    }

    /**
     * Draws one page.
     *
     * @param number from 1
     * @param dpi pixels per inch; a point of the page is {@code dpi / 72} pixels. Lower for pages of poster size.
     * @throws ProcessingFailure.PermanentFailure if the page does not exist or cannot be drawn
     */
    public BufferedImage draw(Path path, MediaType mediaType, int number, int dpi) {
        try (ContainedWorker worker = new ContainedWorker("draw " + path.getFileName())) {
            return worker.call(
                    () -> mediaType == MediaType.PDF ? pdf(path, number, dpi) : image(path, mediaType, number, dpi),
                    limit);
        } catch (ContainedException e) {
            throw new ProcessingFailure.PermanentFailure(
                    "Page %d of %s cannot be drawn: %s.".formatted(number, path.getFileName(), e.getMessage()), e);
        }
    }

    private static BufferedImage pdf(Path path, int number, int dpi) throws IOException {
        try (PdfFile pdf = PdfFile.open(path)) {
            requirePage(number, pdf.pages());
            return pdf.picture(number, dpi);
        }
    }

    private static BufferedImage image(Path path, MediaType mediaType, int number, int dpi) throws IOException {
        try (ImageFile file = ImageFile.open(path, mediaType)) {
            requirePage(number, file.pages());
            BoundingBox bounds = file.bounds(number);
            int width = Math.max(1, (int) Math.round(bounds.width() / 72 * dpi));
            int height = Math.max(1, (int) Math.round(bounds.height() / 72 * dpi));
            BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = scaled.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(file.picture(number), 0, 0, width, height, null);
            graphics.dispose();
            return scaled;
        }
    }

    private static void requirePage(int number, int pages) throws IOException {
        if (number < 1 || number > pages) {
            throw new IOException("there are %d pages".formatted(pages));
        }
    }
}
