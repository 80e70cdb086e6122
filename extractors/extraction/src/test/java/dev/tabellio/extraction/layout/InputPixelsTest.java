package dev.tabellio.extraction.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputPixelsTest {

    private static BufferedImage image(int type, int width, int height, int colour) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, colour);
            }
        }
        return image;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 16, 17, 40})
    void coloursStayApartHoweverLargeThePage(int times) {
        BufferedImage page = image(BufferedImage.TYPE_INT_RGB, 2 * times, 2 * times, 0xFF8040);
        assertThat(InputPixels.of(page, 2, 2))
                .containsExactly(
                        1f,
                        1f,
                        1f,
                        1f,
                        128 / 255f,
                        128 / 255f,
                        128 / 255f,
                        128 / 255f,
                        64 / 255f,
                        64 / 255f,
                        64 / 255f,
                        64 / 255f);
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_BINARY})
    void everyPixelCounts(int type) {
        BufferedImage page = image(type, 6, 6, 0xFFFFFF);
        page.setRGB(4, 2, 0);
        float[] input = InputPixels.of(page, 2, 2);
        int mean = 255 * 8 / 9;
        float ninth = mean / 255f;
        assertThat(input).containsExactly(1, ninth, 1, 1, 1, ninth, 1, 1, 1, ninth, 1, 1);
    }

    @Test
    void aPartOfALargerImageIsSeenAlone() {
        BufferedImage page = image(BufferedImage.TYPE_INT_RGB, 12, 12, 0);
        for (int y = 6; y < 12; y++) {
            for (int x = 6; x < 12; x++) {
                page.setRGB(x, y, 0xFFFFFF);
            }
        }
        assertThat(InputPixels.of(page.getSubimage(6, 6, 6, 6), 2, 2)).containsOnly(1f);
    }
}
