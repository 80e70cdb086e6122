package dev.tabellio.jobs.store;

import dev.tabellio.document.MediaType;
import dev.tabellio.document.SourceFile;
import java.util.Optional;

/**
 * A file of a run.
 *
 * @param path relative to the inbox, with forward slashes
 * @param sha256 empty if the bytes could not be read
 * @param mediaType empty if the file was refused
 * @param cause why it is in its state, a sentence for a person
 * @param pages 0 until they are known
 * @param partition which partition processes it
 * @param original the file whose bytes these are
 * @param pageRemarks what a person should know about its pages: unknown or unreadable ones
 * @param crashes how often a process died while it worked on the file
 * @param parseKey artifact of its {@code ParsedFile}
 * @param classifyKey artifact of its {@code Classification}
 * @param recompute what has to be computed although there is an artifact
 */
public record FileRow(
        String run,
        String path,
        Optional<String> sha256,
        long bytes,
        Optional<MediaType> mediaType,
        FileState state,
        Optional<String> cause,
        int pages,
        int partition,
        Optional<FileRef> original,
        Optional<String> pageRemarks,
        int crashes,
        Optional<String> parseKey,
        Optional<String> classifyKey,
        Optional<Recompute> recompute) {

    /** A file as registration finds it. */
    public FileRow(
            String run,
            String path,
            Optional<String> sha256,
            long bytes,
            Optional<MediaType> mediaType,
            FileState state,
            Optional<String> cause,
            int pages) {
        this(
                run,
                path,
                sha256,
                bytes,
                mediaType,
                state,
                cause,
                pages,
                0,
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same file in a partition. */
    public FileRow inPartition(int number) {
        return new FileRow(
                run,
                path,
                sha256,
                bytes,
                mediaType,
                state,
                cause,
                pages,
                number,
                original,
                pageRemarks,
                crashes,
                parseKey,
                classifyKey,
                recompute);
    }

    /** The same file, which need not be processed because another one has its bytes. */
    public FileRow duplicateOf(FileRef first, String because) {
        return new FileRow(
                run,
                path,
                sha256,
                bytes,
                mediaType,
                FileState.DUPLICATE,
                Optional.of(because),
                pages,
                partition,
                Optional.of(first),
                pageRemarks,
                crashes,
                parseKey,
                classifyKey,
                recompute);
    }

    /** The same file with a wish to compute something again. */
    public FileRow recomputing(Optional<Recompute> wish) {
        return new FileRow(
                run,
                path,
                sha256,
                bytes,
                mediaType,
                state,
                cause,
                pages,
                partition,
                original,
                pageRemarks,
                crashes,
                parseKey,
                classifyKey,
                wish);
    }

    /** A file of a run. */
    public record FileRef(String run, String path) {}

    /** What the stages know of it. @throws IllegalStateException if it was refused at the door */
    public SourceFile source() {
        return new SourceFile(
                sha256.orElseThrow(() -> new IllegalStateException(path + " could not be read")),
                path,
                bytes,
                mediaType.orElseThrow(() -> new IllegalStateException(path + " was refused")));
    }
}
