package dev.tabellio.samples.degrade;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.PageArea;
import dev.tabellio.samples.content.Dice;
import dev.tabellio.samples.degrade.Degradation.Kind;
import dev.tabellio.samples.sets.ExpectedDocument;
import dev.tabellio.samples.sets.ExpectedPage;
import dev.tabellio.samples.sets.Place;
import dev.tabellio.samples.sets.Print;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * A scanned file.
 *
 * @param extension of its name: pdf, png, jpg or tif
 * @param pages with the way from the drawn page's points to the scanned page's
 */
public record Scan(byte[] bytes, String extension, List<ScannedPage> pages) {

    public Scan {
        pages = List.copyOf(pages);
    }

    /** @param width of the scanned page in points */
    public record ScannedPage(double width, double height, AffineTransform fromDrawn) {

        BoundingBox moved(BoundingBox box) {
            Rectangle2D bounds = fromDrawn
                    .createTransformedShape(new Rectangle2D.Double(box.left(), box.top(), box.width(), box.height()))
                    .getBounds2D();
            return new BoundingBox(
                    Math.max(0, bounds.getMinX()),
                    Math.max(0, bounds.getMinY()),
                    Math.min(width, bounds.getMaxX()),
                    Math.min(height, bounds.getMaxY()));
        }
    }

    /**
     * Scans a PDF.
     *
     * @param pdf with embedded fonts
     * @param degradations with a scan among them; stamps are put on by whoever draws the PDF
     */
    public static Scan of(byte[] pdf, List<Degradation> degradations, Dice dice) throws IOException {
        int dpi = (int) strength(degradations, Kind.SCAN)
                .orElseThrow(() -> new IllegalArgumentException("no scan among " + degradations))
                .doubleValue();
        List<GreyPage> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            FilledFields.showWhole(document);
            PDFRenderer renderer = new PDFRenderer(document);
            int count = document.getNumberOfPages();
            GreyPage first = drawn(renderer, 0, dpi);
            GreyPage page = first;
            for (int i = 0; i < count; i++) {
                GreyPage back = i + 1 < count ? drawn(renderer, i + 1, dpi) : first;
                pages.add(suffered(page, back, degradations, dice.named("page " + i)));
                page = back;
            }
        }
        return written(pages, degradations, dice.seed());
    }

    private static GreyPage drawn(PDFRenderer renderer, int page, int dpi) throws IOException {
        return GreyPage.of(renderer.renderImageWithDPI(page, dpi, ImageType.GRAY), dpi);
    }

    private static GreyPage suffered(GreyPage fresh, GreyPage back, List<Degradation> degradations, Dice dice) {
        GreyPage page = fresh;
        Optional<Double> bleed = strength(degradations, Kind.BLEED);
        if (bleed.isPresent()) {
            page = page.bleed(back, bleed.get());
        }
        Optional<Double> skew = strength(degradations, Kind.SKEW);
        if (skew.isPresent()) {
            page = page.skew(skew.get() * (0.5 + dice.between(0, 0.5)) * (dice.chance(0.5) ? 1 : -1));
        }
        Optional<Double> light = strength(degradations, Kind.LIGHT);
        if (light.isPresent()) {
            page = page.light(light.get(), dice.between(0, 3));
        }
        Optional<Double> blur = strength(degradations, Kind.BLUR);
        if (blur.isPresent()) {
            page = page.blur(blur.get());
        }
        Optional<Double> noise = strength(degradations, Kind.NOISE);
        if (noise.isPresent()) {
            page = page.noise(noise.get(), dice);
        }
        Optional<Double> bilevel = strength(degradations, Kind.BILEVEL);
        if (bilevel.isPresent()) {
            page = page.bilevel(bilevel.get());
        }
        Optional<Double> rotate = strength(degradations, Kind.ROTATE);
        return rotate.isPresent() ? page.rotate((int) (rotate.get() / 90)) : page;
    }

    private static Scan written(List<GreyPage> pages, List<Degradation> degradations, long id) throws IOException {
        boolean bilevel = strength(degradations, Kind.BILEVEL).isPresent();
        double quality = strength(degradations, Kind.JPEG).orElse(60.0) / 100;
        boolean single = pages.size() == 1;
        List<ScannedPage> moved = pages.stream()
                .map(page -> new ScannedPage(page.widthInPoints(), page.heightInPoints(), page.fromPage()))
                .toList();
        boolean png = strength(degradations, Kind.PNG).isPresent();
        boolean jpg = strength(degradations, Kind.JPG).isPresent();
        if (png && single) {
            return new Scan(ImageFiles.png(pages.get(0), bilevel), "png", moved);
        }
        if (jpg && single) {
            return new Scan(ImageFiles.jpeg(pages.get(0), quality), "jpg", moved);
        }
        if (png || jpg || strength(degradations, Kind.TIFF).isPresent()) {
            return new Scan(ImageFiles.tiff(pages, bilevel), "tif", moved);
        }
        ImageFiles.Compression compression = bilevel
                ? ImageFiles.Compression.BILEVEL
                : strength(degradations, Kind.JPEG).isPresent()
                        ? ImageFiles.Compression.JPEG
                        : ImageFiles.Compression.LOSSLESS;
        return new Scan(ImageFiles.pdf(pages, compression, quality, id), "pdf", moved);
    }

    private static Optional<Double> strength(List<Degradation> degradations, Kind kind) {
        return degradations.stream()
                .filter(degradation -> degradation.kind() == kind)
                .map(Degradation::strength)
                .findFirst();
    }

    /** The document with its places where they are after the scan. @param file name of the scanned file */
    public ExpectedDocument moved(ExpectedDocument document, String file) {
        return new ExpectedDocument(
                document.type(),
                document.values(),
                document.prints().stream().map(print -> moved(print, file)).toList(),
                document.flaws());
    }

    /** One print with its places where they are after the scan. @param file name of the scanned file */
    public Print moved(Print print, String file) {
        Map<String, Place> places = new LinkedHashMap<>();
        print.places()
                .forEach((pointer, place) -> places.put(
                        pointer,
                        new Place(place.page(), pages.get(place.page() - 1).moved(place.box()), place.text())));
        List<PageArea> areas = print.areas().stream()
                .map(area ->
                        new PageArea(area.page(), pages.get(area.page() - 1).moved(area.area())))
                .toList();
        return new Print(file, areas, places);
    }

    /** The page under the scanned file's name. */
    public static ExpectedPage moved(ExpectedPage page, String file) {
        return new ExpectedPage(file, page.page(), page.use(), page.says());
    }
}
