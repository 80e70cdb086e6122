package dev.tabellio.extraction.parse;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.pdf.PageContent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Decides whether the text layer of a page, or of which part of it, is what a person sees there. */
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

    /** Smallest images, as a share of the page, and least width and height in points, that are looked at for text. */
    private static final double PART = 0.04;

    private static final double PART_WIDTH = 120;
    private static final double PART_HEIGHT = 24;

    /** Heights in points, least width, and width for a height of images that may stand for words of a line. */
    private static final double LOWEST_WORD = 6;

    private static final double HIGHEST_WORD = 60;
    private static final double NARROWEST_WORD = 18;
    private static final double WORD_SHAPE = 1.5;

    /** Such images of one page that are looked at; more are ornaments. */
    private static final int MOST_WORDS = 20;

    /** Points to either side within which text is on a line with such an image. */
    private static final double BESIDE = 300;

    /** Share of an image that words cover if it is the ground of the text on it. */
    private static final double GROUND = 0.02;

    private PageTriage() {}

    static boolean needsOcr(PageContent content) {
        int unmapped = content.unmapped().size();
        int glyphs = content.characters() + unmapped;
        if (glyphs >= 10 && unmapped > UNMAPPED * glyphs) {
            return true;
        }
        boolean text = content.words().stream().anyMatch(word -> word.origin() == Origin.TEXT_LAYER);
        if (!text) {
            return covered(content) >= PICTURE || content.shapes() > 0 || unmapped > 0;
        }
        return (covered(content) >= SCAN && content.characters() < STAMP) || isGarbled(content);
    }

    /**
     * The images beside the text that may show text themselves, such as a slip that was pasted into a letter or half a page
     * that was scanned. Logos are too small; an image below the page's own text is its ground.
     */
    static List<BoundingBox> unread(PageContent content) {
        List<BoundingBox> unread = new ArrayList<>();
        content.images().stream()
                .filter(image -> isPart(content, image))
                .filter(image -> written(content, image) < GROUND * image.area())
                .sorted(Comparator.comparingDouble(BoundingBox::area).reversed())
                .forEach(image -> {
                    if (unread.stream().noneMatch(image::intersects)) {
                        unread.add(image);
                    }
                });
        return unread;
    }

    private static boolean isPart(PageContent content, BoundingBox image) {
        return image.area() >= PART * content.bounds().area()
                && image.width() >= PART_WIDTH
                && image.height() >= PART_HEIGHT;
    }

    /** The images that may stand for words of a line of text, as an amount does that was pasted in. */
    static List<BoundingBox> pastedWords(PageContent content) {
        return content.images().stream()
                .filter(image -> isWord(content, image)
                        && !isPart(content, image)
                        && written(content, image) < GROUND * image.area())
                .limit(MOST_WORDS)
                .toList();
    }

    /** Whether an image has the shape of a word and stands on a line of text. */
    private static boolean isWord(PageContent content, BoundingBox image) {
        return image.height() >= LOWEST_WORD
                && image.height() <= HIGHEST_WORD
                && image.width() >= Math.max(NARROWEST_WORD, WORD_SHAPE * image.height())
                && content.words().stream()
                        .map(Word::box)
                        .anyMatch(word -> word.centerY() > image.top()
                                && word.centerY() < image.bottom()
                                && word.right() > image.left() - BESIDE
                                && word.left() < image.right() + BESIDE);
    }

    /**
     * Whether text lies on a picture of the whole page, which may show more than the text says: a form that was scanned and
     * filled in with a computer, paper with a printed head.
     */
    static boolean isWrittenOver(PageContent content) {
        return covered(content) >= SCAN
                && content.words().stream().anyMatch(word -> word.origin() == Origin.TEXT_LAYER);
    }

    /** The area of the words on an image. */
    private static double written(PageContent content, BoundingBox image) {
        return content.words().stream()
                .map(Word::box)
                .filter(image::containsCenterOf)
                .mapToDouble(BoundingBox::area)
                .sum();
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
