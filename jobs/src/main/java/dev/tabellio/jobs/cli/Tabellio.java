package dev.tabellio.jobs.cli;

import dev.tabellio.document.ProcessingFailure;
import dev.tabellio.jobs.config.ConfigReader;
import dev.tabellio.jobs.config.InvalidConfiguration;
import dev.tabellio.jobs.config.TabellioConfig;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The entry point and the list of commands. */
@Command(
        name = "tabellio",
        description = "Reads tax forms and contracts into cited, reconciled values.%n",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Tabellio.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        subcommands = {
            RunCommand.class,
            RerunCommand.class,
            StopCommand.class,
            RecoverCommand.class,
            ExportCommand.class,
            RunsCommand.class,
            StatusCommand.class,
            CostsCommand.class,
            ShowCommand.class,
            ParseCommand.class,
            VerifyCommand.class,
            DoctypesCommand.class,
            ModelsCommand.class,
            ReleasesCommand.class,
            EvalCommand.class,
            SamplesCommand.class
        })
public final class Tabellio {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description =
                    "Folder for database, artifacts, logs and tabellio.yaml (default: $TABELLIO_HOME or ~/.tabellio).")
    private @Nullable Path home;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of a failure.")
    private boolean debug;

    private @Nullable TabellioConfig config;

    public static void main(String[] args) {
        int exit = commandLine()
                .setOut(writer(FileDescriptor.out))
                .setErr(writer(FileDescriptor.err))
                .execute(args);
        System.exit(exit);
    }

    /** The command line, ready to execute. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Tabellio())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpLongOptionsMaxWidth(30)
                .setUsageHelpWidth(110)
                .setAbbreviatedOptionsAllowed(false)
                .setParameterExceptionHandler(Tabellio::explainUsage)
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command));
        line.getCommandSpec().usageMessage().exitCodeList(ExitCode.table());
        Objects.requireNonNull(line.getSubcommands().get("verify"))
                .getCommandSpec()
                .usageMessage()
                .footer(VerifyCommand.settings());
        return line;
    }

    /** The configuration of the home folder in use. */
    TabellioConfig config() {
        TabellioConfig known = config;
        if (known == null) {
            known = new ConfigReader(System.getenv(), System.getProperties()).read(homeFolder());
            config = known;
        }
        return known;
    }

    private Path homeFolder() {
        Path given = home;
        if (given != null) {
            return given;
        }
        String variable = System.getenv("TABELLIO_HOME");
        return variable == null || variable.isBlank()
                ? Path.of(System.getProperty("user.home"), ".tabellio")
                : Path.of(variable);
    }

    private static int explainUsage(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("tabellio: " + wrong.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
        err.flush();
        return ExitCode.USAGE.code();
    }

    private static int explain(Exception failure, CommandLine command) {
        Tabellio tabellio = (Tabellio) command.getCommandSpec().root().userObject();
        PrintWriter err = command.getErr();
        ExitCode exit = ExitCode.FAILED;
        if (failure instanceof InvalidConfiguration) {
            exit = ExitCode.USAGE;
            err.println("tabellio: " + failure.getMessage());
        } else {
            LoggerFactory.getLogger(Tabellio.class)
                    .error("{} failed", command.getCommandSpec().qualifiedName(), failure);
            if (failure instanceof CommandFailure known) {
                exit = known.exitCode();
                err.println("tabellio: " + known.getMessage());
            } else if (failure instanceof ProcessingFailure) {
                err.println("tabellio: " + failure.getMessage());
            } else {
                err.println("tabellio: unexpected failure (%s). The log has the details: %s"
                        .formatted(
                                shortly(failure),
                                LogFile.today(tabellio.config().logs())));
            }
        }
        if (tabellio.debug) {
            failure.printStackTrace(err);
        }
        err.flush();
        return exit.code();
    }

    private static String shortly(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null
                ? root.getClass().getSimpleName()
                : root.getClass().getSimpleName() + ": "
                        + message.lines().findFirst().orElse("");
    }

    /** UTF-8 whatever the locale says: names of files and people are not ASCII. */
    private static PrintWriter writer(FileDescriptor descriptor) {
        OutputStream stream = new FileOutputStream(descriptor);
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /** The version of the build, from the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {

        @CommandLine.Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public String[] getVersion() {
            String version = Tabellio.class.getPackage().getImplementationVersion();
            return new String[] {
                "%s %s".formatted(spec.root().name(), version == null ? "(not packaged)" : version),
                "Java %s (%s)".formatted(System.getProperty("java.version"), System.getProperty("java.vendor"))
            };
        }
    }
}
