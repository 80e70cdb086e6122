package dev.tabellio.jobs.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Checkbox;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageReading;
import dev.tabellio.document.Region;
import dev.tabellio.document.RegionLabel;
import dev.tabellio.document.TextLine;
import dev.tabellio.document.Word;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageOverlayTest {

    private static final Page PAGE = new Page(
            1,
            300,
            200,
            PageReading.TEXT_LAYER,
            List.of(
                    new Word("Wages", new BoundingBox(20, 20, 60, 30), Origin.TEXT_LAYER, 1),
                    new Word("28,921", new BoundingBox(100, 20, 140, 30), Origin.FORM_FIELD, 1),
                    new Word("l5,2O5", new BoundingBox(100, 60, 140, 70), Origin.OCR, 0.4)),
            List.of(new TextLine(new BoundingBox(20, 20, 60, 30), List.of(0))),
            List.of(new BoundingBox(10, 10, 150, 40)),
            List.of(new Checkbox(new BoundingBox(20, 100, 30, 110), true, Origin.FORM_FIELD, 1)),
            List.of(),
            List.of(new Region(RegionLabel.TABLE, new BoundingBox(10, 120, 200, 180), 0.9)),
            null);

    @Test
    void everyLayerIsDrawnInItsColorWhereItStands() {
        BufferedImage picture = draw(List.of());

        assertThat(colors(picture, new BoundingBox(19, 19, 61, 31))).contains(Layer.TEXT_WORDS.color());
        assertThat(colors(picture, new BoundingBox(99, 19, 141, 31))).contains(Layer.FORM_WORDS.color());
        assertThat(colors(picture, new BoundingBox(99, 59, 141, 71))).contains(Layer.OCR_WORDS.color());
        assertThat(colors(picture, new BoundingBox(18, 98, 32, 112))).contains(Layer.TICKED_BOXES.color());
        assertThat(colors(picture, new BoundingBox(8, 118, 202, 182))).contains(Layer.REGIONS.color());
        assertThat(colors(picture, new BoundingBox(210, 120, 290, 190))).hasSize(1);
    }

    @Test
    void aMarkChangesThePageAndThePanel() {
        BufferedImage without = draw(List.of());
        BufferedImage with = draw(List.of(new Mark(
                Mark.Kind.CITED, "/WagesTipsAndOtherCompensation", "28921.00", new BoundingBox(100, 20, 140, 30))));

        assertThat(different(without, with, 0, (int) (300 * PageOverlay.SCALE))).isPositive();
        assertThat(different(without, with, (int) (300 * PageOverlay.SCALE), with.getWidth()))
                .isPositive();
    }

    @Test
    void thePictureGrowsWithTheNumberOfMarks() {
        List<Mark> many = IntStream.range(0, 60)
                .mapToObj(i -> new Mark(Mark.Kind.UNCITED, "/Field" + i, "reason", new BoundingBox(0, 0, 300, 200)))
                .toList();

        assertThat(draw(many).getHeight()).isGreaterThan(draw(List.of()).getHeight());
    }

    private static BufferedImage draw(List<Mark> marks) {
        return PageOverlay.draw(new BufferedImage(600, 400, BufferedImage.TYPE_BYTE_GRAY), PAGE, marks);
    }

    private static List<Color> colors(BufferedImage picture, BoundingBox box) {
        return IntStream.range((int) (box.top() * PageOverlay.SCALE), (int) (box.bottom() * PageOverlay.SCALE))
                .boxed()
                .flatMap(y -> IntStream.range(
                                (int) (box.left() * PageOverlay.SCALE), (int) (box.right() * PageOverlay.SCALE))
                        .mapToObj(x -> new Color(picture.getRGB(x, y))))
                .distinct()
                .toList();
    }

    private static long different(BufferedImage a, BufferedImage b, int fromX, int toX) {
        return IntStream.range(0, Math.min(a.getHeight(), b.getHeight()))
                .mapToLong(y -> IntStream.range(fromX, toX)
                        .filter(x -> a.getRGB(x, y) != b.getRGB(x, y))
                        .count())
                .sum();
    }
}
