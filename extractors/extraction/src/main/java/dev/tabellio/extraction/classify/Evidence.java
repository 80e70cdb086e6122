package dev.tabellio.extraction.classify;

import dev.tabellio.extraction.text.Wording;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing that speaks for a page being of a type.
 *
 * @param wordings any of them; empty if a heading is looked for
 * @param rowStart whether a wording has to begin a row of the page
 * @param heading a regular expression searched in the page's headings
 * @param weight what it adds when found
 * @param atLeast how often it has to be found
 * @param wholeDocument counted over the pages that would belong to the document, not only its first one
 */
record Evidence(
        List<Wording> wordings,
        boolean rowStart,
        Optional<Pattern> heading,
        double weight,
        int atLeast,
        boolean wholeDocument) {

    Evidence {
        wordings = List.copyOf(wordings);
    }
}
