package dev.tabellio.jobs.verify;

import dev.tabellio.document.ProcessingFailure;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.ocr.OcrEngine;
import dev.tabellio.extraction.ocr.OcrImage;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;
import java.util.function.Supplier;

/** Whether text recognition reads a word that was drawn for it. */
public final class OcrProbe implements Probe {

    private static final String WORD = "15,205.00";
    private static final int DPI = 300;

    private final Supplier<OcrEngine> engine;

    /** @param engine loads the engine, which takes a while the first time */
    public OcrProbe(Supplier<OcrEngine> engine) {
        this.engine = engine;
    }

    @Override
    public String name() {
        return "ocr";
    }

    @Override
    public Answer look() {
        BufferedImage drawn = FontProbe.drawn(WORD, 600, 150, 48);
        byte[] pixels = ((DataBufferByte) drawn.getRaster().getDataBuffer()).getData();
        try (OcrEngine loaded = engine.get()) {
            List<String> words =
                    loaded.recognise(new OcrImage(pixels, drawn.getWidth(), drawn.getHeight(), DPI)).stream()
                            .map(Word::text)
                            .toList();
            return words.contains(WORD)
                    ? Answer.ok(name(), "%s reads what is drawn".formatted(loaded.version()))
                    : Answer.fail(
                            name(),
                            "%s reads %s where %s is drawn".formatted(loaded.version(), words, WORD),
                            "Check the fonts above and the language data (ocr.languages, ocr.tessdata).");
        } catch (ProcessingFailure e) {
            return Answer.fail(
                    name(),
                    String.valueOf(e.getMessage()),
                    "Text recognition needs Linux on x86-64 with glibc, and a cache folder that can be written.");
        }
    }
}
