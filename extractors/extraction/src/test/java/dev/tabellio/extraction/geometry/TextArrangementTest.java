package dev.tabellio.extraction.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Origin;
import dev.tabellio.document.TextLine;
import dev.tabellio.document.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextArrangementTest {

    /** A line of 10-point text, 5 points a character. */
    private static List<Word> printed(double x, double y, String text) {
        List<Word> words = new ArrayList<>();
        double at = x;
        for (String word : text.split(" ", -1)) {
            words.add(new Word(word, new BoundingBox(at, y, at + 5 * word.length(), y + 10), Origin.TEXT_LAYER, 1));
            at += 5 * word.length() + 5;
        }
        return words;
    }

    @SafeVarargs
    private static List<Word> all(List<Word>... parts) {
        List<Word> words = new ArrayList<>();
        for (List<Word> part : parts) {
            words.addAll(part);
        }
        return words;
    }

    private static List<String> lines(List<Word> words, Ruling... rulings) {
        TextArrangement arrangement = TextArrangement.of(words, List.of(rulings));
        List<String> lines = new ArrayList<>();
        for (TextLine line : arrangement.lines()) {
            lines.add(String.join(
                    " ",
                    line.words().stream()
                            .map(i -> arrangement.words().get(i).text())
                            .toList()));
        }
        return lines;
    }

    @Test
    void linesFollowEachOtherWhateverTheOrderOfTheWords() {
        List<Word> words = all(printed(72, 100, "This Agreement is made"), printed(72, 112, "by and between"));
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(words, new Random(seed));
            assertThat(lines(words)).containsExactly("This Agreement is made", "by and between");
        }
    }

    @Test
    void columnsAreReadOneAfterTheOther() {
        List<Word> words = all(
                printed(72, 100, "a title over both of the columns of this text here"),
                printed(72, 130, "left column one"),
                printed(72, 142, "left column two"),
                printed(72, 154, "left column three"),
                printed(240, 130, "right column one"),
                printed(240, 142, "right column two"),
                printed(240, 154, "right column three"));
        assertThat(lines(words))
                .containsExactly(
                        "a title over both of the columns of this text here",
                        "left column one",
                        "left column two",
                        "left column three",
                        "right column one",
                        "right column two",
                        "right column three");
    }

    @Test
    void aVerticalLinePartsTheTextOfTwoCells() {
        List<Word> words = all(printed(72, 100, "1 Wages"), printed(120, 100, "2 Tax"));
        assertThat(lines(words)).containsExactly("1 Wages 2 Tax");
        assertThat(lines(words, new Ruling(false, 113, 90, 120, 0.5))).containsExactly("1 Wages", "2 Tax");
    }

    @Test
    void aClauseNumberBelongsToItsTextAcrossTheTab() {
        List<Word> words = all(printed(72, 100, "1.2"), printed(120, 100, "Confidential Information means"));
        assertThat(lines(words)).containsExactly("1.2 Confidential Information means");
    }

    @Test
    void farApartOnOneHeightIsNotOneLine() {
        List<Word> words = all(printed(72, 100, "Minnie"), printed(200, 100, "Mouse"));
        assertThat(lines(words)).containsExactly("Minnie", "Mouse");
    }

    @Test
    void everyWordIsOnExactlyOneLine() {
        Random random = new Random(7);
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            words.addAll(printed(random.nextDouble() * 500, random.nextDouble() * 700, "word" + i));
        }
        TextArrangement arrangement = TextArrangement.of(words, List.of());
        assertThat(arrangement.lines().stream()
                        .flatMap(line -> line.words().stream())
                        .sorted())
                .containsExactlyElementsOf(
                        java.util.stream.IntStream.range(0, 500).boxed().toList());
    }
}
