package dev.tabellio.jobs.cli;

import dev.tabellio.jobs.Runs;
import dev.tabellio.jobs.release.ReleaseComparison;
import dev.tabellio.jobs.store.RunRow;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares what two releases made of the same documents. */
@Command(
        name = "compare",
        description =
                "Compare, field by field, what a run's release and the one beside it ('run --shadow RELEASE') made of"
                        + " the same documents.")
final class ReleasesCompareCommand extends OperatorCommand {

    @Parameters(paramLabel = "RUN", arity = "0..1", description = "The run (default: the newest).")
    private @Nullable String run;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    ExitCode execute() {
        try (Runs runs = Runs.open(config())) {
            RunRow row = RunChoice.of(runs, run);
            String beside = row.beside()
                    .map(RunRow.Beside::release)
                    .orElseThrow(() -> new CommandFailure(
                            ExitCode.USAGE,
                            "run %s had no second release; 'tabellio run INBOX --shadow RELEASE' gives it one"
                                    .formatted(row.id())));
            ReleaseComparison comparison = ReleaseComparison.of(
                    row.id(), row.release(), beside, runs.stores().shadows().of(row.id()));
            if (json) {
                printJson(comparison);
            } else {
                out().print(text(comparison));
            }
        }
        return ExitCode.COMPLETED;
    }

    static String text(ReleaseComparison comparison) {
        StringBuilder text = new StringBuilder("Run %s: %s beside %s on %d document%s%n"
                .formatted(
                        comparison.run(),
                        comparison.second(),
                        comparison.first(),
                        comparison.documents(),
                        comparison.documents() == 1 ? "" : "s"));
        TextTable types = new TextTable();
        types.row("type", "documents", "alike", "same fields", "different", "only first", "only second");
        comparison
                .types()
                .forEach(type -> types.row(
                        type.type(),
                        String.valueOf(type.documents()),
                        String.valueOf(type.alike()),
                        String.valueOf(type.same()),
                        String.valueOf(type.different()),
                        String.valueOf(type.onlyFirst()),
                        String.valueOf(type.onlySecond())));
        text.append(types.render("  "));
        comparison
                .types()
                .forEach(type -> type.dispositions()
                        .forEach((change, count) -> text.append("  %s: %s, %d document%s%n"
                                .formatted(type.type(), change, count, count == 1 ? "" : "s"))));
        for (ReleaseComparison.FieldLine field : comparison.fields()) {
            text.append("%n%s %s: %d different, %d only first, %d only second%n"
                    .formatted(field.type(), field.field(), field.different(), field.onlyFirst(), field.onlySecond()));
            TextTable examples = new TextTable();
            field.examples()
                    .forEach(example -> examples.row(
                            example.document(),
                            example.path(),
                            said(example.first()) + " | " + said(example.second())));
            text.append(examples.render("  "));
        }
        return text.toString();
    }

    private static String said(Optional<String> value) {
        return value.map(text -> "\"" + text.strip().replaceAll("\\s*\\R\\s*", " / ") + "\"")
                .orElse("-");
    }
}
