package dev.tabellio.jobs.doctypes;

/**
 * Something that is wrong with a document type.
 *
 * @param file relative to the type's folder, or empty if it is not about one file
 * @param line from 1, or 0 if it is not known
 * @param says what is wrong and what is expected
 */
public record Problem(String file, int line, String says) {

    /** Such as {@code schema.json:12: ...}, as compilers write it. */
    @Override
    public String toString() {
        if (file.isEmpty()) {
            return says;
        }
        return line > 0 ? "%s:%d: %s".formatted(file, line, says) : "%s: %s".formatted(file, says);
    }
}
