package dev.tabellio.extraction.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.BoundingBox;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.CubicCurve2D;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HandInkTest {

    private static final int DPI = 150;

    /** Above the line, in points: 96 to 300 across, 76 to 99 down. */
    private static final BoundingBox ROOM = new BoundingBox(96, 76, 300, 99);

    private static boolean written(Consumer<Graphics2D> drawing, List<BoundingBox> words) {
        GreyImage page = DrawnScan.of(1275, 1650, graphics -> {
            graphics.scale(DPI / 72.0, DPI / 72.0);
            graphics.setColor(Color.BLACK);
            graphics.fillRect(96, 97, 204, 1);
            drawing.accept(graphics);
        });
        return PageScan.of(page, DPI).isWrittenOn(ROOM, words);
    }

    private static void signature(Graphics2D graphics) {
        graphics.setStroke(new BasicStroke(1.2f));
        graphics.draw(new CubicCurve2D.Double(110, 95, 125, 60, 130, 110, 150, 82));
        graphics.draw(new CubicCurve2D.Double(150, 82, 160, 110, 175, 70, 200, 94));
    }

    @Test
    void strokesAboveALineAreSeenAndTheLineIsNot() {
        assertThat(written(HandInkTest::signature, List.of())).isTrue();
        assertThat(written(graphics -> {}, List.of())).isFalse();
    }

    @Test
    void specksAreNoSignature() {
        assertThat(written(
                        graphics -> {
                            graphics.fillRect(120, 80, 1, 1);
                            graphics.fillRect(200, 88, 1, 1);
                            graphics.fillRect(260, 84, 1, 1);
                        },
                        List.of()))
                .isFalse();
    }

    @Test
    void printIsNoSignature() {
        Consumer<Graphics2D> print = graphics -> {
            graphics.setFont(new Font(Font.SERIF, Font.PLAIN, 12));
            graphics.drawString("Jane Roe", 110, 94);
        };
        assertThat(written(print, List.of(new BoundingBox(108, 82, 162, 98)))).isFalse();
        assertThat(written(print, List.of())).isTrue();
    }
}
