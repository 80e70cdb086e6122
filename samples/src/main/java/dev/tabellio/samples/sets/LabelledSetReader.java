package dev.tabellio.samples.sets;

import java.io.IOException;
import java.nio.file.Path;

/** Reads one layout of labels. Stateless and safe for all threads. */
public interface LabelledSetReader {

    /** Whether the folder has this reader's layout, judged by its names alone. */
    boolean recognises(Path folder) throws IOException;

    /**
     * Reads all cases of a folder.
     *
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException naming file and cause if labels contradict themselves or the mapping
     */
    LabelledSet read(Path folder) throws IOException;
}
