package dev.tabellio.extraction.parse;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.HiddenText;
import dev.tabellio.document.MediaType;
import dev.tabellio.document.Page;
import dev.tabellio.extraction.image.ImageFile;
import dev.tabellio.extraction.image.ScannedPage;
import dev.tabellio.extraction.pdf.PagePixels;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The pages of an image file. */
final class ImagePages implements PageSource {

    private final ImageFile file;
    private final int dpi;
    private final ScanReader scans;

    private ImagePages(ImageFile file, int dpi, ScanReader scans) {
        this.file = file;
        this.dpi = dpi;
        this.scans = scans;
    }

    /** @param dpi that coarse pages are enlarged to */
    static ImagePages open(Path path, MediaType mediaType, int dpi, ScanReader scans) throws IOException {
        return new ImagePages(ImageFile.open(path, mediaType), dpi, scans);
    }

    @Override
    public int pages() {
        return file.pages();
    }

    @Override
    public BoundingBox bounds(int number) throws IOException {
        return file.bounds(number);
    }

    @Override
    public Page read(int number) throws IOException {
        ScannedPage page = file.page(number);
        return scans.page(
                number,
                new PagePixels(page.image(), page.dpi()).fine(dpi),
                page.width(),
                page.height(),
                ScanReader.Known.NOTHING);
    }

    @Override
    public BufferedImage picture(int number) throws IOException {
        return file.picture(number);
    }

    @Override
    public PagePixels pixels(int number) throws IOException {
        ScannedPage page = file.page(number);
        return new PagePixels(page.image(), page.dpi()).fine(dpi);
    }

    /** A picture hides nothing that is read from it. */
    @Override
    public List<HiddenText> hidden() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
