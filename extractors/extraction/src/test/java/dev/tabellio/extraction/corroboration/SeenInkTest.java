package dev.tabellio.extraction.corroboration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.extraction.image.GreyImage;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeenInkTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # printed   | read       | all characters
            DD          | D          | false
            DD          | DD         | true
            1000        | 100        | false
            $ 1,000.00  | $ 1,000.00 | true
            (587) 555   | (587) 555  | true
            83-6715668  | 83-6715668 | true
            """)
    void seesACharacterThatWasLost(String printed, String read, boolean all) {
        assertThat(SeenInk.hasAllCharacters(read, Ink.of(print(printed)))).isEqualTo(all);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # printed          | read               | all marks
            Zo\u00eb Nu\u00f1ez | Zoe Nunez        | false
            Zo\u00eb Nu\u00f1ez | Zo\u00eb Nu\u00f1ez | true
            Bj\u00f6rn        | Bjorn              | false
            Jill O'Brien       | Jill O'Brien       | true
            Quillon Sidwell    | Quillon Sidwell    | true
            """)
    void seesAnAccentThatWasLost(String printed, String read, boolean all) {
        assertThat(SeenInk.hasAllMarks(read, Ink.of(print(printed)))).isEqualTo(all);
    }

    private static GreyImage print(String text) {
        BufferedImage row = new BufferedImage(600, 60, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = row.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, row.getWidth(), row.getHeight());
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 36));
        pen.drawString(text, 10, 45);
        pen.dispose();
        return GreyImage.of(row);
    }
}
