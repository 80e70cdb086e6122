package dev.tabellio.extraction.layout;

import dev.tabellio.document.Region;
import java.awt.image.BufferedImage;
import java.util.List;

/** Without a layout model: pages have no regions, and geometry alone decides. */
public final class NoLayoutDetector implements LayoutDetector {

    @Override
    public List<Region> detect(BufferedImage page, double width, double height) {
        return List.of();
    }

    @Override
    public String version() {
        return "none";
    }

    @Override
    public void close() {}
}
