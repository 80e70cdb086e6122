package dev.tabellio.extraction.ocr;

import java.util.Optional;
import net.sourceforge.tess4j.ITessAPI.TessChoiceIterator;
import net.sourceforge.tess4j.ITessAPI.TessPageIteratorLevel;
import net.sourceforge.tess4j.ITessAPI.TessResultIterator;
import net.sourceforge.tess4j.TessAPI;

/**
 * What a recognised number may read as well: its least sure digit exchanged for the digit that Tesseract finds next best. Of 20
 * digits misread on noisy tax forms at 200 dpi this names the right one for 10; third choices named one more (2026-11-21).
 */
final class SecondChoice {

    /** Tesseract's setting under which it keeps more than the best choice; whole pages took 13 % longer with it (2026-11-21). */
    static final String KEEP_CHOICES = "lstm_choice_mode";

    private final TessAPI api;

    SecondChoice(TessAPI api) {
        this.api = api;
    }

    /**
     * What the word may read as well.
     *
     * @param word an iterator that stands at the word; stays there
     * @return empty if every digit has one choice only
     */
    Optional<String> of(TessResultIterator word) {
        TessResultIterator symbol = api.TessResultIteratorCopy(word);
        try {
            StringBuilder text = new StringBuilder();
            int at = -1;
            char instead = 0;
            double least = Double.MAX_VALUE;
            do {
                Symbol read = symbol(symbol);
                if (read.second() != 0 && read.confidence() < least) {
                    at = text.length();
                    instead = read.second();
                    least = read.confidence();
                }
                text.append(read.text());
            } while (next(symbol));
            if (at < 0) {
                return Optional.empty();
            }
            text.setCharAt(at, instead);
            return Optional.of(text.toString());
        } finally {
            api.TessResultIteratorDelete(symbol);
        }
    }

    /** @param second the digit that is next best, or 0 if this is no digit or has no other choice */
    private record Symbol(String text, double confidence, char second) {}

    private Symbol symbol(TessResultIterator at) {
        TessChoiceIterator choices = api.TessResultIteratorGetChoiceIterator(at);
        try {
            String text = api.TessChoiceIteratorGetUTF8Text(choices);
            double confidence = api.TessChoiceIteratorConfidence(choices);
            char second = 0;
            while (isDigit(text) && second == 0 && api.TessChoiceIteratorNext(choices) != 0) {
                String other = api.TessChoiceIteratorGetUTF8Text(choices);
                if (isDigit(other) && !other.equals(text)) {
                    second = other.charAt(0);
                }
            }
            return new Symbol(text, confidence, second);
        } finally {
            api.TessChoiceIteratorDelete(choices);
        }
    }

    private static boolean isDigit(String text) {
        return text.length() == 1 && Character.isDigit(text.charAt(0));
    }

    private boolean next(TessResultIterator symbol) {
        boolean last = api.TessPageIteratorIsAtFinalElement(
                        api.TessResultIteratorGetPageIterator(symbol),
                        TessPageIteratorLevel.RIL_WORD,
                        TessPageIteratorLevel.RIL_SYMBOL)
                != 0;
        return !last && api.TessResultIteratorNext(symbol, TessPageIteratorLevel.RIL_SYMBOL) != 0;
    }
}
