package dev.tabellio.extraction.pdf;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Word;
import java.awt.geom.Rectangle2D;

/** Glyphs of one baseline that are of one word; it grows. */
final class Piece {
    final int angle;
    final double across;
    final double start;
    final double size;
    final boolean symbol;
    final StringBuilder text = new StringBuilder();
    final Rectangle2D.Double box;
    final double spacing;
    double end;
    boolean blankAfter;

    Piece(Glyph glyph) {
        angle = glyph.angle();
        across = glyph.across();
        start = glyph.start();
        size = glyph.size();
        symbol = glyph.symbol();
        spacing = glyph.spacing();
        end = glyph.end();
        box = (Rectangle2D.Double) glyph.box().clone();
        text.append(glyph.text());
    }

    void add(Glyph glyph) {
        text.append(glyph.text());
        end = Math.max(end, glyph.end());
        Rectangle2D.union(box, glyph.box(), box);
    }

    void append(Piece piece) {
        text.append(piece.text);
        end = Math.max(end, piece.end);
        blankAfter = piece.blankAfter;
        Rectangle2D.union(box, piece.box, box);
    }

    boolean sameBaseline(Piece other) {
        return angle == other.angle && Math.abs(across - other.across) < 0.15 * Math.min(size, other.size);
    }

    /** The same text painted over itself: shadow or fake bold. */
    boolean repeats(Piece other) {
        return Math.abs(start - other.start) < 2 * WordAssembly.FAKE_BOLD * size
                && Math.abs(end - other.end) < 2 * WordAssembly.FAKE_BOLD * size
                && text.compareTo(other.text) == 0;
    }

    boolean isLetter() {
        return text.codePointCount(0, text.length()) == 1;
    }

    boolean isDots() {
        return text.chars().allMatch(c -> c == '.');
    }

    BoundingBox bounds() {
        return new BoundingBox(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }

    Word word() {
        return new Word(text.toString(), bounds(), Origin.TEXT_LAYER, 1);
    }
}
