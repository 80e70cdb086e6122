package dev.tabellio.extraction.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Word;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordBoxesTest {

    private static Word word(String text, double left, double top, double right, double bottom) {
        return new Word(text, new BoundingBox(left, top, right, bottom), Origin.OCR, 0.96);
    }

    @Test
    void aBoxThatTakesInTheNextWordEndsWhereThatOneBegins() {
        List<Word> words = List.of(
                word("respect", 506, 317, 537, 324), word("to", 530, 315, 536, 325), word("the", 540, 316, 549, 322));

        assertThat(WordBoxes.apart(words))
                .containsExactly(word("respect", 506, 317, 530, 324), words.get(1), words.get(2));
    }

    @Test
    void wordsThatTouchOrStandBelowEachOtherStayAsTheyAre() {
        List<Word> words = List.of(
                word("respect", 506, 317, 537, 324),
                word("to", 535, 317, 541, 324),
                word("below", 506, 330, 540, 337),
                word("belowagain", 506, 331, 560, 338));

        assertThat(WordBoxes.apart(words)).isEqualTo(words);
    }
}
