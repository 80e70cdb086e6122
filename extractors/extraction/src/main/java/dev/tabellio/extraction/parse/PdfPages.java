package dev.tabellio.extraction.parse;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.HiddenText;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Page;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.image.GreyImage;
import dev.tabellio.extraction.pdf.EmbeddedFiles;
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

    /** Points around a part that cannot be read: Tesseract wants some paper around the print. */
    private static final double MARGIN = 4;

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
    public EmbeddedFiles embedded() {
        return pdf.embedded();
    }

    private Page page(int number, PageContent content) throws IOException {
        if (PageTriage.needsOcr(content)) {
            PagePixels pixels = pdf.pixels(number, content, options.dpi(), options.pageLimit());
            Page page = OcrLayer.held(
                    scans.page(number, pixels, content.width(), content.height(), fields(content)), content);
            hidden.take(OcrLayer.otherAmounts(page, content));
            return page;
        }
        List<BoundingBox> images = PageTriage.unread(content);
        List<BoundingBox> pasted = scans.canRead() ? PageTriage.pastedWords(content) : List.of();
        List<BoundingBox> unreadable = UnreadableText.parts(content);
        boolean writtenOver = scans.canRead() && options.readTwice() > 0 && PageTriage.isWrittenOver(content);
        boolean twice = writtenOver || TwoReadings.wanted(content, number, options.readTwice());
        if (images.isEmpty() && pasted.isEmpty() && unreadable.isEmpty() && !twice) {
            return TextLayerReader.page(number, content, List.of(), List.of());
        }
        PagePixels pixels = pdf.pixels(number, content, options.dpi(), options.pageLimit());
        List<TextLayerReader.Pictured> parts = new ArrayList<>();
        images.forEach(image -> parts.add(pictured(number, pixels, image, false)));
        pasted.forEach(image -> parts.add(pictured(number, pixels, image, false).surely()));
        unreadable.forEach(part -> parts.add(pictured(number, pixels, withMargin(part, content), true)));
        List<Word> seen = List.of();
        if (twice) {
            Page shown = scans.page(number, pixels, content.width(), content.height(), ScanReader.Known.NOTHING);
            seen = shown.words();
            if (writtenOver) {
                parts.add(TextLayerReader.Pictured.of(content.bounds(), shown, false));
            }
        }
        Page page = TextLayerReader.page(number, content, parts, seen);
        hidden.take(page.words().stream()
                .filter(word ->
                        word.origin() == Origin.TEXT_LAYER && word.otherReading() != null && TwoReadings.isAmount(word))
                .map(word -> new HiddenText(number, HiddenText.Why.NOT_AS_SHOWN, word.text(), word.box()))
                .toList());
        hidden.take(OcrLayer.otherAmounts(page, content));
        return page;
    }

    private static BoundingBox withMargin(BoundingBox part, PageContent content) {
        return new BoundingBox(
                Math.max(0, part.left() - MARGIN),
                Math.max(0, part.top() - MARGIN),
                Math.min(content.width(), part.right() + MARGIN),
                Math.min(content.height(), part.bottom() + MARGIN));
    }

    private static ScanReader.Known fields(PageContent content) {
        return new ScanReader.Known(
                content.words().stream()
                        .filter(word -> word.origin() == Origin.FORM_FIELD)
                        .toList(),
                content.checkboxes().stream()
                        .filter(checkbox -> checkbox.origin() == Origin.FORM_FIELD)
                        .toList(),
                content.formFields());
    }

    /** What is read from a part of the picture, as a page of its own. */
    private TextLayerReader.Pictured pictured(int number, PagePixels pixels, BoundingBox box, boolean replaces) {
        double scale = pixels.dpi() / 72.0;
        GreyImage part = pixels.image()
                .part((int) (box.left() * scale), (int) (box.top() * scale), (int) (box.right() * scale), (int)
                        (box.bottom() * scale));
        Page page = scans.page(number, pixels.with(part), box.width(), box.height(), ScanReader.Known.NOTHING);
        return TextLayerReader.Pictured.of(box, page, replaces);
    }

    @Override
    public BufferedImage picture(int number) throws IOException {
        return pdf.picture(number, PICTURE_DPI);
    }

    @Override
    public PagePixels pixels(int number) throws IOException {
        return pdf.pixels(number, pdf.read(number, options.pageLimit()), options.dpi(), options.pageLimit());
    }

    @Override
    public void close() throws IOException {
        pdf.close();
    }
}
