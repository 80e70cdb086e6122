package dev.tabellio.jobs.inspect;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file with its pages and documents.
 *
 * @param run that it belongs to; null if it was read just now, outside of a run
 * @param path relative to the inbox
 * @param sha256 null if its bytes could not be read
 * @param cause why it is in its state; null if nothing needs saying
 * @param original the file whose bytes these are; null if it is the first
 * @param history what was done with it, oldest first
 * @param unseen what on any of its pages, or in its properties, is not for the people who look at it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FileView(
        @Nullable String run,
        String path,
        @Nullable String sha256,
        long bytes,
        String state,
        @Nullable String cause,
        @Nullable String original,
        List<PageView> pages,
        List<DocumentLine> documents,
        List<DocumentView.Event> history,
        Unseen unseen) {

    public FileView {
        pages = List.copyOf(pages);
        documents = List.copyOf(documents);
        history = List.copyOf(history);
    }

    /**
     * A page of the file.
     *
     * @param reading how it was read
     * @param use what it was taken for, with the reason
     * @param words how many
     */
    public record PageView(int number, String reading, String use, int words) {}

    /** A document of the file. */
    public record DocumentLine(
            String id,
            String type,
            List<Integer> pages,
            String state,
            @Nullable String cause) {

        public DocumentLine {
            pages = List.copyOf(pages);
        }
    }
}
