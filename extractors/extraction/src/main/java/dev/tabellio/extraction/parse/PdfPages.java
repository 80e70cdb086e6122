package dev.tabellio.extraction.parse;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Page;
import dev.tabellio.extraction.pdf.PageContent;
import dev.tabellio.extraction.pdf.PdfFile;
import java.io.IOException;
import java.nio.file.Path;

/** The pages of a PDF: text layer where it holds. */
final class PdfPages implements PageSource {

    private final PdfFile pdf;
    private final ParseOptions options;

    private PdfPages(PdfFile pdf, ParseOptions options) {
        this.pdf = pdf;
        this.options = options;
    }

    static PdfPages open(Path path, ParseOptions options) throws IOException {
        return new PdfPages(PdfFile.open(path), options);
    }

    @Override
    public int pages() {
        return pdf.pages();
    }

    @Override
    public BoundingBox bounds(int number) {
        return pdf.bounds(number);
    }

    @Override
    public Page read(int number) throws IOException {
        PageContent content = pdf.read(number, options.pageLimit());
        return TextLayerReader.page(number, content);
    }

    @Override
    public void close() throws IOException {
        pdf.close();
    }
}
