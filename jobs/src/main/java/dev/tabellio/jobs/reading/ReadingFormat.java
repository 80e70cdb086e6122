package dev.tabellio.jobs.reading;

import dev.tabellio.document.ArtifactJson;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageReading;
import dev.tabellio.document.ParsedFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** The ways in which a read file can be printed. */
public enum ReadingFormat {
    /** Everything: words with boxes in points, cells, checkboxes, form fields, tables. */
    JSON("json") {
        @Override
        public String print(ParsedFile file) {
            return ArtifactJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n";
        }

        @Override
        public void write(ParsedFile file, OutputStream out) throws IOException {
            out.write(ArtifactJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(file));
            out.write('\n');
        }
    },
    /** Every line in reading order; a form feed between pages. */
    TEXT("txt") {
        @Override
        public String print(ParsedFile file) {
            return file.pages().stream().map(ReadingFormat::text).collect(Collectors.joining("\f"));
        }
    },
    MARKDOWN("md") {
        @Override
        public String print(ParsedFile file) {
            return Prose.of(file, new MarkdownWriter());
        }
    },
    HTML("html") {
        @Override
        public String print(ParsedFile file) {
            return Prose.of(file, new HtmlWriter());
        }
    };

    private final String extension;

    ReadingFormat(String extension) {
        this.extension = extension;
    }

    /** What names of files in this format end with, without the dot. */
    public String extension() {
        return extension;
    }

    /** The file in this format; ends with a line break. */
    public abstract String print(ParsedFile file);

    /** Writes what {@link #print} gives, in UTF-8. */
    public void write(ParsedFile file, OutputStream out) throws IOException {
        out.write(print(file).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Page page) {
        if (page.reading() == PageReading.FAILED) {
            return "[page %d could not be read: %s]%n".formatted(page.number(), page.failure());
        }
        return page.lines().stream().map(line -> page.text(line) + "\n").collect(Collectors.joining());
    }
}
