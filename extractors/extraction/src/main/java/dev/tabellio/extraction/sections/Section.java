package dev.tabellio.extraction.sections;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A section with the sections below it.
 *
 * @param number as printed: "2.", "2.3", "(a)", "ARTICLE II"; empty for a heading without a number and for the opening
 * @param reference how another section would cite it: "2.3(a)"; empty if there is no number
 * @param heading without the number: "Governing Law"; empty if there is none
 * @param lines its own lines, in reading order, its number and heading among them, up to its first child
 * @param children in reading order
 */
public record Section(String number, String reference, String heading, List<PlacedLine> lines, List<Section> children) {

    public Section {
        lines = List.copyOf(lines);
        children = List.copyOf(children);
    }

    /** This section and all below it, in reading order. */
    public Stream<Section> walk() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Section::walk));
    }

    /** Its own lines and those of all sections below it, in reading order. */
    public Stream<PlacedLine> allLines() {
        return walk().flatMap(section -> section.lines().stream());
    }

    /** The text of {@link #allLines()}, one line each. */
    public String text() {
        return allLines().map(PlacedLine::text).collect(Collectors.joining("\n"));
    }
}
