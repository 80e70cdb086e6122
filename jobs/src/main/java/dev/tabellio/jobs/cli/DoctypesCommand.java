package dev.tabellio.jobs.cli;

import dev.tabellio.doctype.DocumentType;
import java.nio.file.Files;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the document types. */
@Command(
        name = "doctypes",
        description = "List the document types; show, check or try one, or begin a new one.",
        subcommands = {
            DoctypesShowCommand.class,
            DoctypesCheckCommand.class,
            DoctypesTryCommand.class,
            DoctypesNewCommand.class
        })
final class DoctypesCommand extends OperatorCommand {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** A line of the list. */
    record Listed(String id, String version, String title, String family, String from) {}

    @Override
    ExitCode execute() {
        List<Listed> types = documentTypes().all().stream()
                .map(type -> new Listed(type.id(), type.version(), type.title(), type.family(), origin(type)))
                .toList();
        if (json) {
            printJson(types);
        } else {
            TextTable table = new TextTable();
            types.forEach(type ->
                    table.row(type.id(), type.title(), type.family(), "version " + type.version(), type.from()));
            out().print(table.render(""));
        }
        return ExitCode.COMPLETED;
    }

    private String origin(DocumentType type) {
        return Files.isDirectory(config().doctypes().resolve(type.id()))
                ? config().doctypes().resolve(type.id()).toString()
                : "shipped";
    }
}
