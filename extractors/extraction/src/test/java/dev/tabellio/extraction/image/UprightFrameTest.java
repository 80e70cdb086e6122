package dev.tabellio.extraction.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tabellio.document.BoundingBox;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mark is drawn on the displayed page, found on the upright one, and has to come back to where it was drawn. */
class UprightFrameTest {

    @ParameterizedTest
    @CsvSource({"0,0", "1,0", "2,0", "3,0", "0,3", "1,-4", "2,2.5", "3,7"})
    void boxesComeBackToTheDisplayedPage(int quarters, double degrees) {
        int width = 720;
        int height = 1080;
        GreyImage displayed = DrawnScan.of(width, height, graphics -> graphics.fillRect(200, 300, 20, 20));
        UprightFrame frame = new UprightFrame(quarters, degrees, width, height);
        GreyImage upright = frame.upright(displayed);
        assertThat(upright.width()).isEqualTo((int) frame.uprightWidth());
        assertThat(upright.height()).isEqualTo((int) frame.uprightHeight());

        BoundingBox back = frame.displayed(middleOfInk(upright));
        assertThat(back.centerX()).isCloseTo(210, within(0.6));
        assertThat(back.centerY()).isCloseTo(310, within(0.6));
    }

    private static BoundingBox middleOfInk(GreyImage image) {
        double x = 0;
        double y = 0;
        double weight = 0;
        for (int j = 0; j < image.height(); j++) {
            for (int i = 0; i < image.width(); i++) {
                double dark = 255 - image.at(i, j);
                x += (i + 0.5) * dark;
                y += (j + 0.5) * dark;
                weight += dark;
            }
        }
        return new BoundingBox(x / weight - 5, y / weight - 5, x / weight + 5, y / weight + 5);
    }
}
