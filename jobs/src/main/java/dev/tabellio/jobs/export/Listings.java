package dev.tabellio.jobs.export;

import dev.tabellio.jobs.store.DocumentRow;
import dev.tabellio.jobs.store.DocumentRow.DocumentRef;
import dev.tabellio.jobs.store.FileRow;
import dev.tabellio.jobs.store.FileRow.FileRef;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** {@code files.csv} and {@code documents.csv}: every file and every document of the run with its state and the cause. */
final class Listings {

    private static final String FILES = "files.csv";
    private static final String DOCUMENTS = "documents.csv";

    private Listings() {}

    static void files(List<FileRow> files, ExportFolder out) throws IOException {
        try (Writer writer = out.create(FILES)) {
            CsvLine.write(
                    writer,
                    List.of("file", "sha256", "bytes", "pages", "state", "cause", "original_run", "original_file"));
            for (FileRow file : files) {
                CsvLine.write(
                        writer,
                        List.of(
                                file.path(),
                                file.sha256().orElse(""),
                                String.valueOf(file.bytes()),
                                String.valueOf(file.pages()),
                                file.state().name(),
                                file.cause().orElse(""),
                                file.original().map(FileRef::run).orElse(""),
                                file.original().map(FileRef::path).orElse("")));
            }
        }
    }

    static void documents(List<DocumentRow> documents, ExportFolder out) throws IOException {
        try (Writer writer = out.create(DOCUMENTS)) {
            CsvLine.write(
                    writer,
                    List.of("document", "file", "pages", "type", "state", "cause", "copy_of_run", "copy_of_document"));
            for (DocumentRow document : documents) {
                CsvLine.write(
                        writer,
                        List.of(
                                document.id(),
                                document.path(),
                                document.pages().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                                document.type(),
                                document.state().name(),
                                document.cause().orElse(""),
                                document.copyOf().map(DocumentRef::run).orElse(""),
                                document.copyOf().map(DocumentRef::document).orElse("")));
            }
        }
    }
}
