package dev.tabellio.jobs.inspect;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.HiddenText;
import dev.tabellio.document.Page;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.extraction.llm.injection.InjectionScan;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What in a file is not for the people who look at it.
 *
 * @param hidden text that nobody sees; never read as part of a document
 * @param injections what speaks to language models, seen or hidden; withheld from them
 */
public record Unseen(List<Hidden> hidden, List<Speaks> injections) {

    private static final Unseen NOTHING = new Unseen(List.of(), List.of());

    public Unseen {
        hidden = List.copyOf(hidden);
        injections = List.copyOf(injections);
    }

    /**
     * Hidden text.
     *
     * @param page from 1; 0 if it belongs to no page
     * @param why nobody sees it
     * @param box where it would be on the displayed page; null if it has no place there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Hidden(
            int page,
            HiddenText.Why why,
            String text,
            @Nullable BoundingBox box) {}

    /**
     * Something that speaks to a model.
     *
     * @param page from 1; 0 if it belongs to no page
     * @param says where, why it is taken for that, and the words
     */
    public record Speaks(int page, String says) {}

    /** @param pages numbers from 1; what belongs to no page is always there */
    static Unseen of(ParsedFile file, Collection<Integer> pages) {
        return new Unseen(
                file.hidden().stream()
                        .filter(text -> text.page() == 0 || pages.contains(text.page()))
                        .map(text -> new Hidden(text.page(), text.why(), text.text(), text.box()))
                        .toList(),
                new InjectionScan()
                        .on(file, pages).stream()
                                .map(injection -> new Speaks(injection.page(), injection.says()))
                                .toList());
    }

    /** Of all pages; nothing if the file was not read. */
    static Unseen of(Optional<ParsedFile> parsed) {
        return parsed.map(
                        file -> of(file, file.pages().stream().map(Page::number).toList()))
                .orElse(NOTHING);
    }

    static Unseen nothing() {
        return NOTHING;
    }
}
