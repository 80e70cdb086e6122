package dev.tabellio.extraction.llm.injection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CueIndexTest {

    @Test
    void itFindsWhatASearchFromLeftToRightFinds() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            String text = letters(random, 60);
            String cue = letters(random, 1 + random.nextInt(4));
            assertThat(new CueIndex(text).places(cue))
                    .as("'%s' in '%s'", cue, text)
                    .isEqualTo(searched(text, cue));
        }
    }

    private static String letters(Random random, int count) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append("ab ü".charAt(random.nextInt(4)));
        }
        return letters.toString();
    }

    private static List<Integer> searched(String text, String cue) {
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at < text.length(); at++) {
            if (text.startsWith(cue, at)) {
                places.add(at);
            }
        }
        return places;
    }
}
