package dev.tabellio.extraction.text;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Page;
import dev.tabellio.document.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
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
    private final WordingIndex alongRows;
    private final WordingIndex alongRuns;

    private PageText(List<Word> words) {
        this.words = List.copyOf(words);
        WordLines lines = new WordLines(this.words);
        this.rows = lines.chains(Double.MAX_VALUE);
        this.runs = lines.chains(RUN_GAP);
        List<String> letters =
                this.words.stream().map(word -> Letters.compact(word.text())).toList();
        boolean recognised = words.stream().anyMatch(word -> word.origin() == Origin.OCR);
        this.alongRows = new WordingIndex(
                rows.stream()
                        .map(row -> LetterStream.of(
                                this.words, letters, row.words(), row.words().size()))
                        .toList(),
                recognised);
        IdentityHashMap<WordSequence, WordSequence> below = nextLines(runs);
        this.alongRuns = new WordingIndex(
                runs.stream()
                        .map(run -> LetterStream.of(
                                this.words,
                                letters,
                                wrapped(run, below),
                                run.words().size()))
                        .toList(),
                recognised);
    }

    /** All words of a page. */
    public static PageText of(Page page) {
        return new PageText(page.words());
    }

    /** Words as rows over the full width, top to bottom: as {@link #rows()}, where nothing is to be looked for. */
    public static List<List<Word>> inRows(List<Word> words) {
        return new WordLines(words)
                .chains(Double.MAX_VALUE).stream()
                        .map(row -> row.words().stream().map(words::get).toList())
                        .toList();
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
        return alongRows.find(wording);
    }

    /** Every place where a wording stands without gaps, best first; it may run on over the lines below. */
    public List<Hit> find(Wording wording) {
        return alongRuns.find(wording);
    }

    /** Every row that begins with a wording, best first. */
    public List<Hit> beginningRows(Wording wording) {
        return alongRows(wording).stream()
                .filter(hit -> rows.stream()
                        .anyMatch(row -> row.words().get(0).equals(hit.words().get(0))))
                .toList();
    }

    /** Each run's next line: of the runs that it may run on in, the topmost. */
    private static IdentityHashMap<WordSequence, WordSequence> nextLines(List<WordSequence> runs) {
        List<WordSequence> byTop = new ArrayList<>(runs);
        byTop.sort(Comparator.comparingDouble(run -> run.box().top()));
        IdentityHashMap<WordSequence, WordSequence> below = new IdentityHashMap<>();
        for (WordSequence run : runs) {
            for (WordSequence next : byTop) {
                if (next.box().top() > run.box().bottom() + run.box().height()) {
                    break;
                }
                if (next != run && run.runsOnIn(next)) {
                    below.put(run, next);
                    break;
                }
            }
        }
        return below;
    }

    private static List<Integer> wrapped(WordSequence run, IdentityHashMap<WordSequence, WordSequence> below) {
        List<Integer> all = new ArrayList<>(run.words());
        WordSequence next = below.get(run);
        for (int line = 2; line <= WRAPPED_LINES && next != null; line++) {
            all.addAll(next.words());
            next = below.get(next);
        }
        return all;
    }
}
