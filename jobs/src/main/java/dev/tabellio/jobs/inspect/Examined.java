package dev.tabellio.jobs.inspect;

import dev.tabellio.document.MediaType;
import dev.tabellio.document.PageArea;
import dev.tabellio.document.ParsedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file with all that is known of it, from a run or read just now.
 *
 * @param original where its bytes should be
 * @param mediaType empty if it was refused
 * @param parsed empty if it was not parsed
 * @param documents in the order in which they stand in the file
 */
public record Examined(
        Path original,
        Optional<MediaType> mediaType,
        Optional<ParsedFile> parsed,
        FileView file,
        List<ExaminedDocument> documents) {

    public Examined {
        documents = List.copyOf(documents);
    }

    /**
     * A document of the file.
     *
     * @param areas where it stands
     * @param copies where each further print of it stands
     */
    public record ExaminedDocument(DocumentView view, List<PageArea> areas, List<List<PageArea>> copies) {

        public ExaminedDocument {
            areas = List.copyOf(areas);
            copies = copies.stream().map(List::copyOf).toList();
        }
    }
}
