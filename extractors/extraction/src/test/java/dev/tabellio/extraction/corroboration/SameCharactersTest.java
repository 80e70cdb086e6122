package dev.tabellio.extraction.corroboration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameCharactersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            # first reading    | second reading     | same
            Ada Lovelace       | Ada Lovelace       | true
            Ada Lovelace       | ADA LOVELACE.      | true
            Ada Lovelace       | Ada Lovelaoe       | false
            5391 Ol Quarry Road| 5391 Old Quarry Road | false
            12-3456789         | 12 3456789         | true
            12-3456789         | 12-34S6789         | false
            $ 1,234.56         | $1.234,56          | true
            (587) 555-0179     | (587) 555 0179     | true
            2505/A1            | 2505/A1            | true
            1,234.56           | 1,234.6            | false
            1,234.56           | 123456             | false
            (45.00)            | 45.00              | false
            -45                | 45                 | false
            C                  | Cc                 | true
            C                  | CC                 | false
            """)
    void readingsThatSayTheSame(String first, String again, boolean same) {
        assertThat(SameCharacters.in(first, again)).isEqualTo(same);
    }
}
