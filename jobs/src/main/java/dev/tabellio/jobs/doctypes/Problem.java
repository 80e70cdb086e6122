package dev.tabellio.jobs.doctypes;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that is wrong with a document type.
 *
 * @param file relative to the type's folder, or empty if it is not about one file
 * @param line from 1, or 0 if it is not known
 * @param says what is wrong and what is expected
 */
public record Problem(String file, int line, String says) {

    private static final Pattern STAGE_MESSAGE =
            Pattern.compile("document type [^:]+: (?:([^:\\s]+\\.[a-z]+): )?(?:line (\\d+): )?(.*)");

    /** One problem for each line of what a {@link StageCheck} complained about. */
    static List<Problem> of(IllegalArgumentException complaint) {
        return String.valueOf(complaint.getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .map(Problem::of)
                .toList();
    }

    private static Problem of(String line) {
        Matcher known = STAGE_MESSAGE.matcher(line);
        if (!known.matches()) {
            return new Problem("", 0, line);
        }
        String file = known.group(1) == null ? "" : known.group(1);
        int number = known.group(2) == null ? 0 : Integer.parseInt(known.group(2));
        return new Problem(file, number, known.group(3));
    }

    /** Such as {@code schema.json:12: ...}, as compilers write it. */
    @Override
    public String toString() {
        if (file.isEmpty()) {
            return says;
        }
        return line > 0 ? "%s:%d: %s".formatted(file, line, says) : "%s: %s".formatted(file, says);
    }
}
