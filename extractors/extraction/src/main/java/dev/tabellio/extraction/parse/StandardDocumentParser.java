package dev.tabellio.extraction.parse;

import dev.tabellio.document.Attachment;
import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.HiddenText;
import dev.tabellio.document.MediaType;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageReading;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.ProcessingFailure;
import dev.tabellio.document.SourceFile;
import dev.tabellio.extraction.guard.ContainedException;
import dev.tabellio.extraction.guard.ContainedWorker;
import dev.tabellio.extraction.layout.LayoutDetector;
import dev.tabellio.extraction.layout.NoLayoutDetector;
import dev.tabellio.extraction.ocr.NoOcr;
import dev.tabellio.extraction.ocr.OcrEngine;
import dev.tabellio.extraction.pdf.EmbeddedFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads files page by page, each page in its own time limit. The work runs on a thread per file, so that nothing in a file
 * can hold the caller: a page that loops, overflows or swells is FAILED and the next one is read.
 */
public final class StandardDocumentParser implements DocumentParser {

    /** Raised whenever the same file may give another result with the same engines and options. */
    private static final int STAGE = 20;

    /** Read from a resource at each call. */
    private static final String PDFBOX = org.apache.pdfbox.util.Version.getVersion();

    private static final BoundingBox LETTER = new BoundingBox(0, 0, 612, 792);

    private final ParseOptions options;
    private final OcrEngine ocr;
    private final LayoutDetector layout;
    private final PageRegions regions;

    /** A parser that owns its engines and closes them. */
    public StandardDocumentParser(ParseOptions options, OcrEngine ocr, LayoutDetector layout) {
        this.options = options;
        this.ocr = ocr;
        this.layout = layout;
        regions = new PageRegions(layout);
    }

    /** A parser for text layers and form fields only. */
    public StandardDocumentParser(ParseOptions options) {
        this(options, new NoOcr(), new NoLayoutDetector());
    }

    @Override
    public ParsedFile parse(SourceFile file, Path path) {
        try (ContainedWorker worker = new ContainedWorker("parse " + file.path())) {
            Reading reading = new Reading(file, path, worker);
            List<Page> pages = reading.pages();
            if (pages.stream().allMatch(page -> page.reading() == PageReading.FAILED)) {
                throw new ProcessingFailure.Refusal(
                        pages.size() == 1
                                ? String.valueOf(pages.get(0).failure())
                                : "None of the %d pages can be read. %s"
                                        .formatted(pages.size(), pages.get(0).failure()),
                        null);
            }
            return new ParsedFile(file.sha256(), pages, reading.hidden(), reading.attachments());
        }
    }

    /** One file on its way. */
    private final class Reading {
        private final SourceFile file;
        private final Path path;
        private final ContainedWorker worker;
        private final ScanReader scans = new ScanReader(ocr);
        private final List<HiddenText> hidden = new ArrayList<>();
        private final List<Attachment> attachments = new ArrayList<>();

        Reading(SourceFile file, Path path, ContainedWorker worker) {
            this.file = file;
            this.path = path;
            this.worker = worker;
        }

        /** What is hidden in the pages that were read; what a page that had to be left hides is not known. */
        List<HiddenText> hidden() {
            return List.copyOf(hidden);
        }

        /** Text files inside the file; none if they cannot be read. */
        List<Attachment> attachments() {
            return List.copyOf(attachments);
        }

        List<Page> pages() {
            PageSource source = open();
            List<Page> pages = new ArrayList<>();
            if (source.pages() == 0) {
                throw new ProcessingFailure.Refusal("The file has no pages.", null);
            }
            try {
                for (int number = 1; number <= source.pages(); number++) {
                    PageSource from = source;
                    int wanted = number;
                    try {
                        pages.add(worker.call(() -> from.read(wanted), options.pageLimit()));
                        source = withRegions(source, pages);
                    } catch (ContainedException e) {
                        stopIfInterrupted(e);
                        pages.add(failed(source, number, e));
                        if (e.stillRunning()) {
                            source = open();
                        }
                    }
                }
                hidden.addAll(source.hidden());
                attach(source);
            } finally {
                close(source);
            }
            return pages;
        }

        private void attach(PageSource source) {
            try {
                EmbeddedFiles embedded = worker.call(source::embedded, options.pageLimit());
                attachments.addAll(embedded.read());
                hidden.addAll(embedded.unread());
            } catch (ContainedException e) {
                stopIfInterrupted(e);
            }
        }

        /**
         * Adds the regions of the page read last; if that fails, the page is used without.
         *
         * @return where to read the next page
         */
        private PageSource withRegions(PageSource source, List<Page> pages) {
            Page page = pages.get(pages.size() - 1);
            if (!regions.wanted(page)) {
                return source;
            }
            try {
                Page found = worker.call(() -> regions.on(page, source.picture(page.number())), options.pageLimit());
                pages.set(pages.size() - 1, found);
                return source;
            } catch (ContainedException e) {
                stopIfInterrupted(e);
                return e.stillRunning() ? open() : source;
            }
        }

        private PageSource open() {
            try {
                return worker.call(
                        () -> file.mediaType() == MediaType.PDF
                                ? PdfPages.open(path, options, scans)
                                : ImagePages.open(path, file.mediaType(), options.dpi(), scans),
                        options.pageLimit());
            } catch (ContainedException e) {
                stopIfInterrupted(e);
                throw new ProcessingFailure.Refusal(
                        "The %s file cannot be opened: %s.".formatted(file.mediaType(), e.getMessage()), e);
            }
        }

        private void close(PageSource source) {
            try {
                worker.call(
                        () -> {
                            source.close();
                            return true;
                        },
                        options.pageLimit());
            } catch (ContainedException e) {
                // What was read stands; a damaged file that cannot be closed is closed by the garbage collector.
                return;
            }
        }

        private Page failed(PageSource source, int number, ContainedException cause) {
            BoundingBox bounds = LETTER;
            if (!cause.stillRunning()) {
                try {
                    bounds = worker.call(() -> source.bounds(number), options.pageLimit());
                } catch (ContainedException e) {
                    bounds = LETTER;
                }
            }
            return Page.failed(
                    number,
                    bounds.width(),
                    bounds.height(),
                    "Page %d cannot be read: %s.".formatted(number, cause.getMessage()));
        }

        private void stopIfInterrupted(ContainedException cause) {
            if (Thread.currentThread().isInterrupted()) {
                throw new ProcessingFailure.TransientFailure("interrupted while reading " + file.path(), cause);
            }
        }
    }

    @Override
    public String version() {
        return "parse %d; pdfbox %s; ocr %s; layout %s; %d dpi; %d s a page; twice %s"
                .formatted(
                        STAGE,
                        PDFBOX,
                        ocr.version(),
                        layout.version(),
                        options.dpi(),
                        options.pageLimit().toSeconds(),
                        options.readTwice());
    }

    @Override
    public void close() {
        ocr.close();
        layout.close();
    }
}
