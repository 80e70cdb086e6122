package dev.tabellio.extraction.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FormEraserTest {

    private static final int DPI = 300;

    private static GreyImage erased(Consumer<Graphics2D> drawing) {
        GreyImage image = DrawnScan.of(1500, 1000, drawing);
        GreyImage text = Paper.evened(image);
        BinaryImage ink = BinaryImage.of(text);
        BinaryImage textInk = ink.copy();
        FormEraser.erase(ink, DPI, PixelRulings.find(ink, DPI), PixelCheckboxes.find(ink, DPI), text, textInk);
        assertThat(BinaryImage.of(text).ink()).isEqualTo(textInk.ink());
        return text;
    }

    private static boolean isWhite(GreyImage image, int left, int top, int right, int bottom) {
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (image.at(x, y) != 255) {
                    return false;
                }
            }
        }
        return true;
    }

    @Test
    void lettersCloseAboveABoxKeepTheirLowerEnds() {
        GreyImage text = erased(graphics -> {
            graphics.drawRect(300, 300, 40, 40);
            graphics.fillRect(310, 270, 5, 27);
        });

        assertThat(text.at(312, 295)).isZero();
        assertThat(isWhite(text, 290, 297, 350, 350)).isTrue();
    }

    @Test
    void nothingIsLeftWhereLinesCross() {
        GreyImage text = erased(graphics -> {
            graphics.fillRect(200, 400, 900, 4);
            graphics.fillRect(600, 200, 4, 600);
        });

        assertThat(isWhite(text, 0, 0, 1500, 1000)).isTrue();
    }

    @Test
    void lettersThatStandOnALineKeepTheirLowerEnds() {
        GreyImage text = erased(graphics -> {
            graphics.fillRect(200, 500, 500, 3);
            graphics.fillRect(700, 502, 500, 3);
            graphics.fillRect(400, 470, 6, 30);
            graphics.fillRect(800, 472, 6, 30);
        });

        assertThat(text.at(403, 499)).isZero();
        assertThat(text.at(803, 501)).isZero();
        assertThat(isWhite(text, 200, 503, 1200, 510)).isTrue();
        assertThat(isWhite(text, 410, 490, 790, 510)).isTrue();
    }

    @Test
    void strokesThatCrossALineStayWhole() {
        GreyImage text = erased(graphics -> {
            graphics.fillRect(200, 500, 900, 3);
            graphics.fillRect(400, 480, 6, 40);
        });

        assertThat(text.at(403, 501)).isZero();
        assertThat(text.at(420, 501)).isEqualTo(255);
    }

    @Test
    void shortLinesByThemselvesGoAndLettersStay() {
        Consumer<Graphics2D> letters = graphics -> {
            graphics.drawString("Illinois \u2014 HILL", 300, 400);
        };
        GreyImage text = erased(graphics -> {
            letters.accept(graphics);
            for (int x = 300; x < 700; x += 100) {
                graphics.fillRect(x, 600, 60, 3);
            }
            graphics.fillRect(900, 550, 3, 56);
        });

        assertThat(isWhite(text, 0, 500, 1500, 1000)).isTrue();
        assertThat(text.part(0, 0, 1500, 500, 0).pixels())
                .isEqualTo(Paper.evened(DrawnScan.of(1500, 1000, letters))
                        .part(0, 0, 1500, 500, 0)
                        .pixels());
    }

    @Test
    void aDashedLineThatIsCrossedGoesWhole() {
        GreyImage text = erased(graphics -> {
            for (int x = 300; x < 1100; x += 20) {
                graphics.fillRect(x, 500, 12, 3);
            }
            graphics.fillRect(706, 300, 4, 400);
        });

        assertThat(isWhite(text, 0, 0, 1500, 1000)).isTrue();
    }
}
