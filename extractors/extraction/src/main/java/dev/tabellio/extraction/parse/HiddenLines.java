package dev.tabellio.extraction.parse;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.HiddenText;
import dev.tabellio.document.Page;
import dev.tabellio.document.TextLine;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.geometry.TextArrangement;
import dev.tabellio.extraction.pdf.PageContent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is hidden in a file, line by line. Text that the page shows as well is not hidden: the text layer of a scan, shadows
 * of letters, a page number painted twice.
 */
final class HiddenLines {

    /** Lines of one file, and characters of one line, beyond which nobody reads on. */
    private static final int MOST_LINES = 200;

    private static final int LONGEST = 500;

    /** Share of a line's pairs of words that the page shows too, from which on the line is not hidden. */
    private static final double SHOWN = 0.5;

    private final List<HiddenText> found = new ArrayList<>();

    List<HiddenText> found() {
        return List.copyOf(found);
    }

    /** @param page as it was read */
    void take(PageContent content, Page page) {
        if (content.hidden().isEmpty()) {
            return;
        }
        Set<String> shown = new HashSet<>(pairs(page.words()));
        page.words().forEach(word -> shown.add(plain(word)));
        new TreeMap<>(content.hidden()).forEach((why, words) -> {
            TextArrangement lines = TextArrangement.of(words, List.of());
            for (TextLine line : lines.lines()) {
                List<Word> on = line.words().stream().map(lines.words()::get).toList();
                List<String> pairs = pairs(on);
                if (pairs.stream().filter(shown::contains).count() < SHOWN * pairs.size()) {
                    add(page.number(), why, on, line.box());
                }
            }
        });
    }

    void take(List<HiddenText> more) {
        more.forEach(text -> add(text.page(), text.why(), text.text(), text.box()));
    }

    private void add(int page, HiddenText.Why why, List<Word> words, BoundingBox box) {
        add(page, why, String.join(" ", words.stream().map(Word::text).toList()), box);
    }

    private void add(int page, HiddenText.Why why, String text, @Nullable BoundingBox box) {
        if (found.size() < MOST_LINES) {
            found.add(new HiddenText(page, why, text.length() > LONGEST ? text.substring(0, LONGEST) : text, box));
        }
    }

    /** Each word with the next, or the only word: single words of a longer text stand on every form. */
    private static List<String> pairs(List<Word> words) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < words.size() - 1; i++) {
            pairs.add(plain(words.get(i)) + " " + plain(words.get(i + 1)));
        }
        if (words.size() == 1) {
            pairs.add(plain(words.get(0)));
        }
        return pairs;
    }

    private static String plain(Word word) {
        return word.text().toLowerCase(Locale.ROOT);
    }
}
