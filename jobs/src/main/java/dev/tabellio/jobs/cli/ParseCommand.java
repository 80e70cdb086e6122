package dev.tabellio.jobs.cli;

import dev.tabellio.document.Page;
import dev.tabellio.document.PageNumbers;
import dev.tabellio.document.PageReading;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.ProcessingFailure;
import dev.tabellio.extraction.admission.Admission;
import dev.tabellio.extraction.tables.FileTables;
import dev.tabellio.jobs.config.TabellioConfig;
import dev.tabellio.jobs.process.Stages;
import dev.tabellio.jobs.process.StandardStages;
import dev.tabellio.jobs.reading.ReadingFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what is read of one file. */
@Command(
        name = "parse",
        description = {
            "Print what is read of a file: text layer, form fields and text recognition, in reading order.",
            "Nothing is stored, and no document type is needed.",
            ""
        })
final class ParseCommand extends OperatorCommand {

    @Parameters(paramLabel = "FILE", description = "A PDF, PNG, JPEG or TIFF file.")
    private Path file = Path.of("");

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
                    "Name regions of pages with the layout model that ships (built-in), with a TorchScript file, or"
                            + " not at all (none). Default: layout.model of the configuration.")
    private Optional<String> layout = Optional.empty();

    @Override
    ExitCode execute() {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure(ExitCode.USAGE, file + ": no such file");
        }
        try (Stages stages = StandardStages.open(layoutConfig(), documentTypes())) {
            Admission admission = stages.admission().apply(file);
            if (admission instanceof Admission.Refused refused) {
                throw new CommandFailure(ExitCode.FAILED, "%s: %s".formatted(file, refused.says()));
            }
            Admission.Admitted admitted = (Admission.Admitted) admission;
            ParsedFile parsed =
                    FileTables.in(stages.parser().parse(admitted.sourceFile(String.valueOf(file.getFileName())), file));
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

    private TabellioConfig layoutConfig() {
        return layout.map(wanted -> config().withLayout(
                                TabellioConfig.Layout.of(wanted, Path.of("").toAbsolutePath())))
                .orElseGet(this::config);
    }
}
