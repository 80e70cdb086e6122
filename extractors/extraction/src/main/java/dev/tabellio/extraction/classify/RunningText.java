package dev.tabellio.extraction.classify;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.extraction.text.Letters;
import dev.tabellio.extraction.text.PageText;
import dev.tabellio.extraction.text.WordSequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The words of a page that stand in sentences: text about a form names the form's labels, and is no form.
 *
 * <p>A sentence is told by its words in small letters, of which a label has few and a line of text many: on 24 drawn pages the
 * lines of instructions in two columns had 3 to 16 such words and most of them more than 8, the labels that tell forms apart at
 * most 7 (2026-11-21). Lines beside a line of text belong to it, whatever they hold.
 */
final class RunningText {

    /** Words in small letters that make a line a sentence by itself. */
    private static final int LINE_OF_TEXT = 8;

    /** ... and each of two lines right below each other. */
    private static final int LINES_OF_TEXT = 5;

    /** Space to the next line of the same paragraph, in heights of the line. */
    private static final double LEADING = 0.9;

    /** Lines of one paragraph begin at the same place within this many heights. */
    private static final double INDENT = 2;

    /** Before the label of a box stands its number or a mark: so many letters and digits. */
    private static final int BOX_NUMBER = 2;

    private final Set<Integer> words;
    private final Set<Integer> beginnings;

    private RunningText(Set<Integer> words, Set<Integer> beginnings) {
        this.words = words;
        this.beginnings = beginnings;
    }

    /** Of a page that no text about a form stands on. */
    static RunningText none() {
        return new RunningText(Set.of(), Set.of());
    }

    static RunningText on(PageText page) {
        List<WordSequence> runs = page.runs();
        int[] small = runs.stream().mapToInt(run -> small(page, run)).toArray();
        List<WordSequence> text = new ArrayList<>();
        for (int i = 0; i < small.length; i++) {
            if (small[i] >= LINE_OF_TEXT || (small[i] >= LINES_OF_TEXT && besideAnother(runs, small, i))) {
                text.add(runs.get(i));
            }
        }
        List<WordSequence> lines = runs.stream()
                .filter(run ->
                        text.stream().anyMatch(line -> run.equals(line) || follow(line, run) || follow(run, line)))
                .toList();
        Set<Integer> words = new HashSet<>();
        Set<Integer> beginnings = new HashSet<>();
        for (WordSequence line : lines) {
            words.addAll(line.words());
            if (lines.stream().noneMatch(above -> follow(above, line))) {
                line.words().stream()
                        .filter(word -> letters(page, word) > BOX_NUMBER)
                        .findFirst()
                        .ifPresent(beginnings::add);
            }
        }
        return new RunningText(words, beginnings);
    }

    /**
     * Whether some words are named in a sentence; a label that is a sentence itself ("Payer made direct sales totaling ...")
     * begins one and is not.
     *
     * @param positions in {@link PageText#words()}, in reading order
     */
    boolean names(List<Integer> positions) {
        return words.containsAll(positions) && positions.stream().noneMatch(beginnings::contains);
    }

    private static boolean besideAnother(List<WordSequence> runs, int[] small, int line) {
        for (int i = 0; i < small.length; i++) {
            if (small[i] >= LINES_OF_TEXT
                    && (follow(runs.get(line), runs.get(i)) || follow(runs.get(i), runs.get(line)))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line stands right below another and begins where it begins. */
    private static boolean follow(WordSequence upper, WordSequence lower) {
        BoundingBox above = upper.box();
        BoundingBox below = lower.box();
        double height = Math.min(above.height(), below.height());
        double space = below.top() - above.bottom();
        return below.centerY() > above.centerY()
                && Math.abs(space) < LEADING * height
                && Math.abs(below.left() - above.left()) < INDENT * height;
    }

    private static int letters(PageText page, int word) {
        return Letters.compact(page.words().get(word).text()).length();
    }

    private static int small(PageText page, WordSequence run) {
        int small = 0;
        for (int word : run.words()) {
            small += Character.isLowerCase(page.words().get(word).text().codePointAt(0)) ? 1 : 0;
        }
        return small;
    }
}
