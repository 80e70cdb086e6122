package dev.tabellio.extraction.ocr;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Origin;
import dev.tabellio.document.ProcessingFailure;
import dev.tabellio.document.Word;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.tess4j.ITessAPI.ETEXT_DESC;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessOcrEngineMode;
import net.sourceforge.tess4j.ITessAPI.TessPageIterator;
import net.sourceforge.tess4j.ITessAPI.TessPageIteratorLevel;
import net.sourceforge.tess4j.ITessAPI.TessPageSegMode;
import net.sourceforge.tess4j.ITessAPI.TessResultIterator;
import net.sourceforge.tess4j.TessAPI;

/** One native engine with its loaded language model. For one thread at a time. */
final class TesseractHandle implements AutoCloseable {

    private final TessAPI api;
    private final TessBaseAPI handle;
    private final Duration limit;

    /** @throws ProcessingFailure.PermanentFailure if the language data is refused */
    TesseractHandle(TessAPI api, LanguageData data, String languages, Duration limit) {
        this(api, data, languages, TessOcrEngineMode.OEM_LSTM_ONLY, limit);
    }

    private TesseractHandle(TessAPI api, LanguageData data, String languages, int engineMode, Duration limit) {
        this.api = api;
        this.limit = limit;
        handle = api.TessBaseAPICreate();
        if (api.TessBaseAPIInit2(handle, data.folder().toString(), languages, engineMode) != 0) {
            api.TessBaseAPIDelete(handle);
            throw new ProcessingFailure.PermanentFailure(
                    "Tesseract refuses the language data of %s in %s".formatted(languages, data.folder()), null);
        }
        api.TessBaseAPISetVariable(handle, "debug_file", "/dev/null");
    }

    /** A handle for {@link #orientation}. */
    static TesseractHandle forOrientation(TessAPI api, LanguageData data, Duration limit) {
        return new TesseractHandle(api, data, LanguageData.ORIENTATION, TessOcrEngineMode.OEM_TESSERACT_ONLY, limit);
    }

    /**
     * Recognises one image.
     *
     * @param pageSegmentation one of Tesseract's page segmentation modes
     * @see OcrEngine#recognise
     */
    List<Word> recognise(OcrImage image, int pageSegmentation) {
        return recognise(image, pageSegmentation, "");
    }

    /**
     * Recognises one image.
     *
     * @param characters that can occur; empty for all. Of some, words say what they may read as well
     */
    List<Word> recognise(OcrImage image, int pageSegmentation, String characters) {
        ETEXT_DESC monitor = api.TessMonitorCreate();
        try {
            api.TessBaseAPISetVariable(handle, "tessedit_char_whitelist", characters);
            api.TessBaseAPISetVariable(handle, SecondChoice.KEEP_CHOICES, characters.isEmpty() ? "0" : "2");
            api.TessBaseAPISetPageSegMode(handle, pageSegmentation);
            set(image);
            api.TessMonitorSetDeadlineMSecs(monitor, (int) limit.toMillis());
            long started = System.nanoTime();
            if (api.TessBaseAPIRecognize(handle, monitor) != 0) {
                boolean late = System.nanoTime() - started >= limit.toNanos();
                throw new ProcessingFailure.PermanentFailure(
                        late
                                ? "OCR takes longer than %d s".formatted(limit.toSeconds())
                                : "Tesseract refuses the image of %d x %d pixels"
                                        .formatted(image.width(), image.height()),
                        null);
            }
            return WordBoxes.apart(words(image.dpi(), !characters.isEmpty()));
        } finally {
            api.TessMonitorDelete(monitor);
            api.TessBaseAPIClear(handle);
            api.TessBaseAPIClearAdaptiveClassifier(handle);
        }
    }

    private void set(OcrImage image) {
        // Tesseract copies the pixels before it returns, so they need no memory outside of the heap, which only the
        // garbage
        // collector would free.
        api.TessBaseAPISetImage(
                handle, ByteBuffer.wrap(image.pixels()), image.width(), image.height(), 1, image.width());
        api.TessBaseAPISetSourceResolution(handle, image.dpi());
    }

    private List<Word> words(int dpi, boolean choices) {
        List<Word> words = new ArrayList<>();
        TessResultIterator results = api.TessBaseAPIGetIterator(handle);
        if (results == null) {
            return words;
        }
        try {
            TessPageIterator boxes = api.TessResultIteratorGetPageIterator(results);
            IntBuffer left = IntBuffer.allocate(1);
            IntBuffer top = IntBuffer.allocate(1);
            IntBuffer right = IntBuffer.allocate(1);
            IntBuffer bottom = IntBuffer.allocate(1);
            do {
                String text = text(results);
                if (!text.isBlank()
                        && api.TessPageIteratorBoundingBox(
                                        boxes, TessPageIteratorLevel.RIL_WORD, left, top, right, bottom)
                                != 0) {
                    double points = 72.0 / dpi;
                    Word word = new Word(
                            text.strip(),
                            new BoundingBox(
                                    left.get(0) * points,
                                    top.get(0) * points,
                                    right.get(0) * points,
                                    bottom.get(0) * points),
                            Origin.OCR,
                            confidence(results));
                    words.add(
                            choices
                                    ? new SecondChoice(api)
                                            .of(results)
                                            .map(word::readOtherwise)
                                            .orElse(word)
                                    : word);
                }
            } while (api.TessPageIteratorNext(boxes, TessPageIteratorLevel.RIL_WORD) != 0);
        } finally {
            api.TessResultIteratorDelete(results);
        }
        return words;
    }

    private double confidence(TessResultIterator results) {
        double percent = api.TessResultIteratorConfidence(results, TessPageIteratorLevel.RIL_WORD);
        return Math.max(0, Math.min(1, percent / 100));
    }

    private String text(TessResultIterator results) {
        Pointer text = api.TessResultIteratorGetUTF8Text(results, TessPageIteratorLevel.RIL_WORD);
        if (text == null) {
            return "";
        }
        try {
            return text.getString(0, StandardCharsets.UTF_8.name());
        } finally {
            api.TessDeleteText(text);
        }
    }

    /** How the text of an image stands. */
    PageOrientation orientation(OcrImage image) {
        try {
            api.TessBaseAPISetPageSegMode(handle, TessPageSegMode.PSM_OSD_ONLY);
            set(image);
            IntBuffer degrees = IntBuffer.allocate(1);
            FloatBuffer confidence = FloatBuffer.allocate(1);
            PointerByReference script = new PointerByReference();
            FloatBuffer scriptConfidence = FloatBuffer.allocate(1);
            boolean told =
                    api.TessBaseAPIDetectOrientationScript(handle, degrees, confidence, script, scriptConfidence) != 0;
            return told ? turn(degrees.get(0), confidence.get(0)) : PageOrientation.UNKNOWN;
        } finally {
            api.TessBaseAPIClear(handle);
        }
    }

    /** Tesseract says how far the page is turned; what is wanted is the turn that sets it upright. */
    private static PageOrientation turn(int turned, float confidence) {
        return new PageOrientation(Math.floorMod(360 - turned, 360), confidence);
    }

    @Override
    public void close() {
        api.TessBaseAPIEnd(handle);
        api.TessBaseAPIDelete(handle);
    }
}
