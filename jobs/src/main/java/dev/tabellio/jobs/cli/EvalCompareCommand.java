package dev.tabellio.jobs.cli;

import dev.tabellio.jobs.eval.Comparison;
import dev.tabellio.jobs.eval.Comparison.Change;
import dev.tabellio.jobs.eval.EvaluationResult;
import dev.tabellio.jobs.eval.KeptEvaluations;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what got better and what got worse between two kept evaluations. */
@Command(name = "compare", description = "Compare two kept evaluations, field by field.")
final class EvalCompareCommand extends OperatorCommand {

    @Parameters(index = "0", paramLabel = "BEFORE", description = "Name of a kept evaluation, or its result.json.")
    private String before = "";

    @Parameters(index = "1", paramLabel = "AFTER", description = "The later one.")
    private String after = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    ExitCode execute() {
        KeptEvaluations evaluations = new KeptEvaluations(config().evaluations());
        Comparison comparison = Comparison.of(kept(evaluations, before), kept(evaluations, after));
        if (json) {
            printJson(comparison);
        } else {
            print(out(), comparison);
        }
        return ExitCode.COMPLETED;
    }

    static EvaluationResult kept(KeptEvaluations evaluations, String name) {
        try {
            return evaluations.get(name);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        }
    }

    static void print(PrintWriter out, Comparison comparison) {
        if (comparison.changes().isEmpty()) {
            out.println("No figure differs.");
        }
        print(
                out,
                "Worse:",
                comparison.changes().stream().filter(change -> !change.better()).toList());
        print(
                out,
                "Better:",
                comparison.changes().stream().filter(Change::better).toList());
        if (!comparison.onlyInOne().isEmpty()) {
            out.println("Only in one of the two: " + String.join(", ", comparison.onlyInOne()));
        }
    }

    private static void print(PrintWriter out, String title, List<Change> changes) {
        if (!changes.isEmpty()) {
            TextTable table = new TextTable();
            changes.forEach(
                    change -> table.row(change.group(), change.figure(), change.before() + " -> " + change.after()));
            out.println(title);
            out.print(table.render("  "));
        }
    }
}
