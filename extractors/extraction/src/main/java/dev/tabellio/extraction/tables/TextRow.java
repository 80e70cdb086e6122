package dev.tabellio.extraction.tables;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Page;
import dev.tabellio.document.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Words at one height across the page, in pieces that are set apart by wide gaps. */
record TextRow(BoundingBox box, List<Piece> pieces) {

    /**
     * Words that belong together in a row.
     *
     * @param words positions on the page, from left to right
     */
    record Piece(BoundingBox box, List<Integer> words) {}

    /** Narrowest gap between pieces, as a share of the height of the print: blanks of justified text stay below. 0.45: -0.003, 0.8: +0.001. */
    private static final double GAP = 0.62;

    /** So many hyphens or equals signs are a line that was typed; fewer are a value that is missing. */
    private static final int RULE = 5;

    /** Fewest words of a line that can be told to be justified; if none were: -0.031. */
    private static final int JUSTIFIED_WORDS = 5;

    /** Share of the blanks of a justified line that are of about its usual width, and by how much they may differ. 0.7, 0.9; 0.15, 0.4: the same. */
    private static final double ALIKE = 0.8;

    private static final double DIFFERENT = 0.25;

    /** Blanks of a justified line that are so many times as wide as the usual one set pieces apart. 1.3 or 2.2: the same. */
    private static final double WIDER = 1.6;

    /** Gap between pieces of typewriter face in letters: words of one text stand a letter apart, cells seldom do so exactly. */
    private static final double TYPED_GAP = 1.06;

    /** Letters from which on the width of a word tells that of its letters. */
    private static final int TYPED_LENGTH = 3;

    /** By how much the letters of a typewriter face may differ; the last letter is often drawn narrower than its place. */
    private static final double TYPED_DIFFERENT = 0.05;

    /** Two words are in one row if they share so much of the lower one's height. 0.3 or 0.7: the same. */
    private static final double SHARED = 0.5;

    /** The rows of a page from the top; leaders of dots and rules of underscores are left out. */
    static List<TextRow> of(Page page, List<Integer> positions) {
        List<Word> words = page.words();
        List<Integer> sorted = positions.stream()
                .filter(i -> hasMeaning(words.get(i).text()) && !isPartOfRule(words, i))
                .sorted(Comparator.comparingDouble(i -> words.get(i).box().centerY()))
                .toList();
        // Most cells of forms are empty or hold one word, and all words of the page are looked at for this.
        double typed = sorted.size() < 2 ? 0 : TYPED_GAP * typedWidth(words);
        List<TextRow> rows = new ArrayList<>();
        List<Integer> row = new ArrayList<>();
        BoundingBox last = page.bounds();
        for (int i : sorted) {
            BoundingBox box = words.get(i).box();
            if (!row.isEmpty() && box.overlapY(last) < SHARED * Math.min(box.height(), last.height())) {
                rows.add(row(words, row, typed));
                row = new ArrayList<>();
            }
            row.add(i);
            last = box;
        }
        if (!row.isEmpty()) {
            rows.add(row(words, row, typed));
        }
        return rows;
    }

    private static boolean hasMeaning(String text) {
        return !(text.codePoints().allMatch(c -> c == '.' || c == '_' || c == '…' || c == '·') || isRule(text));
    }

    private static boolean isRule(String text) {
        return text.length() >= RULE && isDashes(text);
    }

    private static boolean isDashes(String text) {
        return text.codePoints().allMatch(c -> c == '-' || c == '=' || c == '—');
    }

    /** A line that was typed may begin or end with a dash set apart. */
    private static boolean isPartOfRule(List<Word> words, int i) {
        return isDashes(words.get(i).text())
                && (i > 0 && isRule(words.get(i - 1).text())
                        || i + 1 < words.size() && isRule(words.get(i + 1).text()));
    }

    private static TextRow row(List<Word> words, List<Integer> positions, double typed) {
        List<Integer> sorted = positions.stream()
                .sorted(Comparator.comparingDouble(i -> words.get(i).box().left()))
                .toList();
        double height = sorted.stream()
                .mapToDouble(i -> words.get(i).box().height())
                .sorted()
                .toArray()[sorted.size() / 2];
        List<Piece> pieces = new ArrayList<>();
        double gap = Math.max(Math.max(GAP * height, typed * height), WIDER * justifiedBlank(words, sorted));
        int start = 0;
        for (int end = 1; end <= sorted.size(); end++) {
            if (end == sorted.size()
                    || words.get(sorted.get(end)).box().left()
                                    - words.get(sorted.get(end - 1)).box().right()
                            > gap) {
                pieces.add(piece(words, sorted.subList(start, end)));
                start = end;
            }
        }
        return new TextRow(around(pieces), pieces);
    }

    /** The width of a letter of a typewriter face as a share of its height; 0 if letters are of different widths. */
    private static double typedWidth(List<Word> words) {
        double[] widths = words.stream()
                .filter(word -> word.text().length() >= TYPED_LENGTH)
                .mapToDouble(word ->
                        word.box().width() / word.text().length() / word.box().height())
                .sorted()
                .toArray();
        if (widths.length < JUSTIFIED_WORDS) {
            return 0;
        }
        double usual = widths[widths.length / 2];
        long alike = Arrays.stream(widths)
                .filter(width -> Math.abs(width - usual) <= TYPED_DIFFERENT * usual)
                .count();
        return alike >= ALIKE * widths.length ? usual : 0;
    }

    /** The width of the blanks of a line of prose that was stretched, blanks of one width between words in small letters; else 0. */
    private static double justifiedBlank(List<Word> words, List<Integer> sorted) {
        long small = sorted.stream()
                .filter(i -> Character.isLowerCase(words.get(i).text().codePointAt(0)))
                .count();
        if (sorted.size() < JUSTIFIED_WORDS || 2 * small < sorted.size()) {
            return 0;
        }
        double[] blanks = IntStream.range(1, sorted.size())
                .mapToDouble(i -> words.get(sorted.get(i)).box().left()
                        - words.get(sorted.get(i - 1)).box().right())
                .sorted()
                .toArray();
        double usual = blanks[blanks.length / 2];
        long alike = Arrays.stream(blanks)
                .filter(blank -> Math.abs(blank - usual) <= DIFFERENT * usual)
                .count();
        return alike >= ALIKE * blanks.length ? usual : 0;
    }

    private static Piece piece(List<Word> words, List<Integer> positions) {
        return new Piece(
                BoundingBox.around(
                        positions.stream().map(i -> words.get(i).box()).toList()),
                List.copyOf(positions));
    }

    private static BoundingBox around(List<Piece> pieces) {
        return BoundingBox.around(pieces.stream().map(Piece::box).toList());
    }

    /** All positions of words on a page. */
    static List<Integer> all(Page page) {
        return IntStream.range(0, page.words().size()).boxed().toList();
    }
}
