package dev.tabellio.jobs.cli;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.jobs.eval.Evaluation;
import dev.tabellio.jobs.eval.EvaluationResult;
import dev.tabellio.jobs.eval.Failures;
import dev.tabellio.jobs.eval.KeptEvaluations;
import dev.tabellio.jobs.eval.PipelineCaseReader;
import dev.tabellio.jobs.process.Stages;
import dev.tabellio.jobs.process.StandardStages;
import dev.tabellio.samples.generate.CasesAround;
import dev.tabellio.samples.generate.Failure;
import dev.tabellio.samples.generate.SampleFolder;
import dev.tabellio.samples.sets.LabelledSet;
import dev.tabellio.samples.sets.LabelledSets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes new cases around what an evaluation found wrong. */
@Command(
        name = "generate",
        description = {
            "Make new cases around what was read wrong: the same type and field with other values, in other layouts, with"
                    + " other damage of the paper.",
            "",
            "The new documents are drawn and fictional; of the ones that failed, only the shape of a value is kept (how many"
                    + " digits, letters and words). What cannot be drawn is listed. 'tabellio eval DIR' reads the cases.",
            ""
        },
        footer = {
            "",
            "Exit code 0: the cases are made, or nothing had failed; 1: nothing of what failed can be drawn; 2: SOURCE or"
                    + " an option is wrong, or DIR has cases already."
        })
final class EvalGenerateCommand extends OperatorCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "SOURCE",
            description = "A kept evaluation ('eval SET --name NAME') by its name or its result.json; or a folder with"
                    + " documents and labels, such as 'eval add' makes, which is read first: cases without a mistake"
                    + " count as a whole.")
    private String source = "";

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to write to.")
    private Path out = Path.of("");

    @Option(names = "--count", paramLabel = "N", description = "How many cases (default: ${DEFAULT-VALUE}).")
    private int count = 30;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Which cases; the same seed gives the same bytes (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Override
    ExitCode execute() throws Exception {
        if (count < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--count is at least 1");
        }
        if (Files.exists(out.resolve("truth"))) {
            throw new CommandFailure(
                    ExitCode.USAGE, "%s has cases already; name another folder or remove them".formatted(out));
        }
        List<Failure> failures = failures();
        if (failures.isEmpty()) {
            out().println("Nothing was read wrong: no cases to make.");
            return ExitCode.COMPLETED;
        }
        CasesAround cases = new CasesAround(failures);
        tell(cases.undrawable());
        if (cases.drawable().isEmpty()) {
            throw new CommandFailure(ExitCode.FAILED, "nothing of what failed can be drawn");
        }
        SampleFolder folder = new SampleFolder(out);
        folder.describe("generated around what failed in %s, from seed %d".formatted(source, seed));
        cases.make(count, seed, (sample, note) -> {
            folder.write(sample);
            folder.note(sample.truth().id(), note);
        });
        tell(cases.drawable(), cases.shares(count));
        out().println("%d cases: %s".formatted(count, out.resolve("documents")));
        return ExitCode.COMPLETED;
    }

    private List<Failure> failures() throws Exception {
        if (source.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE, "which SOURCE? A kept evaluation or a folder; see 'tabellio eval generate --help'");
        }
        DocumentTypes types = documentTypes();
        Failures failures = new Failures(types);
        if (!Files.isDirectory(Path.of(source))) {
            return failures.of(EvalCompareCommand.kept(new KeptEvaluations(config().evaluations()), source));
        }
        LabelledSet set;
        try {
            set = LabelledSets.read(Path.of(source));
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        }
        EvaluationResult result = evaluated(types, set);
        List<Failure> all = new ArrayList<>(failures.of(result));
        all.addAll(failures.ofThoseReadRight(set, result));
        return all;
    }

    private EvaluationResult evaluated(DocumentTypes types, LabelledSet set) throws Exception {
        Path scratch = Files.createTempDirectory("tabellio-eval");
        try (Stages stages = StandardStages.open(config(), types)) {
            int workers = config().workers();
            return new Evaluation(types, new PipelineCaseReader(stages, scratch, workers), workers)
                    .run(set, done -> {});
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
    }

    private void tell(Map<String, String> undrawable) {
        if (!undrawable.isEmpty()) {
            TextTable table = new TextTable();
            undrawable.forEach(table::row);
            out().println("Cannot be drawn:");
            out().print(table.render("  "));
        }
    }

    private void tell(Map<String, Integer> failed, Map<String, Integer> made) {
        TextTable table = new TextTable();
        failed.forEach((target, mistakes) -> table.row(
                target,
                "%d wrong".formatted(mistakes),
                "%d cases".formatted(Optional.ofNullable(made.get(target)).orElse(0))));
        out().println("Made around:");
        out().print(table.render("  "));
    }
}
