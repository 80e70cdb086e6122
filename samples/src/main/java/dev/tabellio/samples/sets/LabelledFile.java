package dev.tabellio.samples.sets;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A file of a case.
 *
 * @param path relative to the set's inbox, forward slashes
 * @param duplicateOf path of the file that has the same bytes and comes first; null if there is none
 */
public record LabelledFile(
        String path,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String duplicateOf) {}
