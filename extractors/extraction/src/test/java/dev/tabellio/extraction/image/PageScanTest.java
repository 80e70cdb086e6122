package dev.tabellio.extraction.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Checkbox;
import dev.tabellio.extraction.geometry.CellFinder;
import dev.tabellio.extraction.geometry.Ruling;
import java.awt.BasicStroke;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageScanTest {

    private static final int DPI = 300;

    private static void form(Graphics2D graphics) {
        graphics.drawRect(300, 300, 900, 400);
        graphics.drawLine(750, 300, 750, 700);
        graphics.drawString("Wages, tips", 330, 370);
        graphics.drawString("12,345.00", 790, 370);
    }

    private static List<BoundingBox> cells(GreyImage image) {
        return CellFinder.cells(PageScan.of(image, DPI).rulings(), new BoundingBox(0, 0, 400, 300));
    }

    @Test
    void linesOfAFormGiveCells() {
        assertThat(cells(DrawnScan.of(1500, 1000, PageScanTest::form)))
                .hasSize(2)
                .first()
                .satisfies(cell -> assertThat(cell.grow(2).contains(new BoundingBox(72, 72, 180, 168)))
                        .isTrue());
    }

    @Test
    void unevenLightDoesNoHarm() {
        GreyImage image = DrawnScan.of(1500, 1000, graphics -> {
            graphics.setPaint(new GradientPaint(0, 0, java.awt.Color.WHITE, 1500, 0, java.awt.Color.GRAY));
            graphics.fillRect(0, 0, 1500, 1000);
            graphics.setColor(java.awt.Color.BLACK);
            form(graphics);
        });
        assertThat(cells(image)).hasSize(2);
    }

    @Test
    void linesAreGoneFromTheTextAndLettersStay() {
        GreyImage image = DrawnScan.of(1500, 1000, graphics -> {
            form(graphics);
            graphics.fillRect(500, 280, 6, 40);
        });
        GreyImage text = PageScan.of(image, DPI).text();
        assertThat(text.at(400, 300)).isEqualTo(255);
        assertThat(text.at(750, 500)).isEqualTo(255);
        assertThat(text.at(503, 300)).isLessThan(60);
        assertThat(image.at(400, 300)).isLessThan(60);
    }

    @Test
    void aBoxWithAThickEdgeIsOne() {
        GreyImage image = DrawnScan.of(1500, 1000, graphics -> {
            graphics.setStroke(new BasicStroke(4));
            graphics.drawRect(300, 300, 34, 34);
            graphics.drawLine(299, 300, 299, 303);
            graphics.drawLine(298, 302, 338, 302);
        });
        assertThat(PageScan.of(image, DPI).checkboxes()).hasSize(1);
    }

    @Test
    void checkboxesAreReadAndTakenOut() {
        GreyImage image = DrawnScan.of(1500, 1000, graphics -> {
            graphics.drawRect(300, 300, 34, 34);
            graphics.drawRect(300, 400, 34, 34);
            graphics.drawLine(307, 415, 315, 427);
            graphics.drawLine(315, 427, 340, 396);
            graphics.drawString("Deed of Bond BOO EHnDO", 400, 335);
            graphics.setStroke(new BasicStroke(4));
            graphics.drawLine(100, 600, 1400, 600);
        });
        PageScan scan = PageScan.of(image, DPI);
        assertThat(scan.checkboxes().stream().map(Checkbox::selected)).containsExactly(false, true);
        assertThat(scan.checkboxes().get(0).box().grow(0.6).contains(new BoundingBox(72, 72, 80, 80)))
                .isTrue();
        assertThat(scan.text().at(300, 317)).isEqualTo(255);
    }

    @Test
    void aCheckboxMayStandCloseToTheLineOfItsCell() {
        GreyImage image = DrawnScan.of(1500, 1000, graphics -> {
            graphics.drawRect(200, 200, 600, 300);
            graphics.drawRect(300, 458, 36, 36);
            graphics.drawRect(400, 458, 36, 36);
            graphics.drawLine(405, 463, 431, 489);
            graphics.drawLine(405, 489, 431, 463);
        });
        assertThat(PageScan.of(image, DPI).checkboxes().stream().map(Checkbox::selected))
                .containsExactly(false, true);
    }

    @Test
    void dashedLinesAreLinesAndRegularLettersAreNot() {
        GreyImage image = DrawnScan.of(1500, 1000, graphics -> {
            for (int x = 300; x < 1100; x += 20) {
                graphics.fillRect(x, 500, 12, 3);
            }
            graphics.drawString("00-6666666 llllllllllll", 300, 400);
        });
        PageScan scan = PageScan.of(image, DPI);
        assertThat(scan.rulings()).singleElement().satisfies(line -> {
            assertThat(line.from()).isEqualTo(72);
            assertThat(line.position()).isEqualTo(501.5 * 0.24);
        });
        GreyImage letters = Paper.evened(image);
        for (int y = 350; y < 420; y++) {
            for (int x = 290; x < 900; x++) {
                assertThat(scan.text().at(x, y)).isEqualTo(letters.at(x, y));
            }
        }
    }

    @Test
    void anUnevenSpeckIsNoPage() {
        assertThat(PageScan.of(DrawnScan.of(1500, 1000, graphics -> graphics.fillOval(700, 500, 9, 9)), DPI)
                        .isBlank())
                .isTrue();
        assertThat(PageScan.of(DrawnScan.of(1500, 1000, PageScanTest::form), DPI)
                        .isBlank())
                .isFalse();
    }

    @Test
    void thicknessAndPlaceOfALineAreInPoints() {
        GreyImage image = DrawnScan.of(1500, 1000, graphics -> graphics.fillRect(300, 600, 600, 6));
        Ruling line = PageScan.of(image, DPI).rulings().get(0);
        assertThat(line).isEqualTo(new Ruling(true, 603 * 0.24, 72, 216, 6 * 0.24));
    }

    @Test
    void boldLettersThatRunTogetherAreNoLine() {
        GreyImage image = DrawnScan.of(1500, 1000, graphics -> {
            graphics.drawLine(300, 300, 400, 300);
            for (int x = 300; x < 400; x += 12) {
                graphics.fillRect(x, 500, 8, 30);
            }
            graphics.fillRect(300, 514, 100, 3);
        });

        assertThat(PageScan.of(image, DPI).rulings())
                .hasSize(1)
                .first()
                .satisfies(line -> assertThat(line.position()).isBetween(71.5, 72.5));
    }
}
