package dev.tabellio.samples.generate;

import dev.tabellio.samples.degrade.Degradation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What sample to make.
 *
 * @param year of a tax form; null for any. A 1040 is of 2021 to 2025.
 * @param stateRows of a wage or contractor statement, 0 to 2; null for any
 * @param corrected whether a 1099 is a correction
 * @param flawed whether something is wrong with it on purpose
 * @param degradations what it suffers; empty for a file with text
 */
public record SampleWish(
        SampleKind kind,
        @Nullable Integer year,
        @Nullable Integer stateRows,
        boolean corrected,
        boolean flawed,
        List<Degradation> degradations) {

    public SampleWish {
        degradations = List.copyOf(degradations);
    }

    /** Any document of a kind. */
    public static SampleWish of(SampleKind kind, boolean flawed, List<Degradation> degradations) {
        return new SampleWish(kind, null, null, false, flawed, degradations);
    }
}
