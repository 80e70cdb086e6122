package dev.tabellio.jobs.cli;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.jobs.config.TabellioConfig;
import dev.tabellio.jobs.eval.Comparison;
import dev.tabellio.jobs.eval.Evaluation;
import dev.tabellio.jobs.eval.EvaluationPage;
import dev.tabellio.jobs.eval.EvaluationResult;
import dev.tabellio.jobs.eval.EvaluationTable;
import dev.tabellio.jobs.eval.KeptEvaluations;
import dev.tabellio.jobs.eval.MistakeCrops;
import dev.tabellio.jobs.eval.PipelineCaseReader;
import dev.tabellio.jobs.eval.TableEvaluation;
import dev.tabellio.jobs.process.Stages;
import dev.tabellio.jobs.process.StandardStages;
import dev.tabellio.samples.degrade.DegradedSet;
import dev.tabellio.samples.degrade.Variant;
import dev.tabellio.samples.sets.IcdarTableSet;
import dev.tabellio.samples.sets.LabelledCase;
import dev.tabellio.samples.sets.LabelledSet;
import dev.tabellio.samples.sets.LabelledSets;
import dev.tabellio.samples.sets.TableTruth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how well documents with known answers are read. */
@Command(
        name = "eval",
        description = {
            "Measure how well a labelled set is read: precision and recall per document type and field.",
            "",
            "Precision, recall and F1 count amounts, dates and flags that are equal, identifiers with equal letters and"
                    + " digits, and texts that are at least 90 %% alike; 'exact F1' counts equal texts only. Each value"
                    + " counts alike; 'mean F1' is the mean over the documents in which the field is labelled or read."
                    + " 'citation' is the share of right values cited where the label places them.",
            "",
            "With --name the result is kept in the home folder with an HTML page that shows each mistake beside its place.",
            ""
        },
        subcommands = {EvalCompareCommand.class, EvalAddCommand.class, EvalGenerateCommand.class})
final class EvalCommand extends OperatorCommand {

    /** Of the degradations, so that two evaluations read the same pixels. */
    private static final long SEED = 1;

    /** Not demanded by the parser, which would demand it of the subcommands, too. */
    @Parameters(
            arity = "0..1",
            paramLabel = "SET",
            description = "Folder with documents and labels: filled returns (labels.json), Kleister (expected.tsv),"
                    + " tables (*-str.xml), generated samples (truth/).")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--only",
            paramLabel = "TEXT",
            description = "Only the cases whose id or rendering has this text in it.")
    private String only = "";

    @Option(
            names = "--as",
            paramLabel = "VARIANT",
            split = ",",
            description =
                    "Print and scan the set first, in each of these ways by itself: scan300, scan200, scan150, rotate,"
                            + " phone. The same every time.")
    private List<String> as = List.of();

    @Option(names = "--fields", description = "List each field, not just the sum of a type.")
    private boolean fields;

    @Option(
            names = "--layout",
            paramLabel = "MODEL",
            description =
                    "Name regions of pages with the layout model that ships (built-in), with a TorchScript or ONNX file, or"
                            + " not at all (none). Default: layout.model of the configuration.")
    private Optional<String> layout = Optional.empty();

    @Option(
            names = "--mistakes",
            paramLabel = "N",
            description = "List up to N mistakes per group. They show what is in the documents.")
    private int mistakes;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Keep the result under this name, to be looked at and compared. The page shows what is in the"
                    + " documents.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--baseline",
            paramLabel = "NAME",
            description =
                    "Say what is better and what is worse than in a kept evaluation (its name or its result.json).")
    private Optional<String> baseline = Optional.empty();

    @Option(
            names = "--fail-on-regression",
            description = "With --baseline: end with exit code 1 if any figure is worse.")
    private boolean failOnRegression;

    @Override
    ExitCode execute() throws Exception {
        if (folder.filter(Files::isDirectory).filter(IcdarTableSet::recognises).isPresent()) {
            return tables(folder.get());
        }
        Optional<EvaluationResult> earlier = earlier();
        LabelledSet selected = selected();
        List<Variant> variants = SamplesScanCommand.variants(as);
        DocumentTypes types = documentTypes();
        Path scratch = Files.createTempDirectory("tabellio-eval");
        try (Stages stages = StandardStages.open(layoutConfig(), types)) {
            int workers = config().workers();
            LabelledSet set = variants.isEmpty()
                    ? selected
                    : new DegradedSet(variants, SEED).of(selected, scratch.resolve("scans"));
            EvaluationResult result = new Evaluation(types, new PipelineCaseReader(stages, scratch, workers), workers)
                    .run(set, this::showProgress);
            EvaluationTable table = new EvaluationTable(result);
            if (json) {
                printJson(table.tree());
            } else {
                table.print(out(), fields, mistakes);
            }
            if (name.isPresent()) {
                keep(name.get(), result, new MistakeCrops(set.inbox(), stages.admission()));
            }
            return earlier.map(before -> judged(before, result)).orElse(ExitCode.COMPLETED);
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
    }

    private ExitCode tables(Path labelled) throws IOException {
        List<TableTruth> truths = IcdarTableSet.read(labelled).stream()
                .filter(truth -> String.valueOf(truth.file().getFileName()).contains(only))
                .toList();
        try (Stages stages = StandardStages.open(layoutConfig(), documentTypes())) {
            TableEvaluation.print(truths, stages, out());
        }
        return ExitCode.COMPLETED;
    }

    private void keep(String kept, EvaluationResult result, MistakeCrops crops) throws IOException {
        try {
            Path page = keptEvaluations().keep(kept, result, EvaluationPage.html(result, crops));
            err().println("Kept as '%s': %s".formatted(kept, page));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, "--name: " + e.getMessage());
        }
    }

    private ExitCode judged(EvaluationResult before, EvaluationResult after) {
        Comparison comparison = Comparison.of(before, after);
        EvalCompareCommand.print(json ? err() : out(), comparison);
        return failOnRegression && comparison.regressed() ? ExitCode.FAILED : ExitCode.COMPLETED;
    }

    /** Read before anything is measured: a wrong name should not cost an evaluation. */
    private Optional<EvaluationResult> earlier() {
        if (failOnRegression && baseline.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, "--fail-on-regression needs --baseline");
        }
        return baseline.map(wanted -> EvalCompareCommand.kept(keptEvaluations(), wanted));
    }

    private KeptEvaluations keptEvaluations() {
        return new KeptEvaluations(config().evaluations());
    }

    private LabelledSet selected() {
        Path labelled = folder.orElseThrow(() -> new CommandFailure(
                ExitCode.USAGE, "which SET? A folder with documents and labels; see 'tabellio eval --help'"));
        LabelledSet set;
        try {
            set = LabelledSets.read(labelled);
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
        List<LabelledCase> cases = set.cases().stream()
                .filter(one -> one.id().contains(only) || one.rendering().contains(only))
                .toList();
        if (cases.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "none of the %d cases has '%s' in its id"
                            .formatted(set.cases().size(), only));
        }
        return new LabelledSet(set.name(), set.inbox(), cases, Map.copyOf(set.scored()));
    }

    private void showProgress(int done) {
        if (onTerminal()) {
            err().printf("\r%d cases read", done);
            err().flush();
        }
    }

    private TabellioConfig layoutConfig() {
        return layout.map(wanted -> config().withLayout(
                                TabellioConfig.Layout.of(wanted, Path.of("").toAbsolutePath())))
                .orElseGet(this::config);
    }
}
