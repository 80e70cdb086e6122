package dev.tabellio.jobs.reading;

import dev.tabellio.document.ArtifactJson;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageReading;
import dev.tabellio.document.ParsedFile;
import java.util.stream.Collectors;

/** The ways in which a read file can be printed. */
public enum ReadingFormat {
    /** Everything: words with boxes in points, cells, checkboxes, form fields, tables. */
    JSON {
        @Override
        public String print(ParsedFile file) {
            return ArtifactJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n";
        }
    },
    /** Every line in reading order; a form feed between pages. */
    TEXT {
        @Override
        public String print(ParsedFile file) {
            return file.pages().stream().map(ReadingFormat::text).collect(Collectors.joining("\f"));
        }
    },
    MARKDOWN {
        @Override
        public String print(ParsedFile file) {
            return Prose.of(file, new MarkdownWriter());
        }
    },
    HTML {
        @Override
        public String print(ParsedFile file) {
            return Prose.of(file, new HtmlWriter());
        }
    };

    /** The file in this format; ends with a line break. */
    public abstract String print(ParsedFile file);

    private static String text(Page page) {
        if (page.reading() == PageReading.FAILED) {
            return "[page %d could not be read: %s]%n".formatted(page.number(), page.failure());
        }
        return page.lines().stream().map(line -> page.text(line) + "\n").collect(Collectors.joining());
    }
}
