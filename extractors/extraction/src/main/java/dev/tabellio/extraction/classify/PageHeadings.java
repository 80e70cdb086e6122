package dev.tabellio.extraction.classify;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.extraction.text.Letters;
import dev.tabellio.extraction.text.PageText;
import dev.tabellio.extraction.text.WordSequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The headings of a page, taken from it when the first type asks for them. For one thread. */
final class PageHeadings {

    /** A heading has at most this many words; longer lines are sentences. */
    private static final int HEADING_WORDS = 14;

    /** Points by which a running header may move from page to page. */
    private static final double SAME_HEIGHT = 6;

    private final PageText page;
    private final double height;
    private final Optional<PageText> before;
    private final Map<String, Boolean> found = new HashMap<>();
    private @Nullable List<String> lines;

    /**
     * @param height of the page, in points
     * @param before the page before it; what both have at the same place is a running header
     */
    PageHeadings(PageText page, double height, Optional<PageText> before) {
        this.page = page;
        this.height = height;
        this.before = before;
    }

    /** Whether a pattern is found in a heading, or in one joined with the next. Several types ask for the same. */
    boolean match(Pattern pattern) {
        if (lines == null) {
            lines = read();
        }
        List<String> headings = lines;
        return found.computeIfAbsent(
                pattern.pattern(),
                any -> headings.stream().anyMatch(line -> pattern.matcher(line).find()));
    }

    private List<String> read() {
        List<String> headings = new ArrayList<>();
        Optional<WordSequence> previous = Optional.empty();
        for (WordSequence row : page.rows()) {
            if (row.box().top() > height / 2 || row.words().size() > HEADING_WORDS) {
                previous = Optional.empty();
                continue;
            }
            if (before.isPresent() && repeats(row, before.get())) {
                continue;
            }
            headings.add(page.text(row));
            previous.ifPresent(above -> headings.add(page.text(above) + " " + page.text(row)));
            previous = Optional.of(row);
        }
        return headings;
    }

    private boolean repeats(WordSequence row, PageText other) {
        String letters = Letters.compact(page.text(row));
        BoundingBox box = row.box();
        return other.rows().stream()
                .anyMatch(same -> Math.abs(same.box().top() - box.top()) <= SAME_HEIGHT
                        && Letters.compact(other.text(same)).equals(letters));
    }
}
