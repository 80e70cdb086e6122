package dev.tabellio.extraction.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/** The layers that what is painted at the moment belongs to, one within the other. */
final class LayerNesting {

    private final Layers layers;
    private final Deque<Boolean> marked = new ArrayDeque<>();
    private int off;

    LayerNesting(Layers layers) {
        this.layers = layers;
    }

    /** Whether one of them is not displayed. */
    boolean isOff() {
        return off > 0;
    }

    /**
     * Goes into a form or an annotation.
     *
     * @return whether it is off, for {@link #leave}
     */
    boolean enter(COSDictionary dictionary) {
        boolean hidden = isOff(dictionary);
        off += hidden ? 1 : 0;
        return hidden;
    }

    void leave(boolean hidden) {
        off -= hidden ? 1 : 0;
    }

    /** Whether the layer of something is not displayed. */
    boolean isOff(COSDictionary dictionary) {
        return !layers.shows(dictionary.getDictionaryObject(COSName.OC));
    }

    void begin(COSName tag, @Nullable COSBase properties) {
        boolean hidden = COSName.OC.equals(tag) && !layers.shows(properties);
        marked.push(hidden);
        off += hidden ? 1 : 0;
    }

    void end() {
        if (!marked.isEmpty() && marked.pop()) {
            off--;
        }
    }
}
