package dev.tabellio.jobs.cli;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.jobs.eval.Evaluation;
import dev.tabellio.jobs.eval.EvaluationReport;
import dev.tabellio.jobs.eval.PipelineCaseReader;
import dev.tabellio.jobs.process.Stages;
import dev.tabellio.jobs.process.StandardStages;
import dev.tabellio.samples.degrade.DegradedSet;
import dev.tabellio.samples.degrade.Variant;
import dev.tabellio.samples.sets.LabelledCase;
import dev.tabellio.samples.sets.LabelledSet;
import dev.tabellio.samples.sets.LabelledSets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
                    + " digits, and texts that are at least 90 %% alike; 'exact F1' counts equal texts only. 'citation' is"
                    + " the share of right values cited where the label places them.",
            ""
        })
final class EvalCommand extends OperatorCommand {

    /** Of the degradations, so that two evaluations read the same pixels. */
    private static final long SEED = 1;

    @Parameters(
            paramLabel = "SET",
            description = "Folder with documents and labels: filled returns (labels.json), Kleister (expected.tsv) or"
                    + " generated samples (truth/).")
    private Path folder = Path.of(".");

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
            names = "--mistakes",
            paramLabel = "N",
            description = "List up to N mistakes per group. They show what is in the documents.")
    private int mistakes;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    ExitCode execute() throws Exception {
        LabelledSet selected = selected();
        List<Variant> variants = variants();
        DocumentTypes types = documentTypes();
        Path scratch = Files.createTempDirectory("tabellio-eval");
        try (Stages stages = StandardStages.open(config(), types)) {
            int workers = config().workers();
            LabelledSet set = variants.isEmpty()
                    ? selected
                    : new DegradedSet(variants, SEED).of(selected, scratch.resolve("scans"));
            EvaluationReport report = new Evaluation(types, new PipelineCaseReader(stages, scratch, workers), workers)
                    .run(set, this::showProgress);
            if (json) {
                printJson(report.tree());
            } else {
                report.print(out(), fields, mistakes);
            }
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
        return ExitCode.COMPLETED;
    }

    private LabelledSet selected() {
        LabelledSet set;
        try {
            set = LabelledSets.read(folder);
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
        List<LabelledCase> cases = set.cases().stream()
                .filter(labelled ->
                        labelled.id().contains(only) || labelled.rendering().contains(only))
                .toList();
        if (cases.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "none of the %d cases has '%s' in its id"
                            .formatted(set.cases().size(), only));
        }
        return new LabelledSet(set.name(), set.inbox(), cases, Map.copyOf(set.scored()));
    }

    private List<Variant> variants() {
        try {
            return as.stream().map(Variant::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, "--as: " + e.getMessage());
        }
    }

    private void showProgress(int done) {
        if (onTerminal()) {
            err().printf("\r%d cases read", done);
            err().flush();
        }
    }
}
