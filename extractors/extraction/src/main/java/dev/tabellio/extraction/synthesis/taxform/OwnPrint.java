package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.extraction.text.Letters;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells print of the form from what was entered. A label that was not told from the values near it (a watermark runs through
 * it, its edition is unknown) would else be read as a value: "First name Ann Lee" as the name of a child.
 *
 * @param wordings the letters of the wordings that the type declares, digits as {@code #}
 */
record OwnPrint(Set<String> wordings) {

    /** Names of companies have words that are labels, too ("Recipient Services"): inside of a row only more than one counts. */
    private static final int WORDS = 2;

    private static final int LETTERS = 8;

    /** Wordings are no longer than this, in words. */
    private static final int LONGEST = 12;

    /** Editions ask for names and addresses piece by piece; a row of nothing but such words is a row of labels. */
    private static final Set<String> PIECES = Set.of(
            "address",
            "amount",
            "city",
            "code",
            "country",
            "description",
            "first",
            "initial",
            "last",
            "middle",
            "name",
            "province",
            "state",
            "street",
            "suff",
            "suffix",
            "town",
            "zip");

    /** ... and these between them, which may be values by themselves (MI, OR). */
    private static final Set<String> BETWEEN = Set.of("and", "apt", "foreign", "mi", "no", "of", "or");

    OwnPrint {
        wordings = Set.copyOf(wordings);
    }

    static OwnPrint of(Collection<Anchor> anchors) {
        return new OwnPrint(anchors.stream()
                .flatMap(anchor -> anchor.labels().stream())
                .map(wording -> digitless(wording.pattern()))
                .filter(letters -> letters.chars().anyMatch(Character::isLetter))
                .collect(Collectors.toSet()));
    }

    /** The print in a value, if there is any. */
    Optional<String> in(ValueText value) {
        return value.lines().stream().flatMap(line -> inRow(line).stream()).findFirst();
    }

    private Optional<String> inRow(String row) {
        List<String> words = Arrays.asList(row.split(" ", -1));
        List<String> letters =
                words.stream().map(word -> digitless(Letters.compact(word))).toList();
        String whole = String.join("", letters);
        if ((whole.length() > 1 && wordings.contains(whole)) || areLabels(letters)) {
            return Optional.of(row);
        }
        for (int from = 0; from < letters.size(); from++) {
            StringBuilder part = new StringBuilder(letters.get(from));
            for (int to = from + 1; to < Math.min(letters.size(), from + LONGEST); to++) {
                part.append(letters.get(to));
                if (to - from + 1 >= WORDS && part.length() >= LETTERS && wordings.contains(part.toString())) {
                    return Optional.of(String.join(" ", words.subList(from, to + 1)));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean areLabels(List<String> words) {
        return words.stream().anyMatch(PIECES::contains)
                && words.stream().allMatch(word -> PIECES.contains(word) || BETWEEN.contains(word));
    }

    private static String digitless(String letters) {
        return letters.replaceAll("[0-9]", "#");
    }
}
