package dev.tabellio.jobs.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tabellio.jobs.eval.ConfidenceQuality.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfidenceQualityTest {

    @Test
    void confidenceThatTellsRightFromWrongHasAnAreaOfOne() {
        List<Judgement> judgements = judgements(200, 0.9, true);
        judgements.addAll(judgements(20, 0.5, false));
        ConfidenceQuality quality = ConfidenceQuality.of(judgements);
        assertThat(quality.auroc()).contains(1.0);
        assertThat(quality.wrong()).isEqualTo(20);
    }

    @Test
    void tiesCountHalf() {
        List<Judgement> judgements = judgements(100, 0.8, true);
        judgements.addAll(judgements(50, 0.8, false));
        assertThat(ConfidenceQuality.of(judgements).auroc()).contains(0.5);
    }

    @Test
    void theAreaIsTheShareOfPairsInTheRightOrder() {
        List<Judgement> judgements = judgements(75, 0.9, true);
        judgements.addAll(judgements(25, 0.3, true));
        judgements.addAll(judgements(10, 0.6, false));
        assertThat(ConfidenceQuality.of(judgements).auroc()).contains(0.75);
    }

    @Test
    void tooFewLabelsGiveNoFigure() {
        List<Judgement> judgements = judgements(500, 0.9, true);
        judgements.addAll(judgements(9, 0.5, false));
        assertThat(ConfidenceQuality.of(judgements).auroc()).isEmpty();
        assertThat(ConfidenceQuality.of(List.of()).enough()).isFalse();
    }

    @Test
    void theCalibrationErrorIsTheDistanceOfConfidenceFromShareRight() {
        List<Judgement> judgements = judgements(90, 0.95, true);
        judgements.addAll(judgements(10, 0.95, false));
        assertThat(ConfidenceQuality.of(judgements).calibrationError()).isCloseTo(0.05, within(1e-9));
    }

    @Test
    void aThresholdNeedsLabelsEnoughToBeSure() {
        List<Judgement> judgements = judgements(1000, 0.9, true);
        judgements.addAll(judgements(20, 0.5, false));
        ConfidenceQuality quality = ConfidenceQuality.of(judgements);
        assertThat(quality.threshold(0.005))
                .hasValueSatisfying(point -> assertThat(point.from()).isEqualTo(0.9));
        assertThat(quality.threshold(0.04))
                .hasValueSatisfying(point -> assertThat(point.from()).isEqualTo(0.5));
        assertThat(ConfidenceQuality.of(judgements(200, 0.9, true)).threshold(0.005))
                .as("200 right values do not show that fewer than 1 in 200 is wrong")
                .isEmpty();
    }

    private static List<Judgement> judgements(int count, double confidence, boolean right) {
        List<Judgement> judgements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            judgements.add(new Judgement(confidence, right, Optional.empty()));
        }
        return judgements;
    }
}
