package dev.tabellio.jobs.eval;

import dev.tabellio.jobs.eval.EvaluationResult.Group;
import dev.tabellio.jobs.eval.EvaluationResult.Mistake;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** An evaluation as tables for a person and as a tree for programs. */
public final class EvaluationTable {

    /** Wrong values among those taken that the table names a threshold for: one in 200. */
    private static final double TARGET_ERROR = 0.005;

    private static final String ROW = "  %-38s %6s %6s %10s %8s %8s %8s %8s %9s%n";

    private final EvaluationResult result;

    public EvaluationTable(EvaluationResult result) {
        this.result = result;
    }

    /**
     * Prints the table.
     *
     * @param fields whether to list each field, not just the sum of a type
     * @param mistakes how many mistakes to list per group; they show values of the documents
     */
    public void print(PrintWriter out, boolean fields, int mistakes) {
        for (Map.Entry<String, Group> entry : new TreeMap<>(result.groups()).entrySet()) {
            String name = entry.getKey();
            Group group = entry.getValue();
            out.printf(
                    Locale.ROOT,
                    "%s: %d documents expected, %d found (%d cut out right), %d missed, %d spurious; %d would be posted, with %d wrong values in %d of them (%.1f %%) and %d values missing%n",
                    name,
                    group.instances(),
                    group.found(),
                    group.split(),
                    group.instances() - group.found(),
                    group.spurious(),
                    group.posted(),
                    group.postedWrong(),
                    group.falselyPosted(),
                    100 * group.falsePostRate(),
                    group.postedMissing());
            out.printf(
                    Locale.ROOT,
                    ROW,
                    "field",
                    "labels",
                    "read",
                    "precision",
                    "recall",
                    "F1",
                    "mean F1",
                    "exact F1",
                    "citation");
            if (fields) {
                new TreeMap<>(group.fields()).forEach((pattern, score) -> printRow(out, pattern, score));
            }
            group.sums().forEach((property, score) -> printRow(out, "all of " + property, score));
            printRow(out, "all fields", group.total());
            printConfidence(out, group.confidence());
            group.mistakes().stream().limit(mistakes).forEach(mistake -> printMistake(out, mistake));
            out.println();
        }
        result.unreadable().forEach(file -> out.println("not readable: " + file));
        out.printf(
                Locale.ROOT,
                "%d cases, %d pages in %.1f s (%.1f pages/s)%n",
                result.cases(),
                result.pages().read(),
                result.seconds(),
                result.pages().read() / result.seconds());
        out.printf(
                Locale.ROOT,
                "pages: %d of %d are accounted for; %d of %d labelled ones were taken for what they are%n",
                result.pages().accounted(),
                result.pages().read(),
                result.pages().right(),
                result.pages().labelled());
    }

    private static void printConfidence(PrintWriter out, ConfidenceQuality confidence) {
        if (confidence.auroc().isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "  confidence: not enough data (%d values, %d of them wrong)%n",
                    confidence.values(),
                    confidence.wrong());
            return;
        }
        out.printf(
                Locale.ROOT,
                "  confidence: AUROC %.3f, calibration error %.3f over %d values, %d of them wrong; %s%n",
                confidence.auroc().get(),
                confidence.calibrationError(),
                confidence.values(),
                confidence.wrong(),
                confidence
                        .threshold(TARGET_ERROR)
                        .map(point -> String.format(
                                Locale.ROOT,
                                "at most %.1f %% wrong from %.2f on, which keeps %.1f %%",
                                100 * TARGET_ERROR,
                                point.from(),
                                100.0 * point.values() / confidence.values()))
                        .orElse(String.format(
                                Locale.ROOT, "no threshold keeps at most %.1f %% wrong", 100 * TARGET_ERROR)));
    }

    /** The same as a tree of maps, for JSON. */
    public Map<String, Object> tree() {
        Map<String, Object> groups = new TreeMap<>();
        result.groups().forEach((name, group) -> {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("instances", group.instances());
            tree.put("found", group.found());
            tree.put("split", group.split());
            tree.put("spurious", group.spurious());
            tree.put("posted", group.posted());
            tree.put("postedWrong", group.postedWrong());
            tree.put("falselyPosted", group.falselyPosted());
            tree.put("postedMissing", group.postedMissing());
            tree.put("falsePostRate", rounded(group.falsePostRate()));
            tree.put("all", tree(group.total()));
            Map<String, Object> fields = new TreeMap<>();
            group.fields().forEach((pattern, score) -> fields.put(pattern, tree(score)));
            tree.put("fields", fields);
            Map<String, Object> sums = new LinkedHashMap<>();
            group.sums().forEach((property, score) -> sums.put(property, tree(score)));
            if (!sums.isEmpty()) {
                tree.put("sums", sums);
            }
            tree.put("confidence", tree(group.confidence()));
            tree.put("mistakes", group.mistakes());
            groups.put(name, tree);
        });
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("set", result.set());
        tree.put("cases", result.cases());
        tree.put("pages", result.pages());
        tree.put("seconds", Math.round(result.seconds() * 10) / 10.0);
        tree.put("groups", groups);
        tree.put("unreadable", result.unreadable());
        return tree;
    }

    private static Map<String, Object> tree(ConfidenceQuality confidence) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("values", confidence.values());
        tree.put("wrong", confidence.wrong());
        tree.put("enough", confidence.enough());
        confidence.auroc().ifPresent(auroc -> {
            tree.put("auroc", rounded(auroc));
            tree.put("calibrationError", rounded(confidence.calibrationError()));
        });
        tree.put("bins", confidence.bins());
        tree.put("coverage", confidence.coverage());
        return tree;
    }

    private static Map<String, Object> tree(FieldScore score) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("labels", score.expected());
        tree.put("read", score.found());
        tree.put("right", score.tolerant());
        tree.put("exact", score.exact());
        tree.put("abstained", score.abstained());
        tree.put("precision", rounded(score.precision()));
        tree.put("recall", rounded(score.recall()));
        tree.put("f1", rounded(score.f1()));
        score.byDocument().ifPresent(documents -> tree.put("documents", documents.count()));
        tree.put("meanF1", rounded(score.meanF1()));
        tree.put("exactF1", rounded(score.exactF1()));
        tree.put("placed", score.placed());
        tree.put("overlapping", score.overlapping());
        return tree;
    }

    private static void printRow(PrintWriter out, String name, FieldScore score) {
        out.printf(
                Locale.ROOT,
                ROW,
                name,
                score.expected(),
                score.found(),
                percent(score.precision()),
                percent(score.recall()),
                percent(score.f1()),
                percent(score.meanF1()),
                percent(score.exactF1()),
                score.placed() == 0 ? "-" : percent(score.citation()));
    }

    private static void printMistake(PrintWriter out, Mistake mistake) {
        out.printf(
                Locale.ROOT,
                "    %-10s %s p.%d %s: expected '%s', read '%s'%s%n",
                mistake.note(),
                mistake.file(),
                mistake.page(),
                mistake.pointer(),
                mistake.expected().replace("\n", "|"),
                mistake.actual().replace("\n", "|"),
                mistake.disposition().map(what -> " -> " + what).orElse(""));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f", share * 100);
    }

    private static double rounded(double share) {
        return Math.round(share * 10_000) / 10_000.0;
    }
}
