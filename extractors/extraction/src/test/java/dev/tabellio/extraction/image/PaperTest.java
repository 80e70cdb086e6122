package dev.tabellio.extraction.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.GradientPaint;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaperTest {

    @Test
    void noisyPaperUnderUnevenLightBecomesWhiteAndInkStaysDark() {
        GreyImage page = DrawnScan.of(1200, 900, graphics -> {
            graphics.setPaint(new GradientPaint(0, 0, Color.WHITE, 1200, 0, new Color(120, 120, 120)));
            graphics.fillRect(0, 0, 1200, 900);
            graphics.setColor(Color.BLACK);
            graphics.fillRect(100, 400, 12, 60);
            graphics.fillRect(1080, 400, 12, 60);
        });
        Random random = new Random(3);
        for (int i = 0; i < page.pixels().length; i++) {
            int noisy = (page.pixels()[i] & 0xff) + (int) (random.nextGaussian() * 4);
            page.pixels()[i] = (byte) Math.max(0, Math.min(255, noisy));
        }

        GreyImage evened = Paper.evened(page);

        assertThat(BinaryImage.of(evened).share()).isBetween(0.0013, 0.0015);
        assertThat(evened.at(20, 20)).isEqualTo(255);
        assertThat(evened.at(1150, 880)).isEqualTo(255);
        assertThat(evened.at(106, 430)).isLessThan(30);
        assertThat(evened.at(1086, 430)).isLessThan(30);
    }

    @Test
    void shadesOfInkStayInOrder() {
        GreyImage page = DrawnScan.of(600, 600, graphics -> {
            for (int i = 0; i < 4; i++) {
                graphics.setColor(new Color(40 * i, 40 * i, 40 * i));
                graphics.fillRect(100 * i + 100, 300, 6, 20);
            }
        });

        GreyImage evened = Paper.evened(page);

        assertThat(evened.at(103, 310)).isLessThan(evened.at(203, 310));
        assertThat(evened.at(203, 310)).isLessThan(evened.at(303, 310));
        assertThat(evened.at(303, 310)).isLessThan(evened.at(403, 310));
        assertThat(evened.at(403, 310)).isLessThan(160);
    }

    @Test
    void lightIsEvenedWithAllShades() {
        GreyImage page = DrawnScan.of(1200, 900, graphics -> {
            graphics.setPaint(new GradientPaint(0, 0, Color.WHITE, 1200, 0, new Color(120, 120, 120)));
            graphics.fillRect(0, 0, 1200, 900);
            graphics.setColor(new Color(0, 0, 0, 25));
            graphics.fillRect(100, 400, 12, 60);
            graphics.fillRect(1080, 400, 12, 60);
        });

        GreyImage evened = PaperLight.evened(page);

        assertThat(evened.at(300, 20)).isGreaterThan(245);
        assertThat(evened.at(1150, 880)).isGreaterThan(245);
        assertThat(evened.at(106, 430)).isBetween(215, 240);
        assertThat(evened.at(1086, 430)).isBetween(215, 240);
    }
}
