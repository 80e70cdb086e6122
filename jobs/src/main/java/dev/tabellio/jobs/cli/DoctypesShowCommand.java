package dev.tabellio.jobs.cli;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.jobs.doctypes.SchemaLeaf;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one document type: what it is, what makes two documents the same, its fields. */
@Command(name = "show", description = "Show the fields of a document type and what makes two documents the same.")
final class DoctypesShowCommand extends OperatorCommand {

    @Parameters(paramLabel = "ID", description = "Such as us-w2.")
    private String id = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** What is shown. */
    record Shown(
            String id,
            String version,
            String title,
            String family,
            List<String> identity,
            List<String> required,
            List<FieldShown> fields,
            List<String> files,
            String digest) {}

    /** A field of the type's schema. */
    record FieldShown(String pointer, String kind, String description) {}

    @Override
    ExitCode execute() {
        DocumentTypes types = documentTypes();
        DocumentType type = types.find(id)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE,
                        "unknown document type '%s'; known: %s"
                                .formatted(
                                        id,
                                        String.join(
                                                ", ",
                                                types.all().stream()
                                                        .map(DocumentType::id)
                                                        .toList()))));
        Shown shown = new Shown(
                type.id(),
                type.version(),
                type.title(),
                type.family(),
                type.identity().key(),
                type.required(),
                SchemaLeaf.of(type.schema()).stream()
                        .map(leaf -> new FieldShown(leaf.pattern(), leaf.kind(), leaf.description()))
                        .toList(),
                List.copyOf(new TreeSet<>(type.files().keySet())),
                type.digest());
        if (json) {
            printJson(shown);
            return ExitCode.COMPLETED;
        }
        out().println("%s  %s (%s, version %s)".formatted(shown.id(), shown.title(), shown.family(), shown.version()));
        out().println("  the same document if these agree: " + String.join(", ", shown.identity()));
        out().println("  needed before it can be posted:   " + String.join(", ", shown.required()));
        out().println("  files: " + String.join(", ", shown.files()));
        out().println();
        TextTable table = new TextTable();
        shown.fields().forEach(field -> table.row(field.pointer(), field.kind(), field.description()));
        out().print(table.render("  "));
        return ExitCode.COMPLETED;
    }
}
