package dev.tabellio.jobs.report;

import java.util.List;

/**
 * One reason that one or more files or documents share.
 *
 * @param says a sentence without the particulars of a single document
 * @param count how many share it
 * @param examples the first few of them
 */
public record Cause(String says, int count, List<Example> examples) {

    public Cause {
        examples = List.copyOf(examples);
    }

    /**
     * A file or document to look at.
     *
     * @param id what {@code show} takes: a document id, or the file's path if it has no document
     * @param where path in the inbox, and pages where that is known
     */
    public record Example(String id, String where) {}
}
