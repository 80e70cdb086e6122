package dev.tabellio.jobs.cli;

import dev.tabellio.jobs.doctypes.DoctypeSkeleton;
import dev.tabellio.jobs.doctypes.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Begins a document type. */
@Command(
        name = "new",
        description = {
            "Begin a document type: a folder in the home's doctypes folder, with labels from the descriptions of a JSON"
                    + " Schema. A field described as 'Box 3: Other income.' is looked for under '3 Other income'.",
            ""
        })
final class DoctypesNewCommand extends OperatorCommand {

    @Parameters(paramLabel = "ID", description = "Name of the type, such as acme-timesheet.")
    private String id = "";

    @Option(
            names = "--from-schema",
            required = true,
            paramLabel = "FILE",
            description = "JSON Schema with the fields and a description of each.")
    private Path schema = Path.of(".");

    @Override
    ExitCode execute() throws IOException {
        Path folder = config().doctypes().resolve(id);
        if (Files.exists(folder)) {
            throw new CommandFailure(ExitCode.USAGE, folder + " is there already");
        }
        Map<String, String> files;
        try {
            JsonNode declared = new JsonMapper().readTree(Files.readString(schema));
            files = new DoctypeSkeleton(id, declared).files();
        } catch (JacksonException e) {
            throw new CommandFailure(ExitCode.USAGE, "%s: %s".formatted(schema, e.getOriginalMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, "%s: %s".formatted(schema, e.getMessage()), e);
        }
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        out().println(folder);
        List<Problem> problems = doctypeCheck().check(folder);
        problems.forEach(problem -> out().println("  " + problem));
        out().println("next: tabellio doctypes try %s FILE".formatted(id));
        return problems.isEmpty() ? ExitCode.COMPLETED : ExitCode.FAILED;
    }
}
