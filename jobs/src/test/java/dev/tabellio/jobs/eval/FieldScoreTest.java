package dev.tabellio.jobs.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FieldScoreTest {

    @Test
    void theMeanOverDocumentsCountsADocumentWithManyValuesOnce() {
        FieldScore many = FieldScore.ofDocument(50, 0, 0, 0, 0, 0, 0);
        FieldScore few = FieldScore.ofDocument(2, 2, 2, 2, 0, 0, 0);
        FieldScore sum = many.plus(few);
        assertThat(sum.f1()).isCloseTo(4.0 / 54, within(1e-9));
        assertThat(sum.meanF1()).isCloseTo(0.5, within(1e-9));
        assertThat(FieldScore.NONE.plus(few)).isEqualTo(few);
    }

    @Test
    void withoutDocumentsTheMeanIsTheFigureOfAllValues() {
        assertThat(FieldScore.NONE.meanF1()).isEqualTo(FieldScore.NONE.f1()).isEqualTo(1);
    }
}
