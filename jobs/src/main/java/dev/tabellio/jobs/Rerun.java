package dev.tabellio.jobs;

import dev.tabellio.jobs.store.DocumentRow;
import dev.tabellio.jobs.store.FileRow;
import dev.tabellio.jobs.store.FileState;
import dev.tabellio.jobs.store.Recompute;
import dev.tabellio.jobs.store.Stage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to be done again in a run. What it does not name, and what is computed already and still valid, stays.
 *
 * @param failed whatever is parked or quarantined
 * @param waiting whatever a model could not be asked about
 * @param file path relative to the inbox
 * @param document id of a document, whose file is processed again
 * @param from compute this stage and the later ones again even if nothing changed; of everything, unless a file or
 *     document is named
 */
public record Rerun(
        boolean failed, boolean waiting, Optional<String> file, Optional<String> document, Optional<Stage> from) {

    /** What waits for a model. */
    public static final Rerun WAITING = new Rerun(false, true, Optional.empty(), Optional.empty(), Optional.empty());

    /** Everything but what waits for a model. */
    public Rerun(boolean failed, Optional<String> file, Optional<String> document, Optional<Stage> from) {
        this(failed, false, file, document, from);
    }

    /** @throws IllegalArgumentException unless it names what to do, in one way */
    public Rerun {
        int ways = (failed ? 1 : 0) + (waiting ? 1 : 0) + (file.isPresent() ? 1 : 0) + (document.isPresent() ? 1 : 0);
        if (ways > 1 || ways == 0 && from.isEmpty()) {
            throw new IllegalArgumentException(
                    "say what to do again: --failed, --waiting, --document, --file or --from");
        }
        if (from.isPresent() && from.get().compareTo(Stage.TIE_OUT) >= 0 && ways > 0) {
            throw new IllegalArgumentException("tie-out looks at the whole run: give --from %s alone"
                    .formatted(from.get().label()));
        }
    }

    /**
     * The files that are concerned.
     *
     * @param documents of the run
     * @throws IllegalArgumentException if there is no such file or document
     */
    List<FileRow> concerns(List<FileRow> files, List<DocumentRow> documents) {
        if (failed) {
            return files.stream()
                    .filter(row -> row.state() == FileState.PARKED || row.state() == FileState.QUARANTINED)
                    .toList();
        }
        if (waiting) {
            Set<String> paths = documents.stream()
                    .filter(row -> row.waitsFor().isPresent())
                    .map(DocumentRow::path)
                    .collect(Collectors.toSet());
            return files.stream().filter(row -> paths.contains(row.path())).toList();
        }
        if (document.isPresent()) {
            String path = documents.stream()
                    .filter(row -> row.id().equals(document.get()))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException("the run has no document '%s'".formatted(document.get())))
                    .path();
            return files.stream().filter(row -> row.path().equals(path)).toList();
        }
        if (file.isPresent()) {
            List<FileRow> named =
                    files.stream().filter(row -> row.path().equals(file.get())).toList();
            if (named.isEmpty()) {
                throw new IllegalArgumentException("the run has no file '%s'".formatted(file.get()));
            }
            return named;
        }
        return from.get() == Stage.TIE_OUT
                ? List.of()
                : files.stream().filter(row -> row.classifyKey().isPresent()).toList();
    }

    /** What has to be computed although it is there. */
    Optional<Recompute> recompute() {
        if (document.isPresent()) {
            return Optional.of(new Recompute(from.orElse(Stage.SYNTHESIZE), document));
        }
        if (file.isPresent()) {
            return Optional.of(new Recompute(from.orElse(Stage.PARSE), Optional.empty()));
        }
        return from.map(stage -> new Recompute(stage, Optional.empty()));
    }
}
