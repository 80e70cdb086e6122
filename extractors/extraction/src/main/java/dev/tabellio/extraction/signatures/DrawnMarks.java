package dev.tabellio.extraction.signatures;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Signature;
import java.util.List;

/** Signatures among what a page draws: pictures pasted onto a line, and strokes of a pen as paths. */
public final class DrawnMarks implements SeenMarks {

    /** Share of the page from which an image is the page's ground and no signature. */
    private static final double LARGEST = 0.2;

    /** Share of the image, or of the area if that is smaller, that has to be common. */
    private static final double SHARED = 0.3;

    /** Width and height in points of the least that strokes of a signature span. */
    private static final double LEAST_WIDTH = 14;

    private static final double LEAST_HEIGHT = 5;

    private final List<BoundingBox> images;
    private final List<BoundingBox> strokes;

    /**
     * @param images places of images
     * @param strokes bounds of paths that no straight line or frame makes
     * @param page bounds
     */
    public DrawnMarks(List<BoundingBox> images, List<BoundingBox> strokes, BoundingBox page) {
        this.images = images.stream()
                .filter(image -> image.area() < LARGEST * page.area())
                .toList();
        this.strokes = List.copyOf(strokes);
    }

    @Override
    public Signature.Mark in(BoundingBox area) {
        if (images.stream()
                .anyMatch(image -> image.intersectionArea(area) >= SHARED * Math.min(image.area(), area.area())
                        && image.area() > 1)) {
            return Signature.Mark.PICTURE;
        }
        List<BoundingBox> inside =
                strokes.stream().filter(area::containsCenterOf).toList();
        if (inside.isEmpty()) {
            return Signature.Mark.EMPTY;
        }
        BoundingBox all = BoundingBox.around(inside);
        return all.width() >= LEAST_WIDTH && all.height() >= LEAST_HEIGHT ? Signature.Mark.INK : Signature.Mark.EMPTY;
    }
}
