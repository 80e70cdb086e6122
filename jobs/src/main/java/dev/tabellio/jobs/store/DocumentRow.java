package dev.tabellio.jobs.store;

import dev.tabellio.reconciliation.Disposition;
import java.util.List;
import java.util.Optional;

/**
 * A document of a run.
 *
 * @param path of the file that it was found in
 * @param ordinal its place among the documents of the file, from 0
 * @param pages its page numbers, ascending
 * @param identityDigest SHA-256 of what makes two documents the same one; empty if that could not be read
 * @param valuesDigest SHA-256 of its values without those that differ between copies; empty if it was not read
 * @param disposition its own, before tie-out; empty if it was not read
 * @param cause why it is in its state, a sentence for a person
 * @param copyOf the document that it is a copy of
 * @param extractedKey artifact of its {@code ExtractedDocument}
 * @param reconciledKey artifact of its {@code Reconciliation}
 * @param tiedKey artifact of what tie-out added
 * @param waitsFor why a model could not be asked about it
 * @param asked how many fields models were asked for
 * @param versions what led to its result; empty if it was not read
 */
public record DocumentRow(
        String run,
        String id,
        String path,
        int ordinal,
        String type,
        String typeVersion,
        List<Integer> pages,
        Optional<String> identityDigest,
        Optional<String> valuesDigest,
        Optional<Disposition> disposition,
        DocumentState state,
        Optional<String> cause,
        Optional<DocumentRef> copyOf,
        Optional<String> extractedKey,
        Optional<String> reconciledKey,
        Optional<String> tiedKey,
        Optional<String> waitsFor,
        Asked asked,
        Optional<ResultVersions> versions) {

    public DocumentRow {
        pages = List.copyOf(pages);
    }

    /**
     * How many of its fields language models were asked for.
     *
     * @param fields of the document, read by whomever
     */
    public record Asked(int fields, int small, int large, int challenger) {

        /** Nobody was asked. */
        public static Asked nobody(int fields) {
            return new Asked(fields, 0, 0, 0);
        }
    }

    /** A document of a run. */
    public record DocumentRef(String run, String document) {}
}
