package dev.tabellio.extraction.parse;

import dev.tabellio.document.MediaType;
import dev.tabellio.document.Page;
import dev.tabellio.document.ProcessingFailure;
import dev.tabellio.extraction.guard.ContainedException;
import dev.tabellio.extraction.guard.ContainedWorker;
import dev.tabellio.extraction.image.UprightFrame;
import dev.tabellio.extraction.ocr.NoOcr;
import dev.tabellio.extraction.pdf.PagePixels;
import java.nio.file.Path;

/**
 * Pictures of pages for a second look at what was recognised in them: grey, as they were scanned, standing as they are read.
 * To be used by one thread at a time.
 */
public final class UprightPictures implements AutoCloseable {

    private final ParseOptions options;
    private final ContainedWorker worker;
    private final PageSource source;

    private UprightPictures(ParseOptions options, ContainedWorker worker, PageSource source) {
        this.options = options;
        this.worker = worker;
        this.source = source;
    }

    /** @throws ProcessingFailure.PermanentFailure if the file cannot be opened */
    public static UprightPictures open(Path path, MediaType mediaType, ParseOptions options) {
        ContainedWorker worker = new ContainedWorker("look again at " + path.getFileName());
        ScanReader nothing = new ScanReader(new NoOcr());
        try {
            PageSource source = worker.call(
                    () -> mediaType == MediaType.PDF
                            ? PdfPages.open(path, options, nothing)
                            : ImagePages.open(path, mediaType, options.dpi(), nothing),
                    options.pageLimit());
            return new UprightPictures(options, worker, source);
        } catch (ContainedException e) {
            worker.close();
            throw new ProcessingFailure.PermanentFailure(
                    "%s cannot be opened again: %s.".formatted(path.getFileName(), e.getMessage()), e);
        }
    }

    /**
     * A page; boxes of {@link Page#upright()} lie on it, a point being {@code dpi / 72} pixels.
     *
     * @param page as it was parsed
     * @throws ProcessingFailure.PermanentFailure if it cannot be drawn
     */
    public PagePixels of(Page page) {
        try {
            return worker.call(
                    () -> {
                        PagePixels displayed = source.pixels(page.number());
                        UprightFrame frame = new UprightFrame(
                                page.frame().quarters(), page.frame().degrees(), page.width(), page.height());
                        return displayed.with(frame.upright(displayed.image()));
                    },
                    options.pageLimit());
        } catch (ContainedException e) {
            throw new ProcessingFailure.PermanentFailure(
                    "Page %d cannot be drawn again: %s.".formatted(page.number(), e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        try {
            worker.call(
                    () -> {
                        source.close();
                        return true;
                    },
                    options.pageLimit());
        } catch (ContainedException e) {
            // What was drawn stands; a damaged file that cannot be closed is closed by the garbage collector.
            return;
        } finally {
            worker.close();
        }
    }
}
