package dev.tabellio.extraction.synthesis.model.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PassageIndexTest {

    private static final List<Passage> PASSAGES = List.of(
            new Passage("1. Delivery", "Goods are delivered by truck."),
            new Passage("2. Law", "This agreement shall be governed by and construed under the laws of Oregon."),
            new Passage("3. Insurance", "The carrier keeps policies in force."),
            new Passage("4. Delays", "The carrier is not insured against delay by law."));

    @Test
    void findsWhatSpeaksOfIt() {
        try (PassageIndex index = new PassageIndex(PASSAGES)) {
            assertThat(index.best(new Wanted("Whose law governs the contract", List.of("governed by the laws")), 2))
                    .startsWith(1)
                    .hasSize(2);
        }
    }

    @Test
    void aHeadingCounts() {
        try (PassageIndex index = new PassageIndex(PASSAGES)) {
            assertThat(index.best(new Wanted("Insurance that is kept", List.of()), 1))
                    .containsExactly(2);
        }
    }

    @Test
    void findsNothingWhereNothingIs() {
        try (PassageIndex index = new PassageIndex(PASSAGES)) {
            assertThat(index.best(new Wanted("source code escrow", List.of()), 5))
                    .isEmpty();
            assertThat(index.best(new Wanted("the of and", List.of("")), 5)).isEmpty();
        }
    }
}
