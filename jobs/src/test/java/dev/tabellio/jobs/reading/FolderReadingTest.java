package dev.tabellio.jobs.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.ArtifactJson;
import dev.tabellio.document.Page;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.SourceFile;
import dev.tabellio.extraction.admission.AdmissionLimits;
import dev.tabellio.extraction.admission.FileAdmission;
import dev.tabellio.extraction.parse.DocumentParser;
import dev.tabellio.extraction.parse.ParseOptions;
import dev.tabellio.extraction.parse.StandardDocumentParser;
import dev.tabellio.jobs.reading.FolderReading.Outcome;
import dev.tabellio.jobs.register.Inbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FolderReadingTest {

    private static final Path SAMPLES = Path.of("..", "samples", "documents");

    @TempDir
    Path folder;

    private Path inbox = Path.of("");
    private Path target = Path.of("");

    @BeforeEach
    void fillAnInbox() throws IOException {
        inbox = folder.resolve("inbox");
        target = folder.resolve("read");
        Files.createDirectories(inbox.resolve("a/b"));
        Files.copy(SAMPLES.resolve("us-w2/irs/document.pdf"), inbox.resolve("a/b/w2.pdf"));
        Files.copy(SAMPLES.resolve("nda/mutual/document.pdf"), inbox.resolve("nda.pdf"));
    }

    @Test
    void writesOneFileForEachFileInTheSameFolders() throws IOException {
        List<Outcome> outcomes = read(ReadingFormat.JSON);

        assertThat(outcomes).extracting(Outcome::path).containsExactly("a/b/w2.pdf", "nda.pdf");
        assertThat(outcomes).extracting(Outcome::trouble).containsOnly(Optional.empty());
        assertThat(written()).containsExactly("a/b/w2.pdf.json", "nda.pdf.json");
        ParsedFile parsed =
                ArtifactJson.mapper().readValue(target.resolve("nda.pdf.json").toFile(), ParsedFile.class);
        assertThat(parsed.pages()).hasSize(outcomes.get(1).pages());
    }

    @ParameterizedTest
    @EnumSource
    void writesTheSameAsIsPrintedOfOneFile(ReadingFormat format) {
        read(format);

        try (FileReading reading = reading()) {
            assertThat(target.resolve("nda.pdf." + format.extension()))
                    .hasContent(format.print(reading.read(inbox.resolve("nda.pdf"))));
        }
    }

    @Test
    void filesThatDifferInTheirEndingOnlyDoNotMeet() throws IOException {
        Files.copy(inbox.resolve("nda.pdf"), inbox.resolve("nda"));
        Files.copy(inbox.resolve("a/b/w2.pdf"), inbox.resolve("nda.PDF"));

        read(ReadingFormat.TEXT);

        assertThat(written()).containsExactly("a/b/w2.pdf.txt", "nda.PDF.txt", "nda.pdf.txt", "nda.txt");
        assertThat(target.resolve("nda.txt")).hasSameTextualContentAs(target.resolve("nda.pdf.txt"));
    }

    @Test
    void aBadFileDoesNotStopTheOthersAndLeavesNothingOld() throws IOException {
        read(ReadingFormat.TEXT);
        Files.writeString(inbox.resolve("nda.pdf"), "%PDF-1.7\nnothing more");
        Files.writeString(inbox.resolve("notes"), "milk, bread");

        List<Outcome> outcomes = read(ReadingFormat.TEXT);

        assertThat(outcomes.get(0)).isEqualTo(new Outcome("a/b/w2.pdf", 1, Optional.empty()));
        assertThat(outcomes.get(1).trouble().orElseThrow()).startsWith("The PDF file cannot be opened");
        assertThat(outcomes.get(2).trouble().orElseThrow()).contains("not a PDF, PNG, JPEG or TIFF");
        assertThat(written()).containsExactly("a/b/w2.pdf.txt");
    }

    @Test
    void pagesThatCannotBeReadAreNamedAndTheRestIsWritten() throws IOException {
        DocumentParser parser = new DocumentParser() {
            @Override
            public ParsedFile parse(SourceFile file, Path path) {
                List<Page> pages = Stream.of(1, 2, 3)
                        .map(number -> Page.failed(
                                number,
                                612,
                                792,
                                "Page %d cannot be read: it takes longer than 60 s.".formatted(number)))
                        .toList();
                return new ParsedFile(file.sha256(), pages, List.of(), List.of());
            }

            @Override
            public String version() {
                return "fake";
            }

            @Override
            public void close() {}
        };

        List<Outcome> outcomes = read(new FileReading(admission()::admit, parser), ReadingFormat.TEXT);

        assertThat(outcomes.get(0))
                .isEqualTo(new Outcome(
                        "a/b/w2.pdf",
                        0,
                        Optional.of("pages 1-3 cannot be read. Page 1 cannot be read: it takes longer than 60 s.")));
        assertThat(written()).containsExactly("a/b/w2.pdf.txt", "nda.pdf.txt");
    }

    @Test
    void whatCannotBeWrittenIsSaid() throws IOException {
        Files.createDirectories(target);
        Files.writeString(target.resolve("a"), "a file where a folder is needed");

        assertThat(read(ReadingFormat.TEXT).get(0).trouble().orElseThrow())
                .contains("a/b/w2.pdf.txt cannot be written");
        assertThat(written()).containsExactly("a", "nda.pdf.txt");
    }

    @Test
    void aTargetInsideTheInboxIsNotRead() throws IOException {
        target = inbox.resolve("read");

        read(ReadingFormat.TEXT);

        assertThat(read(ReadingFormat.TEXT)).extracting(Outcome::path).containsExactly("a/b/w2.pdf", "nda.pdf");
    }

    private List<Outcome> read(ReadingFormat format) {
        try (FileReading reading = reading()) {
            return read(reading, format);
        }
    }

    private List<Outcome> read(FileReading reading, ReadingFormat format) {
        List<Outcome> outcomes = new ArrayList<>();
        new FolderReading(reading, format, target, 2).read(Inbox.of(List.of(inbox)), outcomes::add);
        return outcomes;
    }

    private static FileReading reading() {
        return new FileReading(admission()::admit, new StandardDocumentParser(ParseOptions.defaults()));
    }

    private static FileAdmission admission() {
        return new FileAdmission(AdmissionLimits.defaults());
    }

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.walk(target)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> target.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
