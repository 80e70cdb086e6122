package dev.tabellio.extraction.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PieceIndexTest {

    private static final String LETTERS = "abcdeinorst0189";

    @Test
    void loses_no_match_of_the_full_comparison() {
        Random random = new Random(20261121);
        int found = 0;
        for (int round = 0; round < 2000; round++) {
            String pattern = letters(random, 5 + random.nextInt(40)).replace('8', Wording.ANY_DIGIT);
            Wording wording = new Wording(pattern, pattern);
            List<LetterStream> streams = List.of(
                    stream(letters(random, 30)),
                    stream(letters(random, 10) + damaged(pattern, random) + letters(random, 10)),
                    stream(damaged(pattern, random) + damaged(pattern, random)));
            List<Hit> expected = new ArrayList<>();
            for (LetterStream stream : streams) {
                expected.addAll(
                        WordingMatcher.approximate(stream, 0, stream.text().length(), wording));
            }
            List<Hit> hits = new PieceIndex(streams)
                    .windows(wording).stream()
                            .flatMap(
                                    window -> WordingMatcher.approximate(
                                            streams.get(window.stream()), window.from(), window.to(), wording)
                                            .stream())
                            .toList();
            assertThat(hits).containsExactlyInAnyOrderElementsOf(expected);
            found += expected.size();
        }
        assertThat(found).isGreaterThan(1000);
    }

    private static String damaged(String pattern, Random random) {
        StringBuilder text = new StringBuilder(pattern.replace(Wording.ANY_DIGIT, '4'));
        for (int change = random.nextInt(5); change > 0 && text.length() > 1; change--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, letters(random, 1));
                default -> text.replace(at, at + 1, letters(random, 1));
            }
        }
        return text.toString();
    }

    private static String letters(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /** One letter a word, so that a match may begin and end anywhere. */
    private static LetterStream stream(String text) {
        List<Word> words = IntStream.range(0, text.length())
                .mapToObj(i ->
                        new Word(text.substring(i, i + 1), new BoundingBox(10 * i, 0, 10 * i + 8, 8), Origin.OCR, 0.9))
                .toList();
        return LetterStream.of(
                words,
                words.stream().map(Word::text).toList(),
                IntStream.range(0, text.length()).boxed().toList(),
                text.length());
    }
}
