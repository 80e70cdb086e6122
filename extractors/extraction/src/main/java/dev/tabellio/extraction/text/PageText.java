package dev.tabellio.extraction.text;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Page;
import dev.tabellio.document.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The words of a page or an area of it, as rows and as runs of neighbouring words. Immutable. */
public final class PageText {

    /** Two words are neighbours of one run when the gap is at most this share of the smaller height. */
    private static final double RUN_GAP = 0.8;

    private static final int WRAPPED_LINES = 3;

    private final List<Word> words;
    private final List<WordSequence> rows;
    private final List<WordSequence> runs;
    private final List<LetterStream> alongRows;
    private final List<LetterStream> alongRuns;
    private final String rowLetters;
    private final String runLetters;
    private final boolean recognised;

    private PageText(List<Word> words) {
        this.words = List.copyOf(words);
        this.rows = WordSequence.chains(this.words, Double.MAX_VALUE);
        this.runs = WordSequence.chains(this.words, RUN_GAP);
        List<String> letters =
                this.words.stream().map(word -> Letters.compact(word.text())).toList();
        this.alongRows = rows.stream()
                .map(row -> LetterStream.of(
                        this.words, letters, row.words(), row.words().size()))
                .toList();
        this.alongRuns = runs.stream()
                .map(run -> LetterStream.of(
                        this.words, letters, wrapped(run), run.words().size()))
                .toList();
        this.rowLetters = letters(alongRows);
        this.runLetters = letters(alongRuns);
        this.recognised = words.stream().anyMatch(word -> word.origin() == Origin.OCR);
    }

    /** All words of a page. */
    public static PageText of(Page page) {
        return new PageText(page.words());
    }

    /** Any words of one page. */
    public static PageText of(List<Word> words) {
        return new PageText(words);
    }

    /** The words of a page whose center lies in {@code area} and that {@code wanted} accepts. */
    public static PageText of(Page page, BoundingBox area, Predicate<Word> wanted) {
        return new PageText(page.words().stream()
                .filter(word -> area.containsCenterOf(word.box()) && wanted.test(word))
                .toList());
    }

    public List<Word> words() {
        return words;
    }

    /** Rows over the full width, top to bottom: words side by side, however far apart. */
    public List<WordSequence> rows() {
        return rows;
    }

    /** Runs of words with no more than a blank between them, top to bottom. */
    public List<WordSequence> runs() {
        return runs;
    }

    /** The words of a row or run joined by single blanks. */
    public String text(WordSequence sequence) {
        return sequence.words().stream().map(i -> words.get(i).text()).collect(Collectors.joining(" "));
    }

    /** Whether a wording is printed in a run, over wrapped lines, or along a row. */
    public boolean contains(Wording wording) {
        return !find(wording).isEmpty() || !alongRows(wording).isEmpty();
    }

    /** Every place in a row where a wording stands, however far apart its words are; best first. */
    public List<Hit> alongRows(Wording wording) {
        return find(alongRows, rowLetters, wording);
    }

    /** Every place where a wording stands without gaps, best first; it may run on over the lines below. */
    public List<Hit> find(Wording wording) {
        return find(alongRuns, runLetters, wording);
    }

    /** Every row that begins with a wording, best first. */
    public List<Hit> beginningRows(Wording wording) {
        return alongRows(wording).stream()
                .filter(hit -> rows.stream()
                        .anyMatch(row -> row.words().get(0).equals(hit.words().get(0))))
                .toList();
    }

    private List<Hit> find(List<LetterStream> streams, String letters, Wording wording) {
        if (!recognised && !letters.contains(wording.firstLetters())) {
            return List.of();
        }
        List<Hit> hits = new ArrayList<>();
        for (LetterStream stream : streams) {
            hits.addAll(WordingMatcher.match(stream, wording, recognised));
        }
        hits.sort(Comparator.comparingDouble(Hit::quality)
                .reversed()
                .thenComparing(hit -> hit.box().top())
                .thenComparing(hit -> hit.box().left()));
        return hits;
    }

    private static String letters(List<LetterStream> streams) {
        return streams.stream().map(LetterStream::text).collect(Collectors.joining(" "));
    }

    private List<Integer> wrapped(WordSequence run) {
        List<Integer> all = new ArrayList<>(run.words());
        WordSequence last = run;
        for (int i = 1; i < WRAPPED_LINES; i++) {
            WordSequence below = null;
            for (WordSequence next : runs) {
                if (next != last
                        && last.runsOnIn(next)
                        && (below == null || next.box().top() < below.box().top())) {
                    below = next;
                }
            }
            if (below == null) {
                break;
            }
            all.addAll(below.words());
            last = below;
        }
        return all;
    }
}
