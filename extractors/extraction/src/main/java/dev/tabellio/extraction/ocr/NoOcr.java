package dev.tabellio.extraction.ocr;

import dev.tabellio.document.ProcessingFailure;
import dev.tabellio.document.Word;
import java.util.List;

/** For parsers that read text layers only: a page that needs OCR fails and says so. */
public final class NoOcr implements OcrEngine {

    @Override
    public List<Word> recognise(OcrImage image) {
        throw new ProcessingFailure.PermanentFailure("the page has no usable text and OCR is switched off", null);
    }

    @Override
    public String version() {
        return "none";
    }

    @Override
    public void close() {}
}
