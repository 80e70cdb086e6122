package dev.tabellio.jobs.cli;

import dev.tabellio.document.Page;
import dev.tabellio.document.PageNumbers;
import dev.tabellio.document.PageReading;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.ProcessingFailure;
import dev.tabellio.jobs.config.TabellioConfig;
import dev.tabellio.jobs.reading.FileReading;
import dev.tabellio.jobs.reading.FolderReading;
import dev.tabellio.jobs.reading.ReadingFormat;
import dev.tabellio.jobs.register.Inbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what is read of one file, or writes what is read of many. */
@Command(
        name = "parse",
        description = {
            "Read files: text layer, form fields and text recognition, in reading order.",
            "One file is printed; with --out, whole folders are written file by file. No document type is needed.",
            ""
        })
final class ParseCommand extends OperatorCommand {

    private static final double NANOS = 1e9;

    @Parameters(
            paramLabel = "FILE|FOLDER",
            arity = "1..*",
            description = "PDF, PNG, JPEG or TIFF files, or folders of them.")
    private List<Path> given = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Write a file below DIR for each file read: its path and the format's extension (a/b.pdf.json)."
                            + " Needed for folders and for several files; replaces what is there.")
    private @Nullable Path target;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "json (words with boxes in points, cells, checkboxes, tables), text, markdown or html (default: text).")
    private ReadingFormat format = ReadingFormat.TEXT;

    @Option(
            names = "--layout",
            paramLabel = "MODEL",
            description =
                    "Name regions of pages with the layout model that ships (built-in), with a TorchScript or ONNX file, or"
                            + " not at all (none). Default: layout.model of the configuration.")
    private Optional<String> layout = Optional.empty();

    @Option(names = "--workers", paramLabel = "N", description = "Files at the same time (default: the cores).")
    private @Nullable Integer workers;

    @Override
    ExitCode execute() {
        TabellioConfig config = workers == null ? config() : config().withWorkers(workers);
        config = withLayout(config);
        if (target != null) {
            return write(config, target);
        }
        if (given.size() != 1 || Files.isDirectory(given.get(0))) {
            throw new CommandFailure(
                    ExitCode.USAGE, "several files are not printed: name a folder for them with --out");
        }
        return print(config, given.get(0));
    }

    private ExitCode print(TabellioConfig config, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure(ExitCode.USAGE, file + ": no such file");
        }
        try (FileReading reading = FileReading.open(config)) {
            ParsedFile parsed = reading.read(file);
            out().print(format.print(parsed));
            List<Integer> failed = parsed.pages().stream()
                    .filter(page -> page.reading() == PageReading.FAILED)
                    .map(Page::number)
                    .toList();
            if (!failed.isEmpty()) {
                throw new CommandFailure(
                        ExitCode.FAILED, "%s: %s could not be read".formatted(file, PageNumbers.named(failed)));
            }
            return ExitCode.COMPLETED;
        } catch (ProcessingFailure e) {
            throw new CommandFailure(ExitCode.FAILED, "%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private ExitCode write(TabellioConfig config, Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new CommandFailure(ExitCode.USAGE, folder + " is not a folder");
        }
        Inbox inbox = inbox();
        Tally tally = new Tally();
        try (FileReading reading = FileReading.open(config)) {
            long begun = System.nanoTime();
            new FolderReading(reading, format, folder, config.workers()).read(inbox, outcome -> {
                tally.add(outcome);
                outcome.trouble().ifPresent(why -> err().println(outcome.path() + ": " + why));
            });
            out().println(tally.says((System.nanoTime() - begun) / NANOS, folder));
            return tally.code();
        } catch (ProcessingFailure e) {
            throw new CommandFailure(ExitCode.FAILED, String.valueOf(e.getMessage()), e);
        }
    }

    private Inbox inbox() {
        try {
            return Inbox.of(given);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        }
    }

    private TabellioConfig withLayout(TabellioConfig config) {
        return layout.map(wanted -> config.withLayout(
                        TabellioConfig.Layout.of(wanted, Path.of("").toAbsolutePath())))
                .orElse(config);
    }

    /** What became of the files so far. */
    private static final class Tally {
        private int files;
        private int pages;
        private int failed;

        void add(FolderReading.Outcome outcome) {
            files++;
            pages += outcome.pages();
            failed += outcome.trouble().isPresent() ? 1 : 0;
        }

        String says(double seconds, Path folder) {
            return String.format(
                    Locale.ROOT,
                    "Read %d files, %d pages in %.1f s (%.1f pages/s), %d failed: %s",
                    files,
                    pages,
                    seconds,
                    pages / seconds,
                    failed,
                    folder);
        }

        ExitCode code() {
            if (failed == 0) {
                return ExitCode.COMPLETED;
            }
            return failed == files ? ExitCode.FAILED : ExitCode.COMPLETED_WITH_PARKED;
        }
    }
}
