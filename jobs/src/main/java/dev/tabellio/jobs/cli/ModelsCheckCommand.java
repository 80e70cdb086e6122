package dev.tabellio.jobs.cli;

import dev.tabellio.extraction.llm.ModelCapabilities;
import dev.tabellio.extraction.llm.Tier;
import dev.tabellio.extraction.llm.TokenUsage;
import dev.tabellio.jobs.config.LlmConfig;
import dev.tabellio.jobs.llm.Amounts;
import dev.tabellio.jobs.models.ModelCheck;
import dev.tabellio.jobs.models.ModelReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks each model a tiny question. */
@Command(
        name = "check",
        description = {
            "Ask each configured language model one tiny question; print what it can do, how long it took and what it cost.",
            "",
            "A few hundred tokens each, outside of ledger and budgets. Nothing of a document is sent."
        })
final class ModelsCheckCommand extends OperatorCommand {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    ExitCode execute() {
        List<ModelReport> reports = new ModelCheck(config().llm(), System.getenv()).ask();
        if (json) {
            printJson(reports);
        } else if (reports.isEmpty()) {
            out().println("No language model is configured (llm in tabellio.yaml); documents are read without.");
        } else {
            out().print(text(reports, config().llm().currency()));
        }
        return reports.stream().allMatch(ModelReport::works) ? ExitCode.COMPLETED : ExitCode.FAILED;
    }

    static String text(List<ModelReport> reports, String currency) {
        TextTable table = new TextTable();
        for (ModelReport report : reports) {
            table.row(report.works() ? "ok" : "fail", report.tier(), report.says());
            table.row("", "", can(report));
            TokenUsage usage = report.usage();
            BigDecimal money = report.money();
            if (usage != null && money != null) {
                table.row(
                        "",
                        "",
                        "%s answered in %d ms: %d tokens in (%d cached), %d out, %s %s"
                                .formatted(
                                        report.answeredBy(),
                                        report.milliseconds(),
                                        usage.input(),
                                        usage.cachedInput(),
                                        usage.output(),
                                        Amounts.plain(money),
                                        currency));
            }
        }
        return table.render("");
    }

    private static String can(ModelReport report) {
        ModelCapabilities can = report.capabilities();
        List<String> words = new ArrayList<>();
        if (report.tier().equals(LlmConfig.key(Tier.EMBEDDER))) {
            words.add("vectors for retrieval");
        } else {
            words.add(can.jsonSchema() ? "holds to a JSON schema" : "gets the schema as text");
        }
        words.add("%d tokens of context".formatted(can.contextTokens()));
        if (can.images()) {
            words.add("pictures");
        }
        if (can.promptCaching()) {
            words.add("prompt cache");
        }
        words.add(can.local() ? "local: everything may be sent" : "not local: private data gets stand-ins");
        return "%s at %s: %s".formatted(can.model(), report.provider(), String.join(", ", words));
    }
}
