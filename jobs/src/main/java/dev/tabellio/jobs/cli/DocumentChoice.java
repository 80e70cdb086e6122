package dev.tabellio.jobs.cli;

import dev.tabellio.jobs.Runs;
import dev.tabellio.jobs.inspect.Examined;
import dev.tabellio.jobs.inspect.Examined.ExaminedDocument;
import dev.tabellio.jobs.inspect.StoredFiles;
import dev.tabellio.jobs.store.DocumentRow;
import dev.tabellio.jobs.store.FileRow;
import java.util.List;
import java.util.Optional;

/** Which document or file an operator means. */
final class DocumentChoice {

    private DocumentChoice() {}

    /** What was asked for: a file, and the document in it unless the whole file is meant. */
    record Found(Examined file, Optional<ExaminedDocument> document) {}

    /**
     * Looks through the runs, the newest first.
     *
     * @param name the beginning of a document's id, a path relative to an inbox, or the path of a file
     * @param within the run to look in; empty for all
     * @throws CommandFailure if several documents are meant, or there is no such run
     */
    static Optional<Found> of(Runs runs, String name, Optional<String> within) {
        within.ifPresent(id -> RunChoice.of(runs, id));
        StoredFiles stored = new StoredFiles(runs.stores());
        if (name.matches("[0-9a-f]{4,64}")) {
            List<DocumentRow> rows = stored.documents(name, within);
            List<String> ids = rows.stream().map(DocumentRow::id).distinct().toList();
            if (ids.size() > 1) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "several documents start with %s: %s"
                                .formatted(name, String.join(", ", ids.subList(0, Math.min(5, ids.size())))));
            }
            if (!rows.isEmpty()) {
                return Optional.of(document(runs, stored, rows.get(0)));
            }
        }
        return stored.file(name, within).map(file -> new Found(stored.examine(file), Optional.empty()));
    }

    /** @param more what else was looked for */
    static CommandFailure unknown(String name, String more) {
        return new CommandFailure(
                ExitCode.USAGE,
                "no run has a document or file '%s'%s; 'tabellio status' lists what needs a look"
                        .formatted(name, more));
    }

    private static Found document(Runs runs, StoredFiles stored, DocumentRow row) {
        FileRow file = runs.stores().files().find(row.run(), row.path()).orElseThrow();
        Examined examined = stored.examine(file);
        return new Found(
                examined,
                examined.documents().stream()
                        .filter(document -> document.view().id().equals(row.id()))
                        .findFirst());
    }
}
