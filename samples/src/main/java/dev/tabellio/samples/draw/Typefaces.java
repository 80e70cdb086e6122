package dev.tabellio.samples.draw;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;

/** The fonts of one PDF, loaded when first used. */
final class Typefaces {

    private final PDDocument pdf;
    private final boolean embedded;
    private final Map<Face, PDFont> fonts = new EnumMap<>(Face.class);

    Typefaces(PDDocument pdf, boolean embedded) {
        this.pdf = pdf;
        this.embedded = embedded;
    }

    PDFont font(Face face) throws IOException {
        PDFont font = fonts.get(face);
        if (font == null) {
            font = embedded ? liberation(face) : new PDType1Font(face.standard());
            fonts.put(face, font);
        }
        return font;
    }

    /** Width of a text in points. */
    double width(Ink ink, String text) throws IOException {
        return font(ink.face()).getStringWidth(text) / 1000 * ink.size();
    }

    private PDFont liberation(Face face) throws IOException {
        try (InputStream ttf = Typefaces.class.getResourceAsStream(face.resource())) {
            if (ttf == null) {
                throw new IOException(face.resource() + " is missing from the class path");
            }
            return PDType0Font.load(pdf, ttf, true);
        }
    }
}
