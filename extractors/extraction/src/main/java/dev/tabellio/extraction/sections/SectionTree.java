package dev.tabellio.extraction.sections;

import dev.tabellio.document.Document;
import dev.tabellio.document.ParsedFile;
import java.util.List;
import java.util.stream.Stream;

/**
 * All lines of a document, each in exactly one place.
 *
 * @param root the whole document; its own lines are the opening, before the first section: title, preamble
 * @param furniture running headers, footers and page numbers, in reading order
 */
public record SectionTree(Section root, List<PlacedLine> furniture) {

    public SectionTree {
        furniture = List.copyOf(furniture);
    }

    /** Reads the sections of one document; linear in its length, whatever it says. */
    public static SectionTree of(ParsedFile file, Document document) {
        DocumentLines lines = DocumentLines.of(file, document);
        return new SectionTree(SectionReader.read(lines.body()), lines.furniture());
    }

    /** The opening and all sections, in reading order. */
    public Stream<Section> sections() {
        return root.walk();
    }
}
