package dev.tabellio.jobs.cli;

import dev.tabellio.document.Page;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.extraction.parse.PageImages;
import dev.tabellio.jobs.Runs;
import dev.tabellio.jobs.cli.DocumentChoice.Found;
import dev.tabellio.jobs.inspect.Examined.ExaminedDocument;
import dev.tabellio.jobs.inspect.FreshFiles;
import dev.tabellio.jobs.inspect.Marks;
import dev.tabellio.jobs.overlay.PageOverlay;
import dev.tabellio.jobs.process.Stages;
import dev.tabellio.jobs.process.StandardStages;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one document or file with all that led to its state. */
@Command(
        name = "show",
        description = {
            "Show a document or a file: fields with values and citations, findings, copies, history.",
            "Takes a document id (or its first digits), a path as listed by a run, or any file, which is read on the spot"
                    + " if no run has it."
        })
final class ShowCommand extends OperatorCommand {

    @Parameters(paramLabel = "DOCUMENT|FILE", description = "Document id or path of a file.")
    private String name = "";

    @Option(names = "--run", paramLabel = "RUN", description = "The run to look in (default: the newest that has it).")
    private @Nullable String run;

    @Option(names = "--all", description = "Show satisfied and not applicable rules, too.")
    private boolean all;

    @Option(
            names = "--overlay",
            paramLabel = "PNG",
            description = "Draw words, cells, checkboxes and fields onto a picture of the page.")
    private @Nullable Path overlay;

    @Option(
            names = "--page",
            paramLabel = "N",
            description = "Page of the overlay (default: the first of the document).")
    private @Nullable Integer page;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    ExitCode execute() throws IOException {
        Found found = find();
        if (found.document().isPresent()) {
            if (json) {
                printJson(found.document().get().view());
            } else {
                out().print(DocumentText.of(found.document().get().view(), all));
            }
        } else if (json) {
            printJson(found.file().file());
        } else {
            out().print(FileText.of(found.file().file()));
        }
        if (overlay != null) {
            draw(found, overlay);
        }
        return ExitCode.COMPLETED;
    }

    private Found find() {
        try (Runs runs = Runs.open(config())) {
            Optional<Found> stored = DocumentChoice.of(runs, name, Optional.ofNullable(run));
            if (stored.isPresent()) {
                return stored.get();
            }
        }
        if (run == null && Files.isRegularFile(Path.of(name))) {
            err().println("No run has this file; it is read now and nothing is stored.");
            err().flush();
            try (Stages stages = StandardStages.open(config(), documentTypes())) {
                return new Found(new FreshFiles(stages).examine(Path.of(name)), Optional.empty());
            }
        }
        throw DocumentChoice.unknown(name, run == null ? ", and there is no such file" : "");
    }

    private void draw(Found found, Path target) throws IOException {
        ParsedFile parsed = found.file()
                .parsed()
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.FAILED,
                        "there is nothing to draw: %s was not read"
                                .formatted(found.file().file().path())));
        int number = page != null
                ? page
                : found.document()
                        .map(document -> document.view().pages().get(0))
                        .orElse(1);
        if (number < 1 || number > parsed.pages().size()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "there is no page %d; the file has %d"
                            .formatted(number, parsed.pages().size()));
        }
        Path original = found.file().original();
        if (!Files.isReadable(original)) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "the original is no longer at %s, so there is no picture to draw on".formatted(original));
        }
        Page read = parsed.page(number);
        BufferedImage image = new PageImages(config().ocr().timePerPage())
                .draw(original, found.file().mediaType().orElseThrow(), number, (int)
                        Math.round(72 * PageOverlay.SCALE));
        List<ExaminedDocument> marked =
                found.document().map(List::of).orElse(found.file().documents());
        ImageIO.write(PageOverlay.draw(image, read, Marks.on(number, marked)), "png", target.toFile());
        err().println("Page %d drawn to %s".formatted(number, target));
    }
}
