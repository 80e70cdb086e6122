package dev.tabellio.extraction.pdf;

import java.io.IOException;
import java.util.IdentityHashMap;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceCMYK;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;

/** What colours look like, and whether they hide what is below. Keeps what it converted, since a page asks for the same few colours. */
final class Ink {

    /** Luminance from 0 to 1 above which a line is paper. Light grey rules of payroll forms are at 0.8. */
    static final double PAPER = 0.93;

    /** Opacity up to which nothing is seen. */
    static final double TRANSPARENT = 0.05;

    /** Opacity from which on nothing shows through. */
    private static final double OPAQUE = 0.99;

    private final IdentityHashMap<PDColor, Tone> known = new IdentityHashMap<>();

    static boolean isDark(Tone tone) {
        return tone.luminance() < PAPER;
    }

    Tone tone(PDColor color) {
        return known.computeIfAbsent(color, Ink::measured);
    }

    /** How lines are painted. */
    Drawing.Paint stroke(PDGraphicsState state, int order) {
        boolean opaque = state.getAlphaConstant() > OPAQUE
                && isPlain(state)
                && state.getLineDashPattern().getDashArray().length == 0;
        return paint(state.getStrokingColor(), opaque, order);
    }

    /** How areas are painted. */
    Drawing.Paint fill(PDGraphicsState state, int order) {
        return paint(state.getNonStrokingColor(), paintsOver(state), order);
    }

    private Drawing.Paint paint(PDColor color, boolean opaque, int order) {
        return new Drawing.Paint(tone(color), opaque && !isPattern(color), order);
    }

    /** Whether areas and images hide what is below them. */
    static boolean paintsOver(PDGraphicsState state) {
        return state.getNonStrokeAlphaConstant() > OPAQUE && isPlain(state);
    }

    private static boolean isPlain(PDGraphicsState state) {
        return state.getBlendMode() == BlendMode.NORMAL && state.getSoftMask() == null;
    }

    private static boolean isPattern(PDColor color) {
        return color.isPattern() || color.getColorSpace() instanceof PDPattern;
    }

    private static Tone measured(PDColor color) {
        if (color.isPattern()) {
            return Tone.GREY;
        }
        PDColorSpace space = color.getColorSpace();
        float[] c = color.getComponents();
        if (space instanceof PDDeviceGray && c.length == 1) {
            return new Tone(c[0], c[0], c[0]);
        }
        if (space instanceof PDDeviceRGB && c.length == 3) {
            return new Tone(c[0], c[1], c[2]);
        }
        if (space instanceof PDDeviceCMYK && c.length == 4) {
            double light = 1 - c[3];
            return new Tone(light * (1 - c[0]), light * (1 - c[1]), light * (1 - c[2]));
        }
        try {
            int rgb = color.toRGB();
            return new Tone((rgb >> 16 & 0xff) / 255.0, (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0);
        } catch (IOException | RuntimeException e) {
            return Tone.BLACK;
        }
    }
}
