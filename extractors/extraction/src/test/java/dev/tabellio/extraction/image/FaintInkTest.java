package dev.tabellio.extraction.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class FaintInkTest {

    private static final int DPI = 300;

    @Test
    void faintStrokesBecomeAsDarkAsOthers() {
        GreyImage page = DrawnScan.of(900, 900, graphics -> {
            graphics.fillRect(100, 100, 5, 30);
            graphics.setColor(new Color(150, 150, 150));
            graphics.fillRect(100, 700, 5, 30);
            graphics.fillRect(120, 700, 5, 30);
        });

        FaintInk.darken(page, DPI);

        assertThat(page.at(102, 110)).isZero();
        assertThat(page.at(102, 710)).isLessThan(5);
        assertThat(page.at(122, 710)).isLessThan(5);
        assertThat(page.at(112, 710)).isEqualTo(255);
    }

    @Test
    void specksAndEdgesBesideDarkPrintStayAsTheyAre() {
        GreyImage page = DrawnScan.of(900, 900, graphics -> {
            graphics.fillRect(100, 100, 5, 30);
            graphics.setColor(new Color(150, 150, 150));
            graphics.fillRect(115, 100, 4, 30);
            graphics.fillRect(600, 700, 3, 3);
        });
        GreyImage before = new GreyImage(page.pixels().clone(), page.width(), page.height());

        FaintInk.darken(page, DPI);

        assertThat(page.pixels()).isEqualTo(before.pixels());
    }

    @Test
    void shadowsOfPaperAreNoPrint() {
        GreyImage page = DrawnScan.of(900, 900, graphics -> {
            graphics.setColor(new Color(225, 225, 225));
            graphics.fillRect(300, 300, 200, 200);
        });
        GreyImage before = new GreyImage(page.pixels().clone(), page.width(), page.height());

        FaintInk.darken(page, DPI);

        assertThat(page.pixels()).isEqualTo(before.pixels());
    }
}
