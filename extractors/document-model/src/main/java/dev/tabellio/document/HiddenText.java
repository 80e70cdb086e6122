package dev.tabellio.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Text in a file that a person who looks at its pages does not see, or the name of what else is in it. It is reported and
 * never read as part of a document.
 *
 * @param page from 1; 0 for text that belongs to no page
 * @param text one line of it, cut off if it is long; a description of what is not text
 * @param box where it would be on the displayed page; null if it has no place there
 */
public record HiddenText(
        int page,
        Why why,
        String text,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BoundingBox box) {

    /** What keeps it from being seen. */
    public enum Why {
        /** Painted without ink: invisible render mode, or transparent. */
        WITHOUT_INK,
        /** Of the colour of what is behind it. */
        WITHOUT_CONTRAST,
        /** Too small to be read. */
        TINY,
        /** Below an image or something opaque. */
        COVERED,
        /** Outside of the page, or of the part of it that shows. */
        OUTSIDE,
        /** In a layer or form field that is not displayed. */
        SWITCHED_OFF,
        /**
         * The value of a form field that shows another one, the old drawing of a value that viewers draw anew, or an amount
         * of the text layer where the page shows another one.
         */
        NOT_AS_SHOWN,
        /** A note that shows only when somebody opens it. */
        ANNOTATION,
        /** A property of the file, such as its subject or keywords. */
        METADATA,
        /** A file inside the file that is not read: its name, kind and size. */
        ATTACHED_FILE,
        /** What the pages only stand for: the files of a portfolio, a form that is built when it is opened. */
        CONTENT_ELSEWHERE
    }
}
