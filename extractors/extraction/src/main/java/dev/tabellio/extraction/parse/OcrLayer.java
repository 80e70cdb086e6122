package dev.tabellio.extraction.parse;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.HiddenText;
import dev.tabellio.document.HiddenText.Why;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Page;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.pdf.PageContent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The text that somebody else recognised in a scan and laid over or under it. It is not read, since nobody sees it; where it
 * says something else than the picture, that word keeps it as its other reading.
 */
final class OcrLayer {

    /** Why nobody sees the text of a scan. */
    private static final Set<Why> BELOW_A_SCAN = Set.of(Why.WITHOUT_INK, Why.WITHOUT_CONTRAST, Why.COVERED);

    /** Share of the area of both that two readings of one place have in common. */
    private static final double SAME_PLACE = 0.5;

    /** Share of the words on which both agree from which on the layer is one of this page; others are noise. */
    private static final double AGREED = 0.5;

    private static final int FEWEST_AGREED = 5;

    private OcrLayer() {}

    /** The page with what its text layer says otherwise. */
    static Page held(Page page, PageContent content) {
        List<Word> layer = layer(content);
        if (layer.isEmpty()) {
            return page;
        }
        List<Word> held = page.words().stream().map(word -> held(word, layer)).toList();
        long compared =
                held.stream().filter(word -> there(word, layer).isPresent()).count();
        long differ = 0;
        for (int i = 0; i < held.size(); i++) {
            differ += held.get(i).equals(page.words().get(i)) ? 0 : 1;
        }
        long agreed = compared - differ;
        return agreed >= Math.max(FEWEST_AGREED, AGREED * compared) ? page.withWords(held) : page;
    }

    private static List<Word> layer(PageContent content) {
        List<Word> layer = new ArrayList<>(content.words());
        content.hidden().forEach((why, words) -> layer.addAll(BELOW_A_SCAN.contains(why) ? words : List.of()));
        layer.removeIf(word -> word.origin() != Origin.TEXT_LAYER);
        return layer;
    }

    private static Word held(Word seen, List<Word> layer) {
        if (seen.origin() != Origin.OCR || seen.otherReading() != null) {
            return seen;
        }
        return there(seen, layer)
                .filter(text -> !TwoReadings.plain(text).equals(TwoReadings.plain(seen.text())))
                .map(seen::readOtherwise)
                .orElse(seen);
    }

    /** What a layer says in the place of a word. */
    private static Optional<String> there(Word seen, List<Word> layer) {
        List<Word> same = layer.stream()
                .filter(word ->
                        seen.box().containsCenterOf(word.box()) || word.box().containsCenterOf(seen.box()))
                .sorted(Comparator.comparingDouble(word -> word.box().left()))
                .toList();
        if (same.isEmpty()) {
            return Optional.empty();
        }
        BoundingBox box = BoundingBox.around(same.stream().map(Word::box).toList());
        double common = box.intersectionArea(seen.box());
        return common >= SAME_PLACE * (box.area() + seen.box().area() - common)
                ? Optional.of(String.join("", same.stream().map(Word::text).toList()))
                : Optional.empty();
    }

    /** Amounts of the text layer where the page shows other ones. */
    static List<HiddenText> otherAmounts(Page page, PageContent content) {
        List<Word> layer = layer(content);
        List<HiddenText> other = new ArrayList<>();
        for (Word word : page.words()) {
            String reading = word.otherReading();
            if (word.origin() == Origin.OCR
                    && reading != null
                    && TwoReadings.isAmount(word)
                    && TwoReadings.isAmount(reading)
                    && !TwoReadings.plain(reading).equals(TwoReadings.plain(word.text()))
                    && there(word, layer).filter(reading::equals).isPresent()) {
                other.add(new HiddenText(page.number(), Why.NOT_AS_SHOWN, reading, word.box()));
            }
        }
        return other;
    }
}
