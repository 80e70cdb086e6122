package dev.tabellio.document;

/**
 * The bytes that arrived.
 *
 * @param sha256 64 lower-case hex digits: the identity of the file
 * @param path relative to the inbox, with forward slashes
 * @param bytes size in bytes
 */
public record SourceFile(String sha256, String path, long bytes, MediaType mediaType) {

    /** @throws IllegalArgumentException if the digest is not a SHA-256 or the size is negative */
    public SourceFile {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
        if (bytes < 0) {
            throw new IllegalArgumentException("negative size");
        }
    }
}
