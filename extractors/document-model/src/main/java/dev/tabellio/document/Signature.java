package dev.tabellio.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * A place on a page where somebody signs, and what stands there.
 *
 * @param box of what stands there, or the room for it
 * @param words positions in the page's words of the print that makes it a place to sign, such as {@code By:}, and of what is
 *     typed there; at least one
 * @param signer positions of the name of the person who signs; empty if it is not printed
 * @param date positions of the date beside the signature; empty if there is none
 */
public record Signature(BoundingBox box, Mark mark, List<Integer> words, List<Integer> signer, List<Integer> date) {

    /** What stands at a place to sign. */
    public enum Mark {
        /** Nothing. */
        EMPTY,
        /** A name in print, which may be a signature or say who is to sign. */
        TYPED,
        /** {@code /s/} with a name: the print of a page that was signed. */
        CONFORMED,
        /** Strokes of a pen: drawn, or in the picture of a page. */
        INK,
        /** An image. */
        PICTURE,
        /** A signature field with a signature; whether it is valid is not checked. */
        DIGITAL
    }

    /** @throws IllegalArgumentException if no words say that somebody signs here */
    public Signature {
        words = List.copyOf(words);
        signer = List.copyOf(signer);
        date = List.copyOf(date);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a place to sign is told by words");
        }
    }

    /** Whether somebody signed; not so for a name in print, which says neither. */
    @JsonIgnore
    public boolean isSigned() {
        return mark != Mark.EMPTY && mark != Mark.TYPED;
    }

    /** The same at another place. */
    public Signature at(BoundingBox place) {
        return new Signature(place, mark, words, signer, date);
    }
}
