package dev.tabellio.extraction.synthesis.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertaintyTest {

    @ParameterizedTest
    @CsvSource({"7, 7, 0.74", "8, 10, 0.74", "8.4, 7, 0.845", "14, 7, 0.97", "70, 7, 0.97"})
    void aSentenceIsTheMoreCertainTheFurtherItsScoreIsOverTheThreshold(
            double score, double threshold, double certainty) {
        assertThat(Certainty.ofSentence(score, threshold)).isCloseTo(certainty, within(1e-9));
    }

    @Test
    void termFormAndSignatureSpeakForAParty() {
        PartyCandidate named = party(Optional.empty());
        PartyCandidate defined = party(Optional.of(new TextSpan(20, 26)));

        assertThat(Certainty.ofParty(defined, "Orrery, Inc.", true)).isCloseTo(0.95, within(1e-9));
        assertThat(Certainty.ofParty(defined, "Orrery, Inc.", false)).isCloseTo(0.9, within(1e-9));
        assertThat(Certainty.ofParty(defined, "Ada Sample", false)).isCloseTo(0.8, within(1e-9));
        assertThat(Certainty.ofParty(named, "Orrery, Inc.", false)).isCloseTo(0.7, within(1e-9));
    }

    @Test
    void aTitleThatTheTextRepeatsIsMoreCertain() {
        String text = "SUPPLY AGREEMENT\nThis Supply\nAgreement is made today.";

        assertThat(Certainty.ofTitle(text, new TextSpan(0, 16))).isEqualTo(0.95);
        assertThat(Certainty.ofTitle("SUPPLY AGREEMENT\nFen sells.", new TextSpan(0, 16)))
                .isEqualTo(0.75);
    }

    private static PartyCandidate party(Optional<TextSpan> term) {
        TextSpan name = new TextSpan(0, 12);
        return new PartyCandidate(name, term, Optional.empty(), name, "preamble", 0.9);
    }
}
