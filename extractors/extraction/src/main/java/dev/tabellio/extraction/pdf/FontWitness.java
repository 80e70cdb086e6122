package dev.tabellio.extraction.pdf;

import java.io.IOException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.font.PDCIDFontType2;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDTrueTypeFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType3Font;

/**
 * What fonts themselves say about their glyphs. Programs read a glyph by the file's table of characters (ToUnicode), people
 * see its outline, which a font knows by a name or by a table of its own: where the two name different letters or digits, the
 * text layer is not what is printed. Keeps what it found, since a page shows the same few glyphs.
 */
final class FontWitness {

    private final Map<PDFont, Map<Integer, Boolean>> known = new IdentityHashMap<>();

    /**
     * Whether the font knows another letter or digit for a code.
     *
     * @param text what the text layer says
     */
    boolean contradicts(PDFont font, int code, String text) {
        if (text.length() != 1 || !isPlain(text.charAt(0))) {
            return false;
        }
        Map<Integer, Boolean> codes = known.computeIfAbsent(
                font,
                any -> font.getCOSObject().containsKey(COSName.TO_UNICODE) && !(font instanceof PDType3Font)
                        ? new HashMap<>()
                        : Map.of());
        return codes instanceof HashMap && codes.computeIfAbsent(code, any -> isAnother(font, code, text.charAt(0)));
    }

    private static boolean isAnother(PDFont font, int code, char read) {
        try {
            if (font instanceof PDSimpleFont simple) {
                return isAnother(simple, code, read);
            }
            return font instanceof PDType0Font composite
                    && composite.getDescendantFont() instanceof PDCIDFontType2 outlines
                    && outlines.isEmbedded()
                    && isAnother(outlines, code, read);
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** Names of glyphs are arbitrary where codes of a TrueType font are positions in it. */
    private static boolean isAnother(PDSimpleFont font, int code, char read) {
        if (font.getEncoding() == null || (font instanceof PDTrueTypeFont && font.isSymbolic())) {
            return false;
        }
        String named = font.getGlyphList().toUnicode(font.getEncoding().getName(code));
        return named != null && named.length() == 1 && isPlain(named.charAt(0)) && differ(named.charAt(0), read);
    }

    private static boolean isAnother(PDCIDFontType2 font, int code, char read) throws IOException {
        CmapLookup table = font.getTrueTypeFont().getUnicodeCmapLookup(false);
        List<Integer> characters = table == null ? null : table.getCharCodes(font.codeToGID(code));
        return characters != null
                && !characters.isEmpty()
                && characters.stream()
                        .allMatch(c -> c < 0x80 && isPlain((char) (int) c) && differ((char) (int) c, read));
    }

    private static boolean differ(char a, char b) {
        return Character.toLowerCase(a) != Character.toLowerCase(b);
    }

    private static boolean isPlain(char c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }
}
