package dev.tabellio.extraction.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.Checkbox;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixelCheckboxesTest {

    private static final int DPI = 200;

    private static PageScan scan(Consumer<Graphics2D> drawing) {
        return PageScan.of(DrawnScan.of(1000, 700, drawing), DPI);
    }

    private static List<Boolean> states(Consumer<Graphics2D> drawing) {
        return scan(drawing).checkboxes().stream().map(Checkbox::selected).toList();
    }

    private static void box(Graphics2D graphics, int x, int y, int side) {
        graphics.setStroke(new BasicStroke(2));
        graphics.drawRect(x, y, side, side);
    }

    @ParameterizedTest
    @ValueSource(ints = {18, 22, 28, 36, 44})
    void boxesAreOfManySizes(int side) {
        assertThat(states(graphics -> box(graphics, 300, 300, side))).containsExactly(false);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.8, -0.4, -0.1, 0.1, 0.4, 0.8})
    void boxesMaySlant(double degrees) {
        assertThat(states(graphics -> {
                    graphics.rotate(Math.toRadians(degrees), 310, 310);
                    box(graphics, 300, 300, 42);
                }))
                .containsExactly(false);
    }

    @Test
    void theSidesOfBoxesInAListBetweenRulesAreNoDashedLine() {
        PageScan scan = scan(graphics -> {
            for (int row = 0; row < 4; row++) {
                box(graphics, 500, 205 + 34 * row, 25);
                graphics.setStroke(new BasicStroke(2));
                graphics.drawLine(50, 201 + 34 * row, 950, 201 + 34 * row);
            }
            graphics.drawLine(50, 201 + 34 * 4, 950, 201 + 34 * 4);
        });
        assertThat(scan.checkboxes()).hasSize(4).noneMatch(Checkbox::selected);
        assertThat(scan.rulings()).hasSize(5);
    }

    @Test
    void aBoxMayBeWiderThanHigh() {
        assertThat(states(graphics -> graphics.drawRect(300, 300, 38, 28))).containsExactly(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {Font.SANS_SERIF, Font.SERIF})
    void lettersAreNoBoxes(String family) {
        PageScan scan = scan(graphics -> {
            for (int size = 16; size < 44; size += 4) {
                for (int style : new int[] {Font.PLAIN, Font.BOLD}) {
                    graphics.setFont(new Font(family, style, size));
                    int y = 60 + (size - 16) * 22 + 42 * style;
                    graphics.drawString("Qualifying Other Dependents EIC BOOD 080 D", 40, y);
                }
            }
        });
        assertThat(scan.checkboxes()).isEmpty();
    }

    @Test
    void framesForOneCharacterEachAreTakenFromAroundTheirCharacters() {
        PageScan scan = scan(graphics -> {
            graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 28));
            for (int i = 0; i < 6; i++) {
                box(graphics, 300 + 44 * i, 300, 38);
                graphics.drawString(String.valueOf(i + 3), 311 + 44 * i, 329);
            }
        });
        assertThat(scan.checkboxes()).isEmpty();
        assertThat(scan.text().at(300, 320)).isEqualTo(255);
        assertThat(ink(scan.text(), 305, 305, 335, 335)).isPositive();
    }

    @Test
    void aBlackSquareIsNoBox() {
        assertThat(states(graphics -> graphics.fillRect(300, 300, 28, 28))).isEmpty();
    }

    @Test
    void aGreyFrameIsABox() {
        assertThat(states(graphics -> {
                    graphics.setColor(new Color(150, 150, 150));
                    box(graphics, 300, 300, 26);
                }))
                .containsExactly(false);
    }

    private static int ink(GreyImage image, int left, int top, int right, int bottom) {
        int dark = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                dark += image.at(x, y) < 128 ? 1 : 0;
            }
        }
        return dark;
    }
}
