package dev.tabellio.extraction.synthesis.model.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RankFusionTest {

    @Test
    void whatBothHaveFarUpWins() {
        // 1/62 + 1/61 over 1/61 + 1/63 over 1/63 + 1/62
        assertThat(RankFusion.of(List.of(List.of(7, 4, 9), List.of(4, 9, 7)))).containsExactly(4, 7, 9);
    }

    @Test
    void whatOnlyOneHasIsKept() {
        assertThat(RankFusion.of(List.of(List.of(), List.of(2, 0, 1)))).containsExactly(2, 0, 1);
        assertThat(RankFusion.of(List.of(List.of(5), List.of(6)))).containsExactly(5, 6);
    }

    @Test
    void whatOneHasFirstComesBeforeWhatBothHaveSomewhere() {
        List<Integer> words = IntStream.range(0, 60).boxed().toList();
        List<Integer> meaning = Stream.concat(Stream.of(99), words.stream().sorted(Comparator.reverseOrder()))
                .toList();
        List<Integer> fused = RankFusion.of(List.of(words, meaning));
        assertThat(fused).startsWith(0, 99).hasSize(61).doesNotHaveDuplicates().endsWith(49, 50);
    }

    @Test
    void nearnessIsAnAngle() {
        float[] wanted = {1, 0};
        assertThat(Meanings.nearest(
                        wanted,
                        List.of(new float[] {0, 1}, new float[] {9, 1}, new float[] {-1, 0}, new float[] {2, 0})))
                .containsExactly(3, 1, 0, 2);
    }
}
