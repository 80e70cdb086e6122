package dev.tabellio.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingFrameTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "2, 0", "3, 0", "0, 1.5", "1, -2.25", "2, 7", "3, 0.4"})
    void theWayThereAndBackGivesTheSameBox(int quarters, double degrees) {
        ReadingFrame frame = new ReadingFrame(quarters, degrees);
        BoundingBox box = new BoundingBox(40, 100, 140, 112);
        BoundingBox back = frame.toDisplayed(frame.toUpright(box, 612, 792), 612, 792);
        assertThat(back.left()).isCloseTo(box.left(), within(0.02));
        assertThat(back.top()).isCloseTo(box.top(), within(0.02));
        assertThat(back.width()).isCloseTo(box.width(), within(0.02));
    }

    @Test
    void aSheetOnItsSideIsReadAfterAQuarterTurnClockwise() {
        // top-left of the upright page lies bottom-left when the sheet was turned counter-clockwise
        ReadingFrame frame = new ReadingFrame(1, 0);
        BoundingBox upright = frame.toUpright(new BoundingBox(10, 780, 20, 790), 612, 792);
        assertThat(upright).isEqualTo(new BoundingBox(2, 10, 12, 20));
    }

    @Test
    void aSlantedRowLiesLevelOnTheUprightPage() {
        ReadingFrame frame = new ReadingFrame(0, 2);
        Page page = new Page(
                1,
                600,
                800,
                PageReading.OCR,
                List.of(
                        new Word(
                                "Wages", frame.toDisplayed(new BoundingBox(50, 390, 90, 400), 600, 800), Origin.OCR, 1),
                        new Word(
                                "100.00",
                                frame.toDisplayed(new BoundingBox(500, 390, 540, 400), 600, 800),
                                Origin.OCR,
                                1)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                frame,
                null);
        assertThat(page.words().get(0).box().top())
                .isNotCloseTo(page.words().get(1).box().top(), within(10.0));
        assertThat(page.upright().words())
                .allSatisfy(word -> assertThat(word.box().top()).isCloseTo(390, within(0.02)));
    }
}
