package dev.tabellio.extraction.synthesis.invoice;

import dev.tabellio.document.Page;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.text.Letters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds a text that is wrapped inside a column of a table, where other columns stand between its lines. */
final class PrintedColumn {

    /** Points between words of a line. */
    private static final double GAP = 12;

    /** Points by which the lines of a column may begin apart. */
    private static final double FLUSH = 4;

    /** Line heights to the next line of a column. */
    private static final double LEADING = 2.5;

    private PrintedColumn() {}

    /** The words of the text in their order, wrapped between words or inside of them; empty if they are not printed like that. */
    static List<Word> find(Page page, String text) {
        String wanted = Letters.compact(text);
        for (Word start : page.words()) {
            List<Word> found = wanted.isEmpty() ? List.of() : from(page, start, wanted);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static List<Word> from(Page page, Word start, String wanted) {
        List<Word> found = new ArrayList<>();
        int at = 0;
        Optional<Word> next = Optional.of(start).filter(word -> begins(wanted, word));
        while (next.isPresent()) {
            found.add(next.get());
            at += Letters.compact(next.get().text()).length();
            if (at == wanted.length()) {
                return found;
            }
            Word last = next.get();
            String rest = wanted.substring(at);
            next = page.words().stream()
                    .filter(word -> !found.contains(word) && (beside(last, word) || below(start, last, word)))
                    .filter(word -> begins(rest, word) || isSign(start, last, word))
                    .min(Comparator.comparing((Word word) -> isSign(start, last, word))
                            .thenComparingDouble(word -> word.box().top()));
        }
        return List.of();
    }

    private static boolean begins(String wanted, Word word) {
        String letters = Letters.compact(word.text());
        return !letters.isEmpty() && wanted.startsWith(letters);
    }

    /** A dash or the like between words, or at the beginning of a line. */
    private static boolean isSign(Word start, Word last, Word word) {
        return Letters.compact(word.text()).isEmpty() && (beside(last, word) || below(start, last, word));
    }

    private static boolean beside(Word last, Word word) {
        double gap = word.box().left() - last.box().right();
        return gap > -1
                && gap < GAP
                && word.box().overlapY(last.box()) > 0.5 * last.box().height();
    }

    private static boolean below(Word start, Word last, Word word) {
        double down = word.box().top() - last.box().top();
        return Math.abs(word.box().left() - start.box().left()) < FLUSH
                && down > 0.5 * last.box().height()
                && down < LEADING * last.box().height();
    }
}
