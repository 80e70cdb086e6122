package dev.tabellio.extraction.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Word;
import java.awt.Font;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnreadInkTest {

    private static final int DPI = 300;

    private static final GreyImage PAGE = DrawnScan.of(1500, 1000, graphics -> {
        graphics.drawString("read already", 150, 200);
        graphics.drawString("12,345.00", 900, 200);
        graphics.fillRect(100, 500, 1000, 300);
        graphics.fillRect(300, 400, 4, 4);
    });

    @Test
    void whatLooksLikeALineAndWasNotReadIsCutOut() {
        Word read = new Word("read", new BoundingBox(34, 36, 100, 52), Origin.OCR, 0.9);
        List<UnreadInk.Part> parts = UnreadInk.parts(PageScan.of(PAGE, DPI), List.of(read));
        assertThat(parts).hasSize(1);
        UnreadInk.Part part = parts.get(0);
        BoundingBox whole = part.onPage(
                new BoundingBox(0, 0, part.image().width() * 0.24, part.image().height() * 0.24));
        assertThat(whole.contains(new BoundingBox(217, 41, 250, 47))).isTrue();
        assertThat(whole.left()).isGreaterThan(205);
    }

    @Test
    void aPageThatWasReadIsLeftAlone() {
        Word all = new Word("all", new BoundingBox(30, 30, 300, 60), Origin.OCR, 0.9);
        assertThat(UnreadInk.parts(PageScan.of(PAGE, DPI), List.of(all))).isEmpty();
    }

    @Test
    void aBoldDigitIsTextToo() {
        GreyImage page = DrawnScan.of(600, 300, graphics -> {
            graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 28));
            graphics.drawString("8", 300, 150);
            graphics.fillRect(100, 100, 26, 26);
        });
        assertThat(UnreadInk.parts(PageScan.of(page, DPI), List.of()))
                .extracting(UnreadInk.Part::left)
                .singleElement()
                .satisfies(left -> assertThat(left + 4.3).isBetween(72.0, 74.0));
    }
}
