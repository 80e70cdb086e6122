package dev.tabellio.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageNumbersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3            | page 3
            3 4          | pages 3-4
            1 3 5 6 7 9  | pages 1, 3, 5-7, 9
            """)
    void neighboursBecomeARange(String pages, String named) {
        List<Integer> numbers =
                Stream.of(pages.split(" ")).map(Integer::valueOf).toList();

        assertThat(PageNumbers.named(numbers)).isEqualTo(named);
    }
}
