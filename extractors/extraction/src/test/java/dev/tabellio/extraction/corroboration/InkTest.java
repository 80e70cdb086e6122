package dev.tabellio.extraction.corroboration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.extraction.image.GreyImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InkTest {

    /** Columns of a row ten pixels high: {@code |} a stroke over all of it, {@code .} a point at its foot, blank paper. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            '||  ||'      ; 2
            '| . |'       ; 2
            '|| | .. |||' ; 3
            '|.|'         ; 1
            """)
    void countsRunsOfInkAsHighAsALetter(String columns, int runs) {
        assertThat(Ink.of(image(columns)).tallRuns()).isEqualTo(runs);
    }

    @Test
    void findsTheRulingLinesBesideARow() {
        Ink ink = Ink.of(image(" |  ..  || "));

        assertThat(ink.endOfRuling(4)).isEqualTo(2);
        assertThat(ink.endOfRuling(0)).isZero();
        assertThat(ink.startOfRuling(6)).isEqualTo(7);
        assertThat(ink.startOfRuling(10)).isEqualTo(11);
    }

    private static GreyImage image(String columns) {
        int height = 10;
        byte[] pixels = new byte[columns.length() * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < columns.length(); x++) {
                boolean ink = columns.charAt(x) == '|' || (columns.charAt(x) == '.' && y >= height - 2);
                pixels[y * columns.length() + x] = (byte) (ink ? 40 : 230);
            }
        }
        return new GreyImage(pixels, columns.length(), height);
    }
}
