package dev.tabellio.extraction.synthesis.normalise;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The postal codes of US states, the District of Columbia, territories and military mail (USPS Publication 28). */
public final class UsStates {

    private static final Set<String> CODES = Set.of(
            "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY",
            "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH",
            "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY", "AS", "GU", "MP",
            "PR", "VI", "AA", "AE", "AP");

    private UsStates() {}

    /** The two letters of a state code. @return empty if the text is not one */
    public static Optional<String> parse(String text) {
        String code = text.strip().replace(".", "").toUpperCase(Locale.ROOT);
        return CODES.contains(code) ? Optional.of(code) : Optional.empty();
    }
}
