package dev.tabellio.extraction.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class GreyImageTest {

    private static final GreyImage WIDE = new GreyImage(new byte[] {1, 2, 3, 4, 5, 6}, 3, 2);

    @Test
    void aQuarterTurnIsClockwise() {
        assertThat(WIDE.turned(1).pixels()).containsExactly(4, 1, 5, 2, 6, 3);
        assertThat(WIDE.turned(1).width()).isEqualTo(2);
        assertThat(WIDE.turned(2).pixels()).containsExactly(6, 5, 4, 3, 2, 1);
        assertThat(WIDE.turned(3).pixels()).containsExactly(3, 6, 2, 5, 1, 4);
    }

    @Test
    void whatIsTransparentIsPaper() {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        assertThat(GreyImage.of(image).at(0, 0)).isEqualTo(255);
    }

    @Test
    void coloursHaveTheirLuminance() {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, Color.YELLOW.getRGB());
        image.setRGB(1, 0, Color.BLUE.getRGB());
        assertThat(GreyImage.of(image).at(0, 0)).isGreaterThan(200);
        assertThat(GreyImage.of(image).at(1, 0)).isLessThan(50);
    }

    @Test
    void shrinkingTakesTheMean() {
        GreyImage image = new GreyImage(new byte[] {0, 100, 100, 0}, 2, 2);
        assertThat(image.scaled(1, 1).at(0, 0)).isEqualTo(50);
    }

    @Test
    void turningForthAndBackKeepsTheMiddle() {
        GreyImage drawn = DrawnScan.of(400, 400, g -> g.fillRect(180, 190, 40, 20));
        GreyImage back = drawn.rotated(5).rotated(-5);
        assertThat(back.at(200, 200)).isLessThan(20);
        assertThat(back.at(200, 150)).isGreaterThan(235);
    }
}
