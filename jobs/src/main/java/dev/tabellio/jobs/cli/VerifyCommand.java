package dev.tabellio.jobs.cli;

import dev.tabellio.jobs.config.Setting;
import dev.tabellio.jobs.process.StandardStages;
import dev.tabellio.jobs.verify.Answer;
import dev.tabellio.jobs.verify.DatabaseProbe;
import dev.tabellio.jobs.verify.DiskProbe;
import dev.tabellio.jobs.verify.DoctypeProbe;
import dev.tabellio.jobs.verify.FontProbe;
import dev.tabellio.jobs.verify.HomeProbe;
import dev.tabellio.jobs.verify.Installation;
import dev.tabellio.jobs.verify.LayoutProbe;
import dev.tabellio.jobs.verify.MemoryProbe;
import dev.tabellio.jobs.verify.ModelProbe;
import dev.tabellio.jobs.verify.OcrProbe;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks at everything that a run needs. */
@Command(
        name = "verify",
        description =
                "Check the configuration, database, text recognition, language models, document types, disk and memory.")
final class VerifyCommand extends OperatorCommand {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    ExitCode execute() {
        List<Answer> answers = new Installation(List.of(
                        new HomeProbe(config()),
                        new DatabaseProbe(config()),
                        new DiskProbe(config()),
                        new MemoryProbe(config()),
                        new FontProbe(),
                        new OcrProbe(() -> StandardStages.ocr(config())),
                        new LayoutProbe(config(), () -> StandardStages.layout(config())),
                        new ModelProbe(config().llm(), System.getenv()),
                        new DoctypeProbe(config(), this::doctypeCheck)))
                .verify();
        if (json) {
            printJson(answers);
        } else {
            out().print(text(answers));
        }
        return answers.stream().anyMatch(answer -> answer.state() == Answer.State.FAIL)
                ? ExitCode.FAILED
                : ExitCode.COMPLETED;
    }

    /** What can be configured, a line each. */
    static String[] settings() {
        TextTable table = new TextTable();
        for (Setting setting : Setting.values()) {
            table.row(setting.key(), setting.says());
        }
        return ("%nKeys of tabellio.yaml in the home folder (environment: TABELLIO_LIMITS_PAGES for limits.pages):%n"
                                .formatted()
                        + table.render("  "))
                .lines()
                .toArray(String[]::new);
    }

    /** One line for each answer, and one more where something is to be done. */
    static String text(List<Answer> answers) {
        TextTable table = new TextTable();
        for (Answer answer : answers) {
            table.row(answer.state().name().toLowerCase(Locale.ROOT), answer.probe(), answer.says());
            if (!answer.remedy().isEmpty()) {
                table.row("", "", "-> " + answer.remedy());
            }
        }
        return table.render("");
    }
}
