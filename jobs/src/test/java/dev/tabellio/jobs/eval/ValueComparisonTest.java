package dev.tabellio.jobs.eval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueComparisonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "amount;     28921.00;         28921;            true;  true",
                "amount;     28921.00;         28921.01;         false; false",
                "identifier; 400-00-1038;      400001038;        false; true",
                "identifier; 400-00-1038;      400-00-1088;      false; false",
                "text;       Lowe's Home;      LOWE'S  HOME;     true;  true",
                "text;       413 Maple Street; 413 Maple Streel; false; true",
                "text;       413 Maple Street; 418 Oak Street;   false; false",
                "text;       Ann;              Bob;              false; false",
                "date;       1999-02-08;       1999-02-09;       false; false",
                "flag;       false;            true;             false; false",
            })
    void comparesInTheSenseOfTheType(String kind, String label, String read, boolean exact, boolean tolerant) {
        assertThat(ValueComparison.exact(kind, label, read)).isEqualTo(exact);
        assertThat(ValueComparison.tolerant(kind, label, read)).isEqualTo(tolerant);
    }

    @Test
    void quotationsAreOfOneClauseWhenTheyOverlap() {
        String clause = "Neither party may assign this Agreement without the prior written consent of the other party.";

        assertThat(ValueComparison.tolerant("overlap", clause, "7.2 Assignment. " + clause + " Any other is void."))
                .isTrue();
        assertThat(ValueComparison.tolerant("overlap", clause, "may assign this Agreement without the prior written"))
                .isTrue();
        assertThat(ValueComparison.tolerant(
                        "overlap", clause, "Neither party may terminate this Agreement before the end of the term."))
                .isFalse();
    }

    @Test
    void namesAreEqualInTheirCanonicalSpelling() {
        assertThat(ValueComparison.exact("name", "Orrery Inc.", "ORRERY, INCORPORATED"))
                .isTrue();
        assertThat(ValueComparison.exact("name", "Dott & Sons L.L.C.", "Dott and Sons, LLC"))
                .isTrue();
        assertThat(ValueComparison.exact("name", "Orrery Inc.", "Orrery Corp.")).isFalse();
    }
}
