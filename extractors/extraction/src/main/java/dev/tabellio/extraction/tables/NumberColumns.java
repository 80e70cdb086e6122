package dev.tabellio.extraction.tables;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Page;
import dev.tabellio.extraction.tables.TextRow.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Numbers in columns that stand closer than the words of a line do: the white between them runs through many rows, which that
 * between words does not. Thousands set apart by a blank do the same, and stay together.
 */
final class NumberColumns {

    private static final Pattern NUMBER = Pattern.compile("[^\\p{L}]*\\d[^\\p{L}]*\\p{L}?|[-–—]");

    private static final Pattern LAST_THOUSAND = Pattern.compile("\\d{3}(?:[.,]\\d+)?[)%]?");

    /** Fewest rows with two numbers beside a stripe. */
    private static final int FEWEST_ROWS = 4;

    /** Narrowest stripe in points. */
    private static final double NARROWEST = 1.5;

    /** Steps of a point in which stripes are looked for. */
    private static final int STEPS = 4;

    /** Share of rows that may cross a stripe. */
    private static final double CROSSING = 0.05;

    /** Points by which the words of a heading may reach over a stripe. */
    private static final double OVER = 2;

    private NumberColumns() {}

    /** White between two numbers of one piece. */
    private record Gap(double left, double right, boolean thousands) {

        boolean holds(double x) {
            return left <= x && x <= right;
        }
    }

    /** @return the same rows, pieces taken apart where columns of numbers are */
    static List<TextRow> apart(Page page, List<TextRow> rows) {
        List<Gap> gaps = gaps(page, rows);
        if (gaps.size() < FEWEST_ROWS) {
            return rows;
        }
        List<Double> stripes = stripes(page, rows).stream()
                .filter(x -> {
                    List<Gap> here = gaps.stream().filter(gap -> gap.holds(x)).toList();
                    return here.size() >= FEWEST_ROWS && !here.stream().allMatch(Gap::thousands);
                })
                .toList();
        return stripes.isEmpty()
                ? rows
                : rows.stream().map(row -> split(page, row, stripes)).toList();
    }

    private static List<Gap> gaps(Page page, List<TextRow> rows) {
        List<Gap> gaps = new ArrayList<>();
        for (TextRow row : rows) {
            for (Piece piece : row.pieces()) {
                for (int i = 1; i < piece.words().size(); i++) {
                    int before = piece.words().get(i - 1);
                    int word = piece.words().get(i);
                    if (isNumber(page, before) && isNumber(page, word)) {
                        gaps.add(new Gap(
                                box(page, before).right(),
                                box(page, word).left(),
                                LAST_THOUSAND
                                        .matcher(page.words().get(word).text())
                                        .matches()));
                    }
                }
            }
        }
        return gaps;
    }

    /** The middle of each stripe that hardly any number crosses. */
    private static List<Double> stripes(Page page, List<TextRow> rows) {
        int[] covered = new int[(int) Math.ceil(page.width() * STEPS) + 1];
        for (TextRow row : rows) {
            for (Piece piece : row.pieces()) {
                for (int word : piece.words()) {
                    if (isNumber(page, word)) {
                        int end =
                                Math.min(covered.length, (int) (box(page, word).right() * STEPS));
                        for (int x = (int) Math.max(0, Math.ceil(box(page, word).left() * STEPS)); x < end; x++) {
                            covered[x]++;
                        }
                    }
                }
            }
        }
        List<Double> stripes = new ArrayList<>();
        int start = 0;
        for (int x = 0; x <= covered.length; x++) {
            if (x == covered.length || covered[x] > CROSSING * rows.size()) {
                if (x - start >= NARROWEST * STEPS) {
                    stripes.add((start + x) / 2.0 / STEPS);
                }
                start = x + 1;
            }
        }
        return stripes;
    }

    private static TextRow split(Page page, TextRow row, List<Double> stripes) {
        boolean heading =
                row.pieces().stream().flatMap(piece -> piece.words().stream()).noneMatch(word -> isNumber(page, word));
        List<Piece> pieces = new ArrayList<>();
        for (Piece piece : row.pieces()) {
            List<Integer> words = piece.words();
            int start = 0;
            for (int i = 1; i <= words.size(); i++) {
                if (i == words.size() || isApart(page, words.get(i - 1), words.get(i), heading ? OVER : 0, stripes)) {
                    pieces.add(new Piece(
                            BoundingBox.around(words.subList(start, i).stream()
                                    .map(word -> box(page, word))
                                    .toList()),
                            words.subList(start, i)));
                    start = i;
                }
            }
        }
        return pieces.size() == row.pieces().size() ? row : new TextRow(row.box(), pieces);
    }

    private static boolean isApart(Page page, int before, int word, double over, List<Double> stripes) {
        boolean numbers = isNumber(page, before) && isNumber(page, word);
        return (numbers || over > 0)
                && stripes.stream()
                        .anyMatch(x -> box(page, before).right() - over <= x
                                && x <= box(page, word).left() + over);
    }

    private static boolean isNumber(Page page, int word) {
        return NUMBER.matcher(page.words().get(word).text()).matches();
    }

    private static BoundingBox box(Page page, int word) {
        return page.words().get(word).box();
    }
}
