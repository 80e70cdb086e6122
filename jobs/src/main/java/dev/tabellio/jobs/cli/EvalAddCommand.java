package dev.tabellio.jobs.cli;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.jobs.Runs;
import dev.tabellio.jobs.cli.DocumentChoice.Found;
import dev.tabellio.jobs.doctypes.SchemaLeaf;
import dev.tabellio.jobs.eval.CaseFromFile;
import dev.tabellio.jobs.inspect.Examined.ExaminedDocument;
import dev.tabellio.samples.generate.Sample;
import dev.tabellio.samples.generate.SampleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Turns a file of a run into a case of a labelled set. */
@Command(
        name = "add",
        description = {
            "Make a case of a labelled set from a file of a run, with all of its documents.",
            "",
            "The truth is what was read: correct truth.json where it is wrong, and 'tabellio eval FOLDER' holds every later"
                    + " version to it.",
            ""
        })
final class EvalAddCommand extends OperatorCommand {

    @Parameters(
            paramLabel = "DOCUMENT|FILE",
            description = "Id of a document (its first digits do), or a file as a run names it.")
    private String name = "";

    @Option(names = "--run", paramLabel = "RUN", description = "The run to look in (default: the newest that has it).")
    private Optional<String> run = Optional.empty();

    @Option(
            names = "--to",
            paramLabel = "FOLDER",
            description = "The labelled set, made if it is missing (default: 'cases' in the home folder).")
    private Optional<Path> folder = Optional.empty();

    @Override
    ExitCode execute() throws IOException {
        Found found;
        try (Runs runs = Runs.open(config())) {
            found = DocumentChoice.of(runs, name, run).orElseThrow(() -> DocumentChoice.unknown(name, ""));
        }
        List<ExaminedDocument> documents = found.file().documents();
        if (documents.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "no document was recognised in %s: there is nothing to state about it"
                            .formatted(found.file().file().path()));
        }
        Path set = folder.orElse(config().home().resolve("cases"));
        Path original = found.file().original();
        String file = String.valueOf(original.getFileName());
        String id = documents.get(0).view().type() + "/" + caseName(found);
        if (Files.exists(set.resolve("truth").resolve(id))) {
            throw new CommandFailure(
                    ExitCode.USAGE, "%s has a case %s already; remove it to make it anew".formatted(set, id));
        }
        String path = id + "/" + file;
        SampleFolder target = new SampleFolder(set);
        target.write(new Sample(CaseFromFile.of(id, path, documents), Map.of(path, Files.readAllBytes(original))));
        target.cover("cases", scored(documents));
        out().println("Added %s with %s to %s.".formatted(id, file, set));
        String open = notProven(documents);
        out().println(
                        open.isEmpty()
                                ? "Every field was read; check them all the same: truth/%s/truth.json".formatted(id)
                                : "Not proven, so not stated: %s. Look at the page and complete truth/%s/truth.json."
                                        .formatted(open, id));
        return ExitCode.COMPLETED;
    }

    private static String caseName(Found found) {
        return Optional.ofNullable(found.file().file().sha256())
                .map(sha256 -> sha256.substring(0, 12))
                .orElseThrow();
    }

    private Map<String, List<String>> scored(List<ExaminedDocument> documents) {
        DocumentTypes types = documentTypes();
        Map<String, List<String>> scored = new TreeMap<>();
        documents.forEach(document -> scored.computeIfAbsent(
                document.view().type(),
                type -> SchemaLeaf.of(types.get(type).schema()).stream()
                        .map(SchemaLeaf::pattern)
                        .toList()));
        return scored;
    }

    private static String notProven(List<ExaminedDocument> documents) {
        return documents.stream()
                .flatMap(document -> document.view().fields().entrySet().stream())
                .filter(field -> field.getValue() instanceof ExtractedField.Uncited)
                .map(Map.Entry::getKey)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
