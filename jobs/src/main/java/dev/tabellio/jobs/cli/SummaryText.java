package dev.tabellio.jobs.cli;

import dev.tabellio.jobs.report.Cause;
import dev.tabellio.jobs.report.ModelShare;
import dev.tabellio.jobs.report.RunSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A run's summary as an operator reads it: totals first, then what needs a hand, each with the command for it. */
final class SummaryText {

    private SummaryText() {}

    /** Several lines, each ended. */
    static String of(RunSummary run) {
        StringBuilder text = new StringBuilder();
        text.append("Run %s %s after %s: %s, %s (%s)%n"
                .formatted(
                        run.run(),
                        words(run.state()),
                        duration(run.seconds()),
                        counted(sum(run.files()), "file"),
                        counted(run.pages(), "page"),
                        speed(run.pages(), run.seconds())));
        if (run.says() != null) {
            text.append("  %s%n".formatted(run.says()));
        }
        text.append("%n".formatted());
        text.append("  files      %s%n".formatted(equation(run.files())));
        text.append("  documents  %s%n".formatted(equation(run.documents())));
        for (String missing : run.imbalance()) {
            text.append("  OUT OF BALANCE: %s%n".formatted(missing));
        }
        section(text, "In review", "documents", run.review(), "tabellio show ID");
        section(text, "With pages of no document", "files", run.unclaimed(), "tabellio show FILE");
        section(text, "Rejected", "documents", run.rejected(), "tabellio show ID");
        section(text, "Quarantined", "files", run.quarantined(), "");
        section(text, "Parked", "files or documents", run.parked(), "tabellio rerun --run " + run.run() + " --failed");
        section(
                text,
                "Waiting for a model",
                "documents",
                run.waiting(),
                "tabellio rerun --run " + run.run() + " --waiting");
        ModelShare models = run.models();
        if (models != null) {
            text.append("%nModels were asked about %s%n".formatted(share(models)));
        }
        if (run.export() != null) {
            text.append("%nExport: %s%n".formatted(run.export()));
        }
        if (run.goOn() != null) {
            text.append("%nTo go on: %s%n".formatted(run.goOn()));
        }
        return text.toString();
    }

    private static void section(StringBuilder text, String title, String what, List<Cause> causes, String command) {
        if (causes.isEmpty()) {
            return;
        }
        int all = causes.stream().mapToInt(Cause::count).sum();
        text.append("%n%s: %d %s%s%n"
                .formatted(title, all, all == 1 ? singular(what) : what, command.isEmpty() ? "" : "  ->  " + command));
        for (Cause cause : causes) {
            text.append("  %5d  %s%n".formatted(cause.count(), cause.says()));
            for (Cause.Example example : cause.examples()) {
                text.append("           %s%n".formatted(example(example)));
            }
            int more = cause.count() - cause.examples().size();
            if (more > 0 && !cause.examples().isEmpty()) {
                text.append("           and %d more%n".formatted(more));
            }
        }
    }

    private static String share(ModelShare models) {
        List<String> tiers = new ArrayList<>();
        tier(tiers, "small", models.small(), models);
        tier(tiers, "large", models.large(), models);
        tier(tiers, "challenger", models.challenger(), models);
        return String.join("; ", tiers);
    }

    private static void tier(List<String> into, String name, ModelShare.Tier tier, ModelShare all) {
        if (tier.documents() > 0) {
            into.add(String.format(
                    Locale.ROOT,
                    "%.1f %% of the documents and %.1f %% of the fields (%s)",
                    100.0 * tier.documents() / all.documents(),
                    100.0 * tier.fields() / Math.max(1, all.fields()),
                    name));
        }
    }

    private static String example(Cause.Example example) {
        return example.id().equals(example.where()) ? example.where() : example.id() + "  " + example.where();
    }

    private static String singular(String what) {
        return what.replace("files or documents", "file or document")
                .replace("files", "file")
                .replace("documents", "document");
    }

    /** The control totals as the sum that they have to be. */
    private static String equation(Map<String, Integer> counts) {
        String terms = counts.entrySet().stream()
                .filter(count -> count.getValue() != 0)
                .map(count -> count.getValue() + " " + words(count.getKey()))
                .collect(Collectors.joining(" + "));
        return terms.isEmpty() ? "0" : sum(counts) + " = " + terms;
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String counted(long count, String what) {
        return count == 1 ? "1 " + what : count + " " + what + "s";
    }

    private static String words(String state) {
        return state.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Such as {@code 4 s}, {@code 2 min 13 s} or {@code 1 h 05 min}. */
    static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600
                ? "%d min %02d s".formatted(whole / 60, whole % 60)
                : "%d h %02d min".formatted(whole / 3600, whole % 3600 / 60);
    }

    /** Such as {@code 12.3 pages/s}. */
    static String speed(long pages, double seconds) {
        return String.format(Locale.ROOT, "%.1f pages/s", seconds <= 0 ? 0 : pages / seconds);
    }
}
