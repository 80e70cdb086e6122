package dev.tabellio.jobs.report;

import dev.tabellio.jobs.store.DocumentRow;
import dev.tabellio.jobs.store.DocumentRow.Asked;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What share of a run's documents and fields language models were asked about.
 *
 * @param documents that were read
 * @param fields of them
 */
public record ModelShare(int documents, int fields, Tier small, Tier large, Tier challenger) {

    /** What one model was asked about. */
    public record Tier(int documents, int fields) {}

    /** Of the documents of a run. */
    static ModelShare of(List<DocumentRow> documents) {
        List<Asked> read = documents.stream()
                .filter(document -> document.extractedKey().isPresent())
                .map(DocumentRow::asked)
                .toList();
        return new ModelShare(
                read.size(),
                read.stream().mapToInt(Asked::fields).sum(),
                tier(read, Asked::small),
                tier(read, Asked::large),
                tier(read, Asked::challenger));
    }

    private static Tier tier(List<Asked> read, ToIntFunction<Asked> fields) {
        return new Tier(
                (int) read.stream()
                        .filter(asked -> fields.applyAsInt(asked) > 0)
                        .count(),
                read.stream().mapToInt(fields).sum());
    }

    /** Whether any model was asked. */
    boolean any() {
        return small.documents() + large.documents() + challenger.documents() > 0;
    }
}
