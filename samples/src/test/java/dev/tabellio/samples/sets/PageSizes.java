package dev.tabellio.samples.sets;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.PageArea;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** The pages of any sample file as boxes; pixels are of 200 dots per inch. */
final class PageSizes {

    private PageSizes() {}

    static List<BoundingBox> of(Path file) throws IOException {
        if (file.toString().endsWith(".pdf")) {
            return PdfPages.of(file).areas().stream().map(PageArea::area).toList();
        }
        List<BoundingBox> pages = new ArrayList<>();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            reader.setInput(in);
            for (int page = 0; page < reader.getNumImages(true); page++) {
                pages.add(
                        new BoundingBox(0, 0, reader.getWidth(page) * 72.0 / 200, reader.getHeight(page) * 72.0 / 200));
            }
            reader.dispose();
        }
        return pages;
    }
}
