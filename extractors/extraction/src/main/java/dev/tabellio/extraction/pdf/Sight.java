package dev.tabellio.extraction.pdf;

import dev.tabellio.document.HiddenText.Why;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Whether people see a glyph at the moment when it is painted; what is painted over it later is for {@link Cover}. */
final class Sight {

    /**
     * Size in points below which nobody reads. Of 1,114,561 words of 573 real forms, contracts and invoices two are smaller
     * (2026-11-21).
     */
    private static final double TINY = 2;

    /** The same for Type 3 fonts, whose size says little about that of their letters. */
    private static final double TINY_OF_TYPE_3 = 0.5;

    private final Ink ink;
    private final Background behind;

    Sight(Ink ink, Background behind) {
        this.ink = ink;
        this.behind = behind;
    }

    /** Why a glyph is not seen; empty if it is. */
    Optional<Why> hiddenAs(Glyph glyph, PDGraphicsState state, Rectangle2D.Double clip, boolean type3) {
        double x = glyph.box().getCenterX();
        double y = glyph.box().getCenterY();
        if (x < clip.getMinX() || x > clip.getMaxX() || y < clip.getMinY() || y > clip.getMaxY()) {
            return Optional.of(Why.OUTSIDE);
        }
        RenderingMode mode = state.getTextState().getRenderingMode();
        boolean filled = mode.isFill() && state.getNonStrokeAlphaConstant() > Ink.TRANSPARENT;
        boolean stroked = mode.isStroke() && state.getAlphaConstant() > Ink.TRANSPARENT;
        if (!filled && !stroked) {
            return Optional.of(Why.WITHOUT_INK);
        }
        if (glyph.size() < (type3 ? TINY_OF_TYPE_3 : TINY)) {
            return Optional.of(Why.TINY);
        }
        boolean shows = (filled && behind.shows(x, y, ink.tone(state.getNonStrokingColor())))
                || (stroked && behind.shows(x, y, ink.tone(state.getStrokingColor())));
        return shows ? Optional.empty() : Optional.of(Why.WITHOUT_CONTRAST);
    }
}
