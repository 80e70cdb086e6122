package dev.tabellio.extraction.admission;

import dev.tabellio.document.MediaType;
import dev.tabellio.document.SourceFile;

/** The decision on one file. */
public sealed interface Admission {

    /** 64 lower-case hex digits, also of a refused file. */
    String sha256();

    /** Size of the file. */
    long bytes();

    /**
     * The file can be opened.
     *
     * @param pages at least 1
     */
    record Admitted(String sha256, long bytes, MediaType mediaType, int pages) implements Admission {

        /**
         * The record of the file.
         *
         * @param path relative to the inbox, with forward slashes
         */
        public SourceFile sourceFile(String path) {
            return new SourceFile(sha256, path, bytes, mediaType);
        }
    }

    /**
     * The file cannot be read.
     *
     * @param says a sentence for the person who sent the file
     */
    record Refused(String sha256, long bytes, Reason reason, String says) implements Admission {}

    /** Why files are refused: stable names to count by. */
    enum Reason {
        EMPTY,
        NOT_A_DOCUMENT,
        NEEDS_PASSWORD,
        DAMAGED,
        NO_PAGES,
        TOO_MANY_BYTES,
        TOO_MANY_PAGES,
        TOO_MANY_PIXELS
    }
}
