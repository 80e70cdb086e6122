package dev.tabellio.extraction.pdf;

import dev.tabellio.document.Word;
import dev.tabellio.extraction.geometry.Ruling;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes words of glyphs: a blank or a gap ends a word, whatever the order or the pieces in which they were painted.
 */
final class WordAssembly {

    /** Gap in ems that ends a word. Kerning stays below 0.1 em; blanks of tightly set text begin at 0.2 em. */
    static final double WORD_GAP = 0.17;

    /** Largest step back in ems inside a word: negative kerning and italics. */
    private static final double STEP_BACK = 0.4;

    /** Largest gap in ems across which two separately painted pieces are one word. */
    private static final double PIECE_GAP = 0.08;

    /** Shift in ems below which the same glyph painted twice is one glyph in fake bold. */
    static final double FAKE_BOLD = 0.12;

    /** Dots in a row that are a leader, not text. */
    private static final int LEADER_DOTS = 3;

    private final List<Piece> pieces = new ArrayList<>();
    private @Nullable Piece current;
    private @Nullable Glyph last;

    private final LetterSpacing letterSpacing;

    private WordAssembly(List<Ruling> rulings) {
        letterSpacing = new LetterSpacing(rulings);
    }

    /**
     * Makes words.
     *
     * @param glyphs in the order in which they were painted, blanks included
     * @param rulings of the page: letters in boxes of their own are not one word
     */
    static List<Word> words(List<Glyph> glyphs, List<Ruling> rulings) {
        WordAssembly assembly = new WordAssembly(rulings);
        glyphs.forEach(assembly::take);
        return assembly.finish();
    }

    private void take(Glyph glyph) {
        Piece piece = current;
        Glyph previous = last;
        if (glyph.blank()) {
            if (piece != null) {
                piece.blankAfter = true;
            }
            current = null;
            return;
        }
        if (previous != null && paintedTwice(previous, glyph)) {
            return;
        }
        if (piece != null && previous != null && follows(previous, glyph)) {
            piece.add(glyph);
        } else {
            piece = new Piece(glyph);
            pieces.add(piece);
            current = piece;
        }
        last = glyph;
    }

    private static boolean paintedTwice(Glyph previous, Glyph glyph) {
        return previous.text().equals(glyph.text())
                && Math.abs(previous.start() - glyph.start()) < FAKE_BOLD * glyph.size()
                && Math.abs(previous.across() - glyph.across()) < FAKE_BOLD * glyph.size()
                && previous.angle() == glyph.angle();
    }

    private static boolean follows(Glyph previous, Glyph glyph) {
        double size = Math.max(previous.size(), glyph.size());
        double gap = glyph.start() - previous.end();
        return previous.angle() == glyph.angle()
                && Math.abs(previous.across() - glyph.across()) < 0.25 * size
                && Math.min(previous.size(), glyph.size()) > 0.55 * size
                && previous.symbol() == glyph.symbol()
                && gap < WORD_GAP * size
                && gap > -STEP_BACK * size;
    }

    private List<Word> finish() {
        pieces.sort(Comparator.comparingInt((Piece piece) -> piece.angle)
                .thenComparingDouble(piece -> piece.across)
                .thenComparingDouble(piece -> piece.start));
        List<Piece> whole = new ArrayList<>(pieces.size());
        int start = 0;
        while (start < pieces.size()) {
            int end = start + 1;
            while (end < pieces.size() && pieces.get(end).sameBaseline(pieces.get(start))) {
                end++;
            }
            joinBaseline(pieces.subList(start, end), whole);
            start = end;
        }
        return whole.stream().map(Piece::word).toList();
    }

    private void joinBaseline(List<Piece> baseline, List<Piece> into) {
        List<Piece> sorted = new ArrayList<>(baseline);
        sorted.sort(Comparator.comparingDouble(piece -> piece.start));
        Piece previous = sorted.get(0);
        List<Piece> joined = new ArrayList<>();
        joined.add(previous);
        for (Piece piece : sorted.subList(1, sorted.size())) {
            if (piece.repeats(previous)) {
                continue;
            }
            double gap = piece.start - previous.end;
            if (!previous.blankAfter
                    && !previous.symbol
                    && !piece.symbol
                    && Math.abs(gap) <= PIECE_GAP * Math.min(previous.size, piece.size)
                    && Math.min(previous.size, piece.size) > 0.8 * Math.max(previous.size, piece.size)) {
                previous.append(piece);
            } else {
                joined.add(piece);
                previous = piece;
            }
        }
        joinLeaders(letterSpacing.closed(joined), into);
    }

    /** A dotted leader is one word, however far apart its dots stand. */
    private static void joinLeaders(List<Piece> baseline, List<Piece> into) {
        int start = 0;
        while (start < baseline.size()) {
            Piece first = baseline.get(start);
            int end = start + 1;
            while (first.isDots()
                    && end < baseline.size()
                    && baseline.get(end).isDots()
                    && baseline.get(end).start - baseline.get(end - 1).end < 3 * first.size) {
                end++;
            }
            if (end - start >= LEADER_DOTS) {
                for (Piece dot : baseline.subList(start + 1, end)) {
                    first.append(dot);
                }
                into.add(first);
            } else {
                into.addAll(baseline.subList(start, end));
            }
            start = end;
        }
    }

    /** The characters of a glyph as plain text: ligatures taken apart, control characters and odd blanks as a blank. */
    static String plain(String unicode) {
        if (unicode.length() == 1) {
            char c = unicode.charAt(0);
            if (c > ' ' && c < 0x7f) {
                return unicode;
            }
        }
        StringBuilder plain = new StringBuilder(unicode.length());
        unicode.codePoints().forEach(c -> {
            if (c >= 0xFB00 && c <= 0xFB06) {
                plain.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
            } else if (c == 0xAD || c == 0x2010 || c == 0x2011) {
                plain.append('-');
            } else if (c == 0xFEFF || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E)) {
                return;
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
                plain.append(' ');
            } else if (c != 0xFFFD
                    && Character.getType(c) != Character.UNASSIGNED
                    && Character.getType(c) != Character.SURROGATE) {
                plain.appendCodePoint(c);
            }
        });
        return plain.toString();
    }
}
