package dev.tabellio.jobs.cli;

import dev.tabellio.jobs.doctypes.DoctypeCheck;
import dev.tabellio.jobs.doctypes.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks folders of document types. */
@Command(
        name = "check",
        description = "Check the folder of a document type: files, schema, anchors, rules and their examples.")
final class DoctypesCheckCommand extends OperatorCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "FOLDER",
            description = "Folder named as the type, with doctype.yaml and schema.json.")
    private List<Path> folders = new ArrayList<>();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** The result for one folder. */
    record Checked(String folder, List<Problem> problems) {}

    @Override
    ExitCode execute() {
        DoctypeCheck check = doctypeCheck();
        List<Checked> results = folders.stream()
                .map(folder -> new Checked(folder.toString(), check.check(folder)))
                .toList();
        if (json) {
            printJson(results);
        } else {
            for (Checked checked : results) {
                out().println(checked.folder() + (checked.problems().isEmpty() ? ": ok" : ""));
                checked.problems().forEach(problem -> out().println("  " + problem));
            }
        }
        return results.stream().allMatch(checked -> checked.problems().isEmpty())
                ? ExitCode.COMPLETED
                : ExitCode.FAILED;
    }
}
