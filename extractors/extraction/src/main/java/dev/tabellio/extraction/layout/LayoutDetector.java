package dev.tabellio.extraction.layout;

import dev.tabellio.document.Region;
import java.awt.image.BufferedImage;
import java.util.List;

/** Names the regions of a page image. Implementations are safe for all threads. */
public interface LayoutDetector extends AutoCloseable {

    /**
     * Finds the regions of one page.
     *
     * @param page the upright page at any resolution
     * @param width of the page in points
     * @param height of the page in points
     * @return regions in points, best first, each with a confidence
     * @throws dev.tabellio.document.ProcessingFailure.PermanentFailure if the model refuses the image; the page is then used
     *     without regions
     */
    List<Region> detect(BufferedImage page, double width, double height);

    /** Name and version of engine and model, part of every result's derivation key. */
    String version();

    @Override
    void close();
}
