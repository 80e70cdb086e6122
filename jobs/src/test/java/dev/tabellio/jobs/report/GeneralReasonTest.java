package dev.tabellio.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneralReasonTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            nda.two-parties: two parties are named (1 found: Acme Ltd.)   | nda.two-parties: two parties are named
            us-w2.box4: box 4 (1,793.00) is 6.2 % of box 3 (28,921.00)    | us-w2.box4: box 4 is 6.2 % of box 3
            document.uncited: /Box1 reads "l5,2" and is no amount         | document.uncited: /Box1 reads "..." and is no amount
            the amount 15205.00 was read with confidence 0.410            | the amount ... was read with confidence ...
            page 3 is of no known type                                    | some pages are of no known type
            pages 3, 5-7 are of no known type                             | some pages are of no known type
            Page 12 cannot be read: it is damaged.                        | a page cannot be read: it is damaged.
            pages 2-3, 7 could not be read                                | a page could not be read
            The file has 734003200 bytes; at most 268435456 are accepted. | The file has ... bytes; at most ... are accepted.
            a.b: it failed (page 3: bad (code 7)); it ended                | a.b: it failed; it ended
            The file is empty (0 bytes).                                  | The file is empty.
            """)
    void particularsAreLeftOut(String reason, String general) {
        assertThat(GeneralReason.of(reason)).isEqualTo(general);
    }

    @Test
    void theFirstOfSeveralReasonsCounts() {
        assertThat(GeneralReason.of("a.first: one\nb.second: two")).isEqualTo("a.first: one");
    }
}
