package dev.tabellio.extraction.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/** Measures glyphs of one page. */
final class GlyphMaker {

    /** Ascent and descent of a font that does not say or says nonsense, in ems: those of Helvetica. */
    private static final Extent USUAL = new Extent(0.72, -0.21);

    private record Extent(double ascent, double descent) {}

    /** What is the same for all glyphs of a font. */
    private record FontFacts(Extent extent, boolean symbol, boolean vertical) {}

    private final PageFrame frame;
    private final Map<PDFont, FontFacts> fonts = new HashMap<>();

    GlyphMaker(PageFrame frame) {
        this.frame = frame;
    }

    /**
     * Measures a glyph.
     *
     * @param rendering from text space (1 = one em) to user space
     * @param spacing of the letters in ems
     */
    Glyph glyph(Matrix rendering, PDFont font, String text, Vector displacement, int order, double spacing) {
        FontFacts facts = fonts.computeIfAbsent(font, GlyphMaker::facts);
        AffineTransform toDisplay = new AffineTransform(frame.toDisplay());
        toDisplay.concatenate(rendering.createAffineTransform());
        Point2D.Double origin = new Point2D.Double();
        Point2D.Double end = new Point2D.Double(displacement.getX(), displacement.getY());
        toDisplay.transform(origin, origin);
        toDisplay.transform(end, end);
        double size = Math.hypot(toDisplay.getShearX(), toDisplay.getScaleY());
        double radians = Math.atan2(toDisplay.getShearY(), toDisplay.getScaleX());
        double cos = Math.cos(radians);
        double sin = Math.sin(radians);
        Rectangle2D.Double ink = facts.vertical()
                ? rectangle(-0.5, Math.min(0, displacement.getY()), 0.5, Math.max(0, displacement.getY()))
                : rectangle(
                        Math.min(0, displacement.getX()),
                        facts.extent().descent(),
                        Math.max(0, displacement.getX()),
                        facts.extent().ascent());
        return new Glyph(
                text,
                text.isBlank(),
                Math.floorMod((int) Math.round(Math.toDegrees(radians)), 360),
                origin.x * cos + origin.y * sin,
                end.x * cos + end.y * sin,
                -origin.x * sin + origin.y * cos,
                size,
                displayed(toDisplay, ink),
                order,
                facts.symbol(),
                spacing * Math.hypot(toDisplay.getScaleX(), toDisplay.getShearY()));
    }

    private static Rectangle2D.Double rectangle(double left, double bottom, double right, double top) {
        return new Rectangle2D.Double(left, bottom, right - left, top - bottom);
    }

    private static Rectangle2D.Double displayed(AffineTransform transform, Rectangle2D.Double area) {
        double[] corners = {
            area.x,
            area.y,
            area.x + area.width,
            area.y,
            area.x + area.width,
            area.y + area.height,
            area.x,
            area.y + area.height
        };
        transform.transform(corners, 0, corners, 0, 4);
        double left = Math.min(Math.min(corners[0], corners[2]), Math.min(corners[4], corners[6]));
        double right = Math.max(Math.max(corners[0], corners[2]), Math.max(corners[4], corners[6]));
        double top = Math.min(Math.min(corners[1], corners[3]), Math.min(corners[5], corners[7]));
        double bottom = Math.max(Math.max(corners[1], corners[3]), Math.max(corners[5], corners[7]));
        return new Rectangle2D.Double(left, top, right - left, bottom - top);
    }

    private static FontFacts facts(PDFont font) {
        String name = String.valueOf(font.getName()).toLowerCase(Locale.ROOT);
        boolean symbol = name.contains("dingbat") || name.contains("wingding") || name.contains("webding");
        return new FontFacts(extent(font), symbol, font.isVertical());
    }

    private static Extent extent(PDFont font) {
        PDFontDescriptor descriptor = font.getFontDescriptor();
        if (descriptor != null) {
            Extent stated = sane(descriptor.getAscent() / 1000.0, descriptor.getDescent() / 1000.0);
            if (stated != null) {
                return stated;
            }
        }
        try {
            BoundingBox box = font.getBoundingBox();
            double scale = font.getFontMatrix().getScaleY();
            Extent measured = box == null ? null : sane(box.getUpperRightY() * scale, box.getLowerLeftY() * scale);
            return measured == null ? USUAL : measured;
        } catch (IOException | RuntimeException e) {
            return USUAL;
        }
    }

    private static @Nullable Extent sane(double ascent, double descent) {
        double below = descent > 0 ? -descent : descent;
        return ascent >= 0.4 && ascent <= 1.05 && below >= -0.4 ? new Extent(ascent, below) : null;
    }
}
