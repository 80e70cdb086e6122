package dev.tabellio.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.jobs.config.Setting;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class TabellioTest {

    @TempDir
    Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void everyCommandHasHelp() {
        assertThat(commands(Tabellio.commandLine())).hasSizeGreaterThan(2).allSatisfy(command -> {
            assertThat(command.getCommandSpec().usageMessage().description())
                    .as(command.getCommandSpec().qualifiedName())
                    .isNotEmpty();
            assertThat(command.getCommandSpec().findOption("--help")).isNotNull();
            assertThat(command.getCommandSpec().findOption("--home")).isNotNull();
            assertThat(command.getCommandSpec().options())
                    .allSatisfy(option -> assertThat(option.description()).isNotEmpty());
        });
    }

    @Test
    void helpEndsWithTheExitCodes() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("Exit codes:", "0   completed", "4   stopped because a budget");
    }

    @Test
    void everyKeyOfTheConfigurationIsInTheHelpOfVerify() {
        assertThat(run("verify", "--help")).isZero();
        assertThat(Setting.values())
                .allSatisfy(setting -> assertThat(out.toString()).contains(setting.key(), setting.says()));
    }

    @Test
    void exitCodesAreDistinct() {
        assertThat(ExitCode.values()).extracting(ExitCode::code).doesNotHaveDuplicates();
        assertThat(ExitCode.USAGE.code()).isEqualTo(CommandLine.ExitCode.USAGE);
    }

    @Test
    void aWrongOptionIsUsageAndSuggestsTheRightOne() {
        assertThat(run("doctypes", "--jsn")).isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString()).contains("--jsn", "--json", "tabellio doctypes --help");
    }

    @Test
    void noCommandIsUsage() {
        assertThat(run()).isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString()).contains("tabellio --help");
    }

    @Test
    void wrongConfigurationIsUsageAndOneSentence() throws IOException {
        Files.writeString(home.resolve("tabellio.yaml"), "limit: {pages: 3}");

        assertThat(run("--home", home.toString(), "doctypes")).isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString().lines()).singleElement().asString().contains("did you mean");
    }

    @Test
    void anUnexpectedFailureIsOneSentenceAndTheLogHasTheRest() throws IOException {
        assertThat(runFailing("--home", home.toString(), "fail")).isEqualTo(ExitCode.FAILED.code());

        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains("IllegalStateException: the reason")
                .contains(home.resolve("logs").toString());
        try (Stream<Path> logs = Files.list(home.resolve("logs"))) {
            assertThat(logs)
                    .singleElement()
                    .satisfies(log ->
                            assertThat(log).content().contains("the reason", "at dev.tabellio.jobs.cli.TabellioTest"));
        }
    }

    @Test
    void debugShowsTheStackTrace() {
        assertThat(runFailing("--debug", "--home", home.toString(), "fail")).isEqualTo(ExitCode.FAILED.code());

        assertThat(err.toString()).contains("at dev.tabellio.jobs.cli.TabellioTest");
    }

    @Test
    void aKnownFailureKeepsItsExitCode() {
        assertThat(runFailing("--home", home.toString(), "fail", "--budget"))
                .isEqualTo(ExitCode.STOPPED_BY_BUDGET.code());
        assertThat(err.toString().lines()).containsExactly("tabellio: the budget is spent");
    }

    @Command(name = "fail", description = "Fails.")
    static final class Failing extends OperatorCommand {

        @CommandLine.Option(names = "--budget", description = "In a known way.")
        private boolean budget;

        @Override
        ExitCode execute() {
            if (budget) {
                throw new CommandFailure(ExitCode.STOPPED_BY_BUDGET, "the budget is spent");
            }
            throw new IllegalStateException("the reason");
        }
    }

    private int run(String... arguments) {
        return Tabellio.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private int runFailing(String... arguments) {
        return Tabellio.commandLine()
                .addSubcommand(new Failing())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private static Stream<CommandLine> commands(CommandLine root) {
        return Stream.concat(
                Stream.of(root), root.getSubcommands().values().stream().flatMap(TabellioTest::commands));
    }
}
