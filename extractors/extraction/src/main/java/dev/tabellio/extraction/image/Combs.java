package dev.tabellio.extraction.image;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds characters that a form wants in a box each, and sets them close together without the dividers between the boxes, so
 * that they read as one word. A recogniser takes dividers for strokes and wide blanks for ends of words: of the social
 * security numbers on scanned Forms 1040 at 200 dpi every second came out wrong (2026-11-21).
 */
public final class Combs {

    /** Width of a character and its share of blanks, in points, below which a row is ordinary print. */
    private static final double SPREAD = 6;

    /** Words of one comb stand no further apart than this, in points. */
    private static final double REACH = 16;

    /** How far a comb is looked for beyond what was read of it, in points. */
    private static final double BEYOND = 26;

    /** From character to character, in heights of a digit: 0.75 in ordinary print, 1.6 and more in combs. */
    private static final double PITCH = 1.2;

    /** Deviation from the pitch, as a share of it. */
    private static final double IRREGULAR = 0.3;

    /** Rows with this share of the ink of the densest row belong to the characters; others have dividers only. */
    private static final double DENSE = 0.3;

    /** What reaches this share of the height of the characters is one. */
    private static final double TALL = 0.6;

    /** What is narrower, in heights of the characters, is a divider: a bold or light 1 is at 0.3. */
    private static final double THIN = 0.22;

    /** White beside a character of a comb, as a share of the pitch; letters of a word are closer to each other. */
    private static final double FREE = 0.25;

    /** Blank between the characters set close, in their heights. */
    private static final double BLANK = 0.4;

    private static final int FEWEST = 3;

    /**
     * Characters in a box each.
     *
     * @param line the characters as close as in a word, dark on white
     * @param box of all of them, in points of the page
     * @param characters how many there are
     */
    public record Comb(GreyImage line, BoundingBox box, int characters) {}

    private final BinaryImage ink;
    private final GreyImage picture;
    private final int dpi;

    private Combs(PageScan scan, GreyImage picture) {
        this.ink = scan.textInk();
        this.picture = picture;
        this.dpi = scan.dpi();
    }

    /**
     * The combs of a page where something with a digit or a capital X was read.
     *
     * @param picture of the page, upright, at the resolution of the scan
     * @param words what was read, boxes in points of the page
     */
    public static List<Comb> find(PageScan scan, GreyImage picture, List<Word> words) {
        Combs combs = new Combs(scan, picture);
        List<Comb> found = new ArrayList<>();
        for (List<Word> group : groups(words)) {
            combs.comb(group).ifPresent(found::add);
        }
        return found;
    }

    /** Words that may be parts of one comb: of digits, or short, next to each other on a row, and wide for their characters. */
    private static List<List<Word>> groups(List<Word> words) {
        List<Word> byLeft = words.stream()
                .filter(Combs::mayBePart)
                .sorted(Comparator.comparingDouble(word -> word.box().left()))
                .toList();
        List<List<Word>> groups = new ArrayList<>();
        for (Word word : byLeft) {
            List<Word> own = groups.stream()
                    .filter(group -> continues(group.get(group.size() - 1).box(), word.box()))
                    .findFirst()
                    .orElseGet(() -> {
                        List<Word> fresh = new ArrayList<>();
                        groups.add(fresh);
                        return fresh;
                    });
            own.add(word);
        }
        return groups.stream().filter(Combs::isSpread).toList();
    }

    private static boolean mayBePart(Word word) {
        long digits = word.text()
                .chars()
                .filter(c -> Character.isDigit(c) || c == 'X' || c == 'x')
                .count();
        return digits * 3 >= word.text().length() || word.text().length() <= FEWEST;
    }

    private static boolean continues(BoundingBox last, BoundingBox next) {
        return next.left() - last.right() <= REACH
                && last.overlapY(next) >= 0.5 * Math.min(last.height(), next.height());
    }

    private static boolean isSpread(List<Word> group) {
        int characters = group.stream().mapToInt(word -> word.text().length()).sum();
        BoundingBox box = BoundingBox.around(group.stream().map(Word::box).toList());
        return characters >= FEWEST - 1
                && box.width() / characters >= SPREAD
                && group.stream().anyMatch(word -> word.text().chars().anyMatch(c -> Character.isDigit(c) || c == 'X'));
    }

    private Optional<Comb> comb(List<Word> group) {
        BoundingBox read = BoundingBox.around(group.stream().map(Word::box).toList());
        double pixels = dpi / 72.0;
        int left = (int) Math.max(0, (read.left() - BEYOND) * pixels);
        int right = (int) Math.min(ink.width() - 1.0, (read.right() + BEYOND) * pixels);
        int top = (int) Math.max(0, (read.top() - 1) * pixels);
        int bottom = (int) Math.min(ink.height() - 1.0, (read.bottom() + 1) * pixels);
        int from = (int) (read.left() * pixels);
        int to = (int) (read.right() * pixels);
        int[] band = band(from, to, top, bottom);
        boolean[] divider = dividers(left, right, band);
        List<int[]> glyphs = regular(glyphs(left, right, band, divider), from, to, band[1] - band[0] + 1);
        if (glyphs.size() < FEWEST) {
            return Optional.empty();
        }
        int[] first = glyphs.get(0);
        int[] last = glyphs.get(glyphs.size() - 1);
        BoundingBox box =
                new BoundingBox(first[0] / pixels, band[0] / pixels, (last[1] + 1) / pixels, (band[1] + 1) / pixels);
        return Optional.of(new Comb(close(glyphs, band, divider, left), box, glyphs.size()));
    }

