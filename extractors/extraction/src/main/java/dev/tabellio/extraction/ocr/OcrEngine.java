package dev.tabellio.extraction.ocr;

import dev.tabellio.document.Word;
import java.util.List;

/**
 * Recognises the words in an image.
 *
 * <p>An engine is safe for all threads; it may keep one native handle per thread and frees them on {@link #close()}.
 */
public interface OcrEngine extends AutoCloseable {

    /**
     * Recognises one image.
     *
     * @return words in the engine's reading order with origin OCR; boxes in points of the image (pixel / dpi * 72), origin
     *     top-left. Empty if there is no text.
     * @throws dev.tabellio.document.ProcessingFailure.PermanentFailure if the engine refuses the image or runs over the time
     *     limit; the page then counts as failed, the file goes on
     */
    List<Word> recognise(OcrImage image);

    /**
     * Recognises an image of running text: paragraphs, lists and headings, but no form.
     *
     * @return as {@link #recognise}
     */
    default List<Word> recogniseText(OcrImage image) {
        return recognise(image);
    }

    /**
     * Recognises an image that holds one line of text and nothing else.
     *
     * @return as {@link #recognise}
     */
    default List<Word> recogniseLine(OcrImage image) {
        return recognise(image);
    }

    /**
     * Recognises an image that holds one number and nothing else: digits, their separators and signs, or the letters X of a
     * masked one.
     *
     * @return as {@link #recognise}; {@link Word#otherReading} is what a number may be as well, if the engine can tell
     */
    default List<Word> recogniseNumber(OcrImage image) {
        return recogniseLine(image);
    }

    /**
     * Tells how the text of an image stands; slow, so ask only where there is doubt.
     *
     * @return {@link PageOrientation#UNKNOWN} if the engine cannot tell
     */
    default PageOrientation orientation(OcrImage image) {
        return PageOrientation.UNKNOWN;
    }

    /**
     * The same engine for each of its languages by itself.
     *
     * @return at least one, the most frequent language first; they end with this engine
     */
    default List<OcrEngine> languages() {
        return List.of(this);
    }

    /** Name and version of engine and data, part of every result's derivation key. */
    String version();

    @Override
    void close();
}
