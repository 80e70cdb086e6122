package dev.tabellio.extraction.pdf;

import java.io.IOException;
import java.util.IdentityHashMap;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceCMYK;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;

/** Whether a colour shows on white paper. Keeps what it converted, since a page asks for the same few colours. */
final class Ink {

    /** Luminance from 0 to 1 above which a line is paper. Light grey rules of payroll forms are at 0.8. */
    static final double PAPER = 0.93;

    private final IdentityHashMap<PDColor, Double> known = new IdentityHashMap<>();

    boolean isDark(PDColor color) {
        return isDark(luminance(color));
    }

    static boolean isDark(double luminance) {
        return luminance < PAPER;
    }

    /** From 0 for black to 1 for white. */
    double luminance(PDColor color) {
        return known.computeIfAbsent(color, Ink::measured);
    }

    boolean isPattern(PDColor color) {
        return color.isPattern() || color.getColorSpace() instanceof PDPattern;
    }

    private static double measured(PDColor color) {
        if (color.isPattern()) {
            return 0.5;
        }
        PDColorSpace space = color.getColorSpace();
        float[] c = color.getComponents();
        if (space instanceof PDDeviceGray && c.length == 1) {
            return c[0];
        }
        if (space instanceof PDDeviceRGB && c.length == 3) {
            return 0.3 * c[0] + 0.59 * c[1] + 0.11 * c[2];
        }
        if (space instanceof PDDeviceCMYK && c.length == 4) {
            double light = 1 - c[3];
            return light * (0.3 * (1 - c[0]) + 0.59 * (1 - c[1]) + 0.11 * (1 - c[2]));
        }
        try {
            int rgb = color.toRGB();
            return (0.3 * (rgb >> 16 & 0xff) + 0.59 * (rgb >> 8 & 0xff) + 0.11 * (rgb & 0xff)) / 255;
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }
}
