package dev.tabellio.jobs.cli;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.samples.fill.FilledForms;
import dev.tabellio.samples.generate.SampleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fills blank interactive forms. */
@Command(
        name = "fill",
        description = {
            "Fill blank interactive forms with fictional values whose truth is exact.",
            "",
            "What a field means is taken from its own description, which the forms of the IRS have for readers who",
            "cannot see them; fields without a clear one stay empty and are listed in DIR/fields.txt.",
            "DIR/documents is an inbox for 'run'; DIR/truth says what is in it, for 'eval'."
        })
final class SamplesFillCommand extends OperatorCommand {

    @Parameters(arity = "0..1", paramLabel = "FORMS", description = "Folder with blank forms (PDF).")
    private Path forms = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to write to.")
    private Path out = Path.of("");

    @Option(names = "--seed", paramLabel = "N", description = "The first seed (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--count", paramLabel = "N", description = "Seeds for each form (default: ${DEFAULT-VALUE}).")
    private int count = 1;

    @Option(names = "--types", paramLabel = "TYPE", split = ",", description = "Document types (default: all known).")
    private List<String> chosen = List.of();

    @Option(names = "--fillable", description = "Leave the values in their fields.")
    private boolean fillable;

    @Override
    ExitCode execute() throws IOException {
        if (!Files.isDirectory(forms) || forms.toString().isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, "name the folder with the blank forms");
        }
        FilledForms filled = new FilledForms(DocumentTypes.shipped());
        List<FilledForms.Known> known = filled.in(forms).stream()
                .filter(form -> chosen.isEmpty() || chosen.contains(form.type().id()))
                .toList();
        if (known.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, "%s holds no blank form of a known type".formatted(forms));
        }
        SampleFolder folder = new SampleFolder(out);
        Map<String, List<String>> covered = new TreeMap<>();
        List<String> fields = new ArrayList<>();
        for (FilledForms.Known form : known) {
            covered.merge(
                    form.type().id(),
                    form.covered(),
                    (one, other) -> one.stream().filter(other::contains).toList());
            for (int i = 0; i < count; i++) {
                folder.write(filled.fill(form, seed + i, !fillable));
            }
            fields.add("== %s: %s, %s".formatted(form.name(), form.type().id(), form.year()));
            form.mapped().forEach(field -> fields.add("entered   " + field));
            form.unmapped().forEach(field -> fields.add("empty     " + field));
            form.unfilled().forEach(pointer -> fields.add("no field  " + pointer));
        }
        folder.cover("filled from seed " + seed, covered);
        Files.write(out.resolve("fields.txt"), fields);
        out().println("%s forms of %s types, %s cases: %s"
                .formatted(known.size(), covered.size(), known.size() * count, out.resolve("documents")));
        return ExitCode.COMPLETED;
    }
}
