package dev.tabellio.extraction.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.BoundingBox;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CellFinderTest {

    private static final BoundingBox PAGE = new BoundingBox(0, 0, 612, 792);

    private static Ruling across(double y, double from, double to) {
        return new Ruling(true, y, from, to, 0.5);
    }

    private static Ruling down(double x, double from, double to) {
        return new Ruling(false, x, from, to, 0.5);
    }

    private static List<Ruling> frame() {
        return new ArrayList<>(
                List.of(across(100, 50, 250), across(150, 50, 250), down(50, 100, 150), down(250, 100, 150)));
    }

    @Test
    void aFrameIsACell() {
        assertThat(CellFinder.cells(frame(), PAGE)).containsExactly(new BoundingBox(50, 100, 250, 150));
    }

    @Test
    void linesAcrossTheFrameDivideItInReadingOrder() {
        List<Ruling> lines = frame();
        lines.add(across(125, 50, 250));
        lines.add(down(150, 100, 150));
        assertThat(CellFinder.cells(lines, PAGE))
                .containsExactly(
                        new BoundingBox(50, 100, 150, 125),
                        new BoundingBox(150, 100, 250, 125),
                        new BoundingBox(50, 125, 150, 150),
                        new BoundingBox(150, 125, 250, 150));
    }

    @Test
    void theOrderInWhichLinesWereDrawnDoesNotMatter() {
        List<Ruling> lines = frame();
        lines.add(across(125, 50, 250));
        lines.add(down(150, 100, 150));
        List<BoundingBox> expected = CellFinder.cells(lines, PAGE);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(lines, new Random(seed));
            assertThat(CellFinder.cells(lines, PAGE)).isEqualTo(expected);
        }
    }

    @Test
    void dashesAreALine() {
        List<Ruling> lines = frame();
        for (double x = 50; x < 250; x += 5) {
            lines.add(across(125, x, Math.min(250, x + 2.5)));
        }
        assertThat(CellFinder.cells(lines, PAGE)).hasSize(2);
    }

    @Test
    void aDoubleLineIsOneLine() {
        List<Ruling> lines = frame();
        lines.add(across(125, 50, 250));
        lines.add(across(126.4, 50, 250));
        assertThat(CellFinder.cells(lines, PAGE)).hasSize(2);
    }

    @Test
    void endsThatFallShortOrStickOutDoNoHarm() {
        List<Ruling> lines =
                List.of(across(100, 51.2, 260), across(150, 40, 249), down(50, 101.4, 149), down(250, 90, 160));
        assertThat(CellFinder.cells(lines, PAGE)).containsExactly(new BoundingBox(50, 100, 250, 150));
    }

    @Test
    void aTickThatEndsInsideDividesNothing() {
        List<Ruling> lines = frame();
        lines.add(down(90, 135, 150));
        assertThat(CellFinder.cells(lines, PAGE)).containsExactly(new BoundingBox(50, 100, 250, 150));
    }

    @Test
    void anAreaThatIsOpenToTheMarginIsNoCell() {
        List<Ruling> lines = frame();
        lines.remove(3);
        assertThat(CellFinder.cells(lines, PAGE)).isEmpty();
    }

    @Test
    void aDrawingWithCountlessLinesIsNoForm() {
        List<Ruling> lines = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            lines.add(across(i * 2.0, 0, 600));
            lines.add(down(i * 2.0, 0, 700));
        }
        assertThat(CellFinder.cells(lines, new BoundingBox(0, 0, 3000, 3000))).isEmpty();
    }
}
