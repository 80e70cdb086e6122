package dev.tabellio.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that could be read from a file: its pages in order, none left out.
 *
 * @param attachments text files inside the file, in their order; none of them is in {@code pages}
 * @param hidden what is in the file without being on its pages for people to see; none of it is in {@code pages}
 */
public record ParsedFile(
        String sha256,
        List<Page> pages,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<HiddenText> hidden,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<Attachment> attachments) {

    /** @throws IllegalArgumentException if a page is missing or out of order */
    public ParsedFile {
        pages = List.copyOf(pages);
        hidden = hidden == null ? List.of() : List.copyOf(hidden);
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).number() != i + 1) {
                throw new IllegalArgumentException(
                        "page %d stands at place %d".formatted(pages.get(i).number(), i + 1));
            }
        }
    }

    /** A file with nothing hidden in it. */
    public ParsedFile(String sha256, List<Page> pages) {
        this(sha256, pages, List.of());
    }

    /** A file without attachments. */
    public ParsedFile(String sha256, List<Page> pages, List<HiddenText> hidden) {
        this(sha256, pages, hidden, List.of());
    }

    @Override
    public List<Attachment> attachments() {
        return attachments == null ? List.of() : attachments;
    }

    @Override
    public List<HiddenText> hidden() {
        return hidden == null ? List.of() : hidden;
    }

    /** @param number from 1 @throws IndexOutOfBoundsException if there is no such page */
    public Page page(int number) {
        return pages.get(number - 1);
    }

    /** This file with every page turned to be read. */
    public ParsedFile upright() {
        return new ParsedFile(sha256, pages.stream().map(Page::upright).toList(), hidden, attachments);
    }
}
