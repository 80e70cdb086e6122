package dev.tabellio.jobs.store;

import java.util.Optional;

/**
 * An operator's wish to compute something again although its artifact is there.
 *
 * @param from the first stage to compute again
 * @param document the only document to read again; empty for all of the file
 */
public record Recompute(Stage from, Optional<String> document) {

    /** Whether an artifact of a stage may be used. @param document empty for artifacts of the whole file */
    public boolean wants(Stage stage, Optional<String> about) {
        boolean late = stage.compareTo(from) >= 0;
        return late && (document.isEmpty() || about.isEmpty() || document.equals(about));
    }

    /** The wish that {@link #toString()} wrote. */
    static Recompute parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new Recompute(Stage.valueOf(text), Optional.empty())
                : new Recompute(Stage.valueOf(text.substring(0, colon)), Optional.of(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return document.map(id -> from.name() + ":" + id).orElse(from.name());
    }
}
