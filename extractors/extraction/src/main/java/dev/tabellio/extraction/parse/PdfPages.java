package dev.tabellio.extraction.parse;

import dev.tabellio.document.Attachment;
import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.HiddenText;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Page;
import dev.tabellio.extraction.image.GreyImage;
import dev.tabellio.extraction.pdf.PageContent;
import dev.tabellio.extraction.pdf.PagePixels;
import dev.tabellio.extraction.pdf.PdfFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The pages of a PDF: the text layer where it holds, the picture of the page where it does not. */
final class PdfPages implements PageSource {

    /** A letter page has 850 x 1100 pixels, what layout detectors take; more would only cost time. */
    private static final int PICTURE_DPI = 100;

    private final PdfFile pdf;
    private final ParseOptions options;
    private final ScanReader scans;
    private final HiddenLines hidden = new HiddenLines();

    private PdfPages(PdfFile pdf, ParseOptions options, ScanReader scans) {
        this.pdf = pdf;
        this.options = options;
        this.scans = scans;
        hidden.take(pdf.properties());
    }

    static PdfPages open(Path path, ParseOptions options, ScanReader scans) throws IOException {
        return new PdfPages(PdfFile.open(path), options, scans);
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
        Page page = page(number, content);
        hidden.take(content, page);
        hidden.take(pdf.notes(number));
        return page;
    }

    @Override
    public List<HiddenText> hidden() {
        return hidden.found();
    }

    @Override
    public List<Attachment> attachments() {
        return pdf.attachments();
    }

    private Page page(int number, PageContent content) throws IOException {
        if (!PageTriage.needsOcr(content)) {
            return TextLayerReader.page(number, content, pictured(number, content));
        }
        PagePixels pixels = pdf.pixels(number, content, options.dpi(), options.pageLimit());
        return scans.page(
                number,
                pixels.image(),
                pixels.dpi(),
                content.width(),
                content.height(),
                new ScanReader.Known(
                        content.words().stream()
                                .filter(word -> word.origin() == Origin.FORM_FIELD)
                                .toList(),
                        content.checkboxes().stream()
                                .filter(checkbox -> checkbox.origin() == Origin.FORM_FIELD)
                                .toList(),
                        content.formFields()));
    }

    /** What is read from the images beside the text, each as a page of its own. */
    private List<TextLayerReader.Pictured> pictured(int number, PageContent content) throws IOException {
        List<BoundingBox> images = PageTriage.unread(content);
        if (images.isEmpty()) {
            return List.of();
        }
        PagePixels pixels = pdf.pixels(number, content, options.dpi(), options.pageLimit());
        double scale = pixels.dpi() / 72.0;
        List<TextLayerReader.Pictured> pictured = new ArrayList<>();
        for (BoundingBox image : images) {
            GreyImage part = pixels.image()
                    .part(
                            (int) (image.left() * scale),
                            (int) (image.top() * scale),
                            (int) (image.right() * scale),
                            (int) (image.bottom() * scale));
            Page page = scans.page(number, part, pixels.dpi(), image.width(), image.height(), ScanReader.Known.NOTHING);
            pictured.add(new TextLayerReader.Pictured(image, page));
        }
        return pictured;
    }

    @Override
    public BufferedImage picture(int number) throws IOException {
        return pdf.picture(number, PICTURE_DPI);
    }

    @Override
    public void close() throws IOException {
        pdf.close();
    }
}
