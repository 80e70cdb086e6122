package dev.tabellio.extraction.synthesis.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Names of the states, provinces and countries whose law contracts choose, in one spelling. Countries come from the Java
 * runtime's English names (ISO 3166) and the few other ways in which contracts write them.
 */
final class Places {

    private static final List<String> US_STATES = List.of(
            "Alabama",
            "Alaska",
            "Arizona",
            "Arkansas",
            "California",
            "Colorado",
            "Connecticut",
            "Delaware",
            "Florida",
            "Georgia",
            "Hawaii",
            "Idaho",
            "Illinois",
            "Indiana",
            "Iowa",
            "Kansas",
            "Kentucky",
            "Louisiana",
            "Maine",
            "Maryland",
            "Massachusetts",
            "Michigan",
            "Minnesota",
            "Mississippi",
            "Missouri",
            "Montana",
            "Nebraska",
            "Nevada",
            "New Hampshire",
            "New Jersey",
            "New Mexico",
            "New York",
            "North Carolina",
            "North Dakota",
            "Ohio",
            "Oklahoma",
            "Oregon",
            "Pennsylvania",
            "Rhode Island",
            "South Carolina",
            "South Dakota",
            "Tennessee",
            "Texas",
            "Utah",
            "Vermont",
            "Virginia",
            "Washington",
            "West Virginia",
            "Wisconsin",
            "Wyoming",
            "District of Columbia",
            "Puerto Rico",
            "Guam");

    private static final List<String> US_CODES = List.of(
            "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY", "LA",
            "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH", "OK",
            "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY", "DC", "PR", "GU");

    private static final List<String> OTHER = List.of(
            "Ontario",
            "Quebec",
            "British Columbia",
            "Alberta",
            "Manitoba",
            "Saskatchewan",
            "Nova Scotia",
            "New Brunswick",
            "England and Wales",
            "England",
            "Scotland",
            "Wales",
            "Northern Ireland",
            "New South Wales",
            "Victoria",
            "Queensland",
            "Western Australia",
            "South Australia",
            "Bavaria",
            "Hong Kong",
            "Macau",
            "United States of America");

    private static final Map<String, String> BY_KEY = byKey();

    /** Longest first, so that "West Virginia" is not read as "Virginia". */
    private static final List<String> LONGEST_FIRST = BY_KEY.keySet().stream()
            .sorted((a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length())
            .toList();

    private Places() {}

    /** The place that the text names at a position, with its length, if a word ends there. */
    static Optional<Found> at(String text, int position) {
        int end = Math.min(text.length(), position + 60);
        String key = text.substring(position, end).replaceAll("\\s", " ").toLowerCase(Locale.ROOT);
        for (String candidate : LONGEST_FIRST) {
            if (key.startsWith(candidate)
                    && (key.length() == candidate.length()
                            || !Character.isLetterOrDigit(key.charAt(candidate.length())))) {
                return Optional.of(new Found(
                        BY_KEY.getOrDefault(candidate, candidate),
                        new TextSpan(position, position + candidate.length())));
            }
        }
        return Optional.empty();
    }

    /** A place in its one spelling and where it stands. */
    record Found(String name, TextSpan span) {}

    /** Whether a text is nothing but a place, with or without a postcode. */
    static boolean isPlace(String text) {
        String bare = text.replaceAll("[\\d.,-]+$", "").strip();
        return bare.isEmpty()
                || BY_KEY.containsKey(bare.toLowerCase(Locale.ROOT))
                || US_CODES.contains(bare.replace(".", ""));
    }

    private static Map<String, String> byKey() {
        Map<String, String> byKey = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            String name = new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
            byKey.put(name.toLowerCase(Locale.ROOT), name);
        }
        byKey.put("people's republic of china", "China");
        byKey.put("prc", "China");
        byKey.put("republic of korea", "South Korea");
        byKey.put("russian federation", "Russia");
        byKey.put("the netherlands", "Netherlands");
        byKey.put("great britain", "United Kingdom");
        byKey.put("washington, d.c.", "District of Columbia");
        US_STATES.forEach(name -> byKey.put(name.toLowerCase(Locale.ROOT), name));
        OTHER.forEach(name -> byKey.put(name.toLowerCase(Locale.ROOT), name));
        return byKey;
    }
}
