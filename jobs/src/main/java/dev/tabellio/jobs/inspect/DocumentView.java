package dev.tabellio.jobs.inspect;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.jobs.store.ResultVersions;
import dev.tabellio.reconciliation.Finding;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document with all that led to its state.
 *
 * @param id of the document
 * @param run that it belongs to; null if the file was read just now, outside of a run
 * @param state as stored, or the disposition if it was read just now
 * @param cause why it is in that state; null if nothing needs saying
 * @param copyOf the document that it is a copy of; null if it is the first
 * @param copies where further prints of it stand
 * @param fields by JSON pointer in the order of the schema
 * @param findings of the document's own rules and of tie-out
 * @param history what was done with its file, oldest first
 * @param unseen what in its pages is not for people
 * @param versions what led to its result; null if it has none or was read just now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DocumentView(
        String id,
        @Nullable String run,
        String file,
        List<Integer> pages,
        String type,
        String typeVersion,
        String state,
        @Nullable String cause,
        @Nullable String copyOf,
        List<String> copies,
        Map<String, ExtractedField> fields,
        List<Finding> findings,
        List<Event> history,
        Unseen unseen,
        @Nullable ResultVersions versions) {

    public DocumentView {
        pages = List.copyOf(pages);
        copies = List.copyOf(copies);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        findings = List.copyOf(findings);
        history = List.copyOf(history);
    }

    /**
     * Something that happened.
     *
     * @param at ISO 8601 in UTC
     */
    public record Event(String at, String says) {}
}
