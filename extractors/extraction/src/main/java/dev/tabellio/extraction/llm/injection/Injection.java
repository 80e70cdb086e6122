package dev.tabellio.extraction.llm.injection;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.HiddenText;
import java.util.Optional;

/**
 * Words in a file that are meant for a model.
 *
 * @param page from 1; 0 if it belongs to no page
 * @param sign what gave it away
 * @param text at most 200 characters around it
 * @param hidden why nobody sees it; empty if it shows on the page
 * @param box where it is on the displayed page; empty if it has no place there
 */
public record Injection(int page, Sign sign, String text, Optional<HiddenText.Why> hidden, Optional<BoundingBox> box) {

    /** What gives an instruction away. */
    public enum Sign {
        /** It wants earlier instructions forgotten. */
        OVERRIDE,
        /** It addresses a model or an automatic reader. */
        ADDRESS,
        /** It pretends to be part of a prompt. */
        PROMPT_MARK,
        /** It dictates what is to be read, whatever is printed. */
        DICTATION,
        /** It wants checks or people left out. */
        NO_CHECKS
    }

    /** A sentence for the reviewer. */
    public String says() {
        String place = page == 0 ? "a property of the file" : "page " + page;
        String seen =
                hidden.map(why -> ", where nobody sees it (%s),".formatted(why)).orElse("");
        return "%s%s speaks to a language model (%s): \"%s\"".formatted(place, seen, sign, text);
    }
}
