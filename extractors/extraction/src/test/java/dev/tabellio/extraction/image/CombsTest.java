package dev.tabellio.extraction.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Word;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;
import org.junit.jupiter.api.Test;

class CombsTest {

    private static final int DPI = 300;
    private static final int PITCH = 50;

    private static void digits(Graphics2D graphics, String digits) {
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 36));
        for (int i = 0; i < digits.length(); i++) {
            graphics.drawString(digits.substring(i, i + 1), 300 + i * PITCH, 300);
        }
    }

    private static void divider(Graphics2D graphics, int x) {
        graphics.setStroke(new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {4, 4}, 0));
        graphics.drawLine(x, 255, x, 317);
    }

    private static List<Combs.Comb> combs(GreyImage image, Word... read) {
        return Combs.find(PageScan.of(image, DPI), image, List.of(read));
    }

    /** A word where the drawn digits stand, in points. */
    private static Word read(String text, double left, double right) {
        return new Word(text, new BoundingBox(left * 72 / DPI, 64, right * 72 / DPI, 73), Origin.OCR, 0.9);
    }

    @Test
    void digitsInABoxEachAreSetClose() {
        GreyImage page = DrawnScan.of(1200, 600, graphics -> {
            digits(graphics, "430002221");
            divider(graphics, 290);
            divider(graphics, 440);
            divider(graphics, 560);
        });
        List<Combs.Comb> combs = combs(page, read("4390002", 300, 625), read("21", 650, 722));
        assertThat(combs).hasSize(1);
        Combs.Comb comb = combs.get(0);
        assertThat(comb.characters()).isEqualTo(9);
        assertThat(comb.box().grow(1).contains(new BoundingBox(72.5, 65.5, 172, 71.5)))
                .isTrue();
        assertThat(comb.line().width()).isLessThan(9 * PITCH);
    }

    @Test
    void aDividerThroughADigitLeavesItsStrokes() {
        GreyImage plain = DrawnScan.of(1200, 600, graphics -> digits(graphics, "430002221"));
        GreyImage divided = DrawnScan.of(1200, 600, graphics -> {
            digits(graphics, "430002221");
            divider(graphics, 300 + 2 * PITCH + 12);
        });
        double before = ink(combs(plain, read("430002221", 300, 722)).get(0).line());
        double after = ink(combs(divided, read("439002221", 300, 722)).get(0).line());
        assertThat(after).isBetween(0.97 * before, 1.03 * before);
    }

    @Test
    void lettersOfAWordBesideAreNoPartOfAComb() {
        GreyImage page = DrawnScan.of(1200, 600, graphics -> {
            digits(graphics, "430002221");
            graphics.drawString("Child", 300 + 9 * PITCH, 300);
        });
        List<Combs.Comb> combs = combs(page, read("430002221", 300, 722), read("Child", 750, 850));
        assertThat(combs).extracting(Combs.Comb::characters).containsExactly(9);
    }

    @Test
    void ordinaryNumbersAreNone() {
        GreyImage page = DrawnScan.of(1200, 600, graphics -> {
            graphics.setFont(new Font(Font.MONOSPACED, Font.BOLD, 48));
            graphics.drawString("35000.00", 300, 300);
        });
        assertThat(combs(page, read("35000.00", 300, 532))).isEmpty();
    }

    private static double ink(GreyImage line) {
        return BinaryImage.of(line).share();
    }
}
