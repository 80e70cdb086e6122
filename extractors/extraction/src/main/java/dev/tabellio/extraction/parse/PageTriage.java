package dev.tabellio.extraction.parse;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Origin;
import dev.tabellio.extraction.pdf.PageContent;

/** Decides whether the text layer of a page is what a person sees on it. */
final class PageTriage {

    /** Share of glyphs without a known character above which the text is not the page's text. */
    private static final double UNMAPPED = 0.2;

    /** Share of letters from private or unassigned code points above which a font map is garbled. */
    private static final double GARBLED = 0.3;

    /** Share of the page that one image covers if the page is a scan. */
    private static final double SCAN = 0.6;

    /** Characters up to which the text on a scan is a stamp or a page number. */
    private static final int STAMP = 200;

    /** Share of the page that images cover before a page without text is looked at. */
    private static final double PICTURE = 0.01;

    private PageTriage() {}

    static boolean needsOcr(PageContent content) {
        int glyphs = content.characters() + content.unmapped();
        if (glyphs >= 10 && content.unmapped() > UNMAPPED * glyphs) {
            return true;
        }
        boolean text = content.words().stream().anyMatch(word -> word.origin() == Origin.TEXT_LAYER);
        if (!text) {
            return covered(content) >= PICTURE || content.shapes() > 0 || content.unmapped() > 0;
        }
        return (covered(content) >= SCAN && content.characters() < STAMP) || isGarbled(content);
    }

    /** Share of the page that its largest image covers. */
    private static double covered(PageContent content) {
        double largest = 0;
        for (BoundingBox image : content.images()) {
            largest = Math.max(largest, image.area());
        }
        return largest / content.bounds().area();
    }

    private static boolean isGarbled(PageContent content) {
        long all = 0;
        long strange = 0;
        for (var word : content.words()) {
            for (int i = 0; i < word.text().length(); i++) {
                int type = Character.getType(word.text().charAt(i));
                all++;
                strange += type == Character.PRIVATE_USE || type == Character.UNASSIGNED ? 1 : 0;
            }
        }
        return all >= 10 && strange > GARBLED * all;
    }
}
