package dev.tabellio.extraction.synthesis.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of a document that is shown as a whole or not at all.
 *
 * @param path the first lines of the sections that it is in, outermost first; not its own lines
 * @param part whether it always matters
 * @param lines in reading order
 */
record Section(List<NumberedLine> path, Part part, List<NumberedLine> lines) {

    /** What a section is for the reader of a contract. */
    enum Part {
        /** Title, date and parties, before the first numbered section. */
        PREAMBLE,
        DEFINITIONS,
        /** What follows "IN WITNESS WHEREOF". */
        SIGNATURES,
        BODY
    }

    Section {
        path = List.copyOf(path);
        lines = List.copyOf(lines);
    }

    String text() {
        return lines.stream().map(NumberedLine::text).collect(Collectors.joining("\n"));
    }

    String heading() {
        return path.stream().map(NumberedLine::text).collect(Collectors.joining("\n"))
                + (lines.isEmpty() ? "" : "\n" + lines.get(0).text());
    }
}
