package dev.tabellio.jobs.cli;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.ArtifactJson;
import dev.tabellio.jobs.config.TabellioConfig;
import dev.tabellio.jobs.doctypes.DoctypeCheck;
import dev.tabellio.jobs.doctypes.StageChecks;
import dev.tabellio.jobs.process.Estimate;
import dev.tabellio.jobs.process.StandardStages;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * What all commands share. A command declares its options as fields, does its work in {@link #execute()}, writes what was
 * asked for to {@link #out()} and ends with an {@link ExitCode} or a {@link CommandFailure}.
 */
@Command(mixinStandardHelpOptions = true)
abstract class OperatorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public final Integer call() throws Exception {
        LogFile.open(config().logs());
        try {
            return execute().code();
        } finally {
            out().flush();
            err().flush();
        }
    }

    /** Does the work. */
    abstract ExitCode execute() throws Exception;

    /** The configuration of the home folder in use. */
    final TabellioConfig config() {
        return tabellio().config();
    }

    /** The shipped document types and those of the home folder. */
    final DocumentTypes documentTypes() {
        try {
            return DocumentTypes.withUserFolder(config().doctypes());
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        }
    }

    /** Checks folders of document types with everything that the stages demand. */
    final DoctypeCheck doctypeCheck() {
        return new DoctypeCheck(StageChecks.of(soundTypes(), StandardStages.readers()));
    }

    /** What rules may join; the user's own types only if they load, since a broken one is what is being looked for. */
    private DocumentTypes soundTypes() {
        try {
            return DocumentTypes.withUserFolder(config().doctypes());
        } catch (IllegalArgumentException e) {
            return DocumentTypes.shipped();
        }
    }

    /** Writes a record or list as indented JSON to {@link #out()}. */
    final void printJson(Object value) {
        out().println(ArtifactJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(value));
    }

    /** Prints what asking models would take. */
    final ExitCode tell(Estimate estimate, boolean json) {
        if (json) {
            printJson(estimate);
        } else {
            out().print(EstimateText.of(estimate, config().llm().currency()));
        }
        return ExitCode.COMPLETED;
    }

    /** What was asked for. */
    final PrintWriter out() {
        return commandLine().getOut();
    }

    /** Progress and complaints. */
    final PrintWriter err() {
        return commandLine().getErr();
    }

    /** Whether a person watches standard error on a terminal; the launcher knows. */
    final boolean onTerminal() {
        return Boolean.getBoolean("tabellio.terminal");
    }

    /** Width of that terminal in characters. */
    final int columns() {
        return Integer.getInteger("tabellio.columns", 80);
    }

    private Tabellio tabellio() {
        return (Tabellio) spec.root().userObject();
    }

    private CommandLine commandLine() {
        return spec.commandLine();
    }
}
