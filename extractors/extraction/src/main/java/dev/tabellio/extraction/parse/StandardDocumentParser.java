package dev.tabellio.extraction.parse;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Page;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.ProcessingFailure;
import dev.tabellio.document.SourceFile;
import dev.tabellio.extraction.pdf.PdfFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads PDFs page by page: the text layer where it holds. */
public final class StandardDocumentParser implements DocumentParser {

    private final ParseOptions options;

    public StandardDocumentParser(ParseOptions options) {
        this.options = options;
    }

    @Override
    public ParsedFile parse(SourceFile file, Path path) {
        try (PdfFile pdf = PdfFile.open(path)) {
            List<Page> pages = new ArrayList<>();
            for (int number = 1; number <= pdf.pages(); number++) {
                pages.add(page(pdf, number));
            }
            return new ParsedFile(file.sha256(), pages);
        } catch (IOException e) {
            throw new ProcessingFailure.Refusal("the file cannot be opened: " + e.getMessage(), e);
        }
    }

    private Page page(PdfFile pdf, int number) {
        try {
            return TextLayerReader.page(number, pdf.read(number, options.pageLimit()));
        } catch (IOException | RuntimeException e) {
            BoundingBox bounds = pdf.bounds(number);
            return Page.failed(
                    number, bounds.width(), bounds.height(), "page %d: %s".formatted(number, e.getMessage()));
        }
    }

    @Override
    public String version() {
        return "standard-1";
    }

    @Override
    public void close() {}
}