    /** First and last row of the characters: the longest stretch of rows with much ink. */
    private int[] band(int left, int right, int top, int bottom) {
        int[] dark = new int[bottom - top + 1];
        int most = 0;
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                dark[y - top] += ink.at(x, y) ? 1 : 0;
            }
            most = Math.max(most, dark[y - top]);
        }
        int[] best = {top, top};
        int start = -1;
        for (int i = 0; i <= dark.length; i++) {
            boolean dense = i < dark.length && dark[i] > DENSE * most;
            if (dense && start < 0) {
                start = i;
            } else if (!dense && start >= 0) {
                if (i - start > best[1] - best[0] + 1) {
                    best = new int[] {top + start, top + i - 1};
                }
                start = -1;
            }
        }
        return best;
    }

    /** Columns whose ink goes on above and below the characters. */
    private boolean[] dividers(int left, int right, int[] band) {
        int reach = Math.max(4, (band[1] - band[0]) / 3);
        boolean[] divider = new boolean[right - left + 1];
        for (int x = left; x <= right; x++) {
            divider[x - left] = dark(x, band[0] - reach, band[0] - 2) && dark(x, band[1] + 2, band[1] + reach);
        }
        return divider;
    }

    private boolean dark(int x, int top, int bottom) {
        for (int y = top; y <= bottom; y++) {
            if (ink.at(x, y)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a pixel is ink of a character: strokes that cross a divider are wider than it. */
    private boolean isStroke(int x, int y, int left, boolean[] divider) {
        if (!ink.at(x, y)) {
            return false;
        }
        int at = x - left;
        if (at < 0 || at >= divider.length || !divider[at]) {
            return true;
        }
        int start = x;
        while (ink.at(start - 1, y)) {
            start--;
        }
        int end = x;
        while (ink.at(end + 1, y)) {
            end++;
        }
        for (int i = start; i <= end; i++) {
            if (i < left || i - left >= divider.length || !divider[i - left]) {
                return true;
            }
        }
        return false;
    }

    /** First and last column of each character. */
    private List<int[]> glyphs(int left, int right, int[] band, boolean[] divider) {
        int height = band[1] - band[0] + 1;
        List<int[]> glyphs = new ArrayList<>();
        int start = -1;
        int highest = Integer.MAX_VALUE;
        int lowest = -1;
        for (int x = left; x <= right + 1; x++) {
            boolean any = false;
            for (int y = band[0]; x <= right && y <= band[1]; y++) {
                if (isStroke(x, y, left, divider)) {
                    any = true;
                    highest = Math.min(highest, y);
                    lowest = Math.max(lowest, y);
                }
            }
            if (any && start < 0) {
                start = x;
            } else if (!any && start >= 0) {
                if (lowest - highest + 1 >= TALL * height && x - start > THIN * height) {
                    glyphs.add(new int[] {start, x - 1});
                }
                start = -1;
                highest = Integer.MAX_VALUE;
                lowest = -1;
            }
        }
        return glyphs;
    }

    /** The characters at one distance from each other, from where something was read outwards; none if they are not. */
    private static List<int[]> regular(List<int[]> glyphs, int from, int to, int height) {
        List<Double> distances = new ArrayList<>();
        for (int i = 1; i < glyphs.size(); i++) {
            if (center(glyphs.get(i - 1)) >= from && center(glyphs.get(i)) <= to) {
                distances.add(center(glyphs.get(i)) - center(glyphs.get(i - 1)));
            }
        }
        if (distances.size() < FEWEST - 1) {
            return List.of();
        }
        double pitch = distances.stream().sorted().toList().get(distances.size() / 2);
        if (pitch < PITCH * height) {
            return List.of();
        }
        List<int[]> run = new ArrayList<>();
        double middle = (from + to) / 2.0;
        for (int i = 0; i < glyphs.size(); i++) {
            int[] glyph = glyphs.get(i);
            boolean free = (i == 0 || glyph[0] - glyphs.get(i - 1)[1] > FREE * pitch)
                    && (i == glyphs.size() - 1 || glyphs.get(i + 1)[0] - glyph[1] > FREE * pitch);
            boolean next = !run.isEmpty()
                    && Math.abs(center(glyph) - center(run.get(run.size() - 1)) - pitch) <= IRREGULAR * pitch;
            if (!free || !next) {
                if (center(glyph) > middle && !run.isEmpty()) {
                    break;
                }
                run.clear();
            }
            if (free) {
                run.add(glyph);
            }
        }
        boolean covers =
                run.size() >= FEWEST && run.get(0)[0] <= from + pitch && run.get(run.size() - 1)[1] >= to - pitch;
        return covers ? run : List.of();
    }

    private static double center(int[] glyph) {
        return (glyph[0] + glyph[1]) / 2.0;
    }

    private GreyImage close(List<int[]> glyphs, int[] band, boolean[] divider, int left) {
        int height = band[1] - band[0] + 1;
        int blank = Math.max(2, (int) Math.round(BLANK * height));
        int margin = Math.max(4, height / 2);
        int width = 2 * margin + (glyphs.size() - 1) * blank;
        for (int[] glyph : glyphs) {
            width += glyph[1] - glyph[0] + 3;
        }
        byte[] line = new byte[width * (height + 2 * margin)];
        Arrays.fill(line, (byte) 255);
        int at = margin;
        for (int[] glyph : glyphs) {
            for (int x = glyph[0] - 1; x <= glyph[1] + 1; x++, at++) {
                for (int y = Math.max(0, band[0] - 1); y <= Math.min(picture.height() - 1, band[1] + 1); y++) {
                    boolean divides = ink.at(x, y) && !isStroke(x, y, left, divider);
                    if (!divides && x >= 0 && x < picture.width()) {
                        line[(y - band[0] + margin) * width + at] = picture.pixels()[y * picture.width() + x];
                    }
                }
            }
            at += blank;
        }
        return new GreyImage(line, width, height + 2 * margin);
    }
}
