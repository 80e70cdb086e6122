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

    /** The words of the text in their order, wrapped between words or behind a hyphen; empty if they are not printed like that. */
    static List<Word> find(Page page, String text) {
        String[] tokens = text.strip().split("\\s+|(?<=\\p{L}-)(?=\\p{L})", -1);
        for (Word start : page.words()) {
            if (!same(start, tokens[0])) {
                continue;
            }
            List<Word> found = new ArrayList<>(List.of(start));
            for (int i = 1; i < tokens.length; i++) {
                String token = tokens[i];
                Word last = found.get(found.size() - 1);
                Optional<Word> next = page.words().stream()
                        .filter(word -> same(word, token) && (beside(last, word) || below(start, last, word)))
                        .min(Comparator.comparingDouble(word -> word.box().top()));
                if (next.isEmpty()) {
                    break;
                }
                found.add(next.get());
            }
            if (found.size() == tokens.length) {
                return found;
            }
        }
        return List.of();
    }

    private static boolean same(Word word, String token) {
        String letters = Letters.compact(token);
        return letters.isEmpty()
                ? word.text().equals(token)
                : Letters.compact(word.text()).equals(letters);
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
