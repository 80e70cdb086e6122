package dev.tabellio.jobs.eval;

import dev.tabellio.jobs.eval.EvaluationResult.Group;
import dev.tabellio.jobs.eval.EvaluationResult.Mistake;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** An evaluation as one HTML page that needs nothing else: the figures, and each mistake beside its place on the page. */
public final class EvaluationPage {

    /** Mistakes of a group that are shown; pictures of more make a page that no browser likes. */
    private static final int SHOWN = 200;

    private static final String HEAD = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Evaluation of %1$s</title>
            <style>
            body { font: 15px/1.4 system-ui, sans-serif; margin: 2em auto; max-width: 75em; padding: 0 1em; color: #222; }
            table { border-collapse: collapse; margin: .6em 0 1.6em; }
            th, td { padding: .15em .7em; text-align: right; border-bottom: 1px solid #ddd; vertical-align: middle; }
            th { font-weight: 600; } th:first-child, td:first-child, td.text { text-align: left; }
            tr.sum td { font-weight: 600; } td.low { background: #fde7ef; } h2 { margin-top: 2em; }
            img { max-width: 32em; border: 1px solid #ccc; } td.text { font-family: ui-monospace, monospace; font-size: 13px; white-space: pre-line; }
            p.note { color: #555; }
            </style></head><body>
            <h1>Evaluation of %1$s</h1>
            <p>%2$d cases, %3$d pages in %4$.1f s. %5$d of %3$d pages are accounted for; %6$d of %7$d labelled pages were taken for what they are.</p>
            <p class="note">This page shows what is in the documents: treat it as you treat them.</p>
            """;

    private EvaluationPage() {}

    /** Writes the page; it holds values and pictures of the documents. */
    public static String html(EvaluationResult result, MistakeCrops crops) {
        StringBuilder page = new StringBuilder(HEAD.formatted(
                escaped(result.set()),
                result.cases(),
                result.pages().read(),
                result.seconds(),
                result.pages().accounted(),
                result.pages().right(),
                result.pages().labelled()));
        new TreeMap<>(result.groups()).forEach((name, group) -> group(page, name, group, crops));
        if (!result.unreadable().isEmpty()) {
            page.append("<h2>Not readable</h2><ul>");
            result.unreadable().forEach(file -> page.append("<li>").append(escaped(file)));
            page.append("</ul>");
        }
        return page.append("</body></html>\n").toString();
    }

    private static void group(StringBuilder page, String name, Group group, MistakeCrops crops) {
        page.append(String.format(
                Locale.ROOT,
                "<h2>%s</h2><p>%d documents expected, %d found (%d cut out right), %d spurious; %d would be posted, %d of"
                        + " them with a wrong value.</p>%n",
                escaped(name),
                group.instances(),
                group.found(),
                group.split(),
                group.spurious(),
                group.posted(),
                group.falselyPosted()));
        page.append(
                "<table><tr><th>field<th>labels<th>read<th>precision<th>recall<th>F1<th>mean F1<th>exact F1<th>abstained<th>"
                        + "citation</tr>\n");
        new TreeMap<>(group.fields()).forEach((pattern, score) -> row(page, "", pattern, score));
        group.sums().forEach((property, score) -> row(page, " class=\"sum\"", "all of " + property, score));
        row(page, " class=\"sum\"", "all fields", group.total());
        page.append("</table>\n");
        confidence(page, group.confidence());
        mistakes(page, group.mistakes(), crops);
    }

    private static void row(StringBuilder page, String attributes, String name, FieldScore score) {
        page.append(String.format(
                Locale.ROOT,
                "<tr%s><td>%s<td>%d<td>%d%s%s%s%s%s<td>%d%s</tr>%n",
                attributes,
                escaped(name),
                score.expected(),
                score.found(),
                percent(score.precision()),
                percent(score.recall()),
                percent(score.f1()),
                percent(score.meanF1()),
                percent(score.exactF1()),
                score.abstained(),
                score.placed() == 0 ? "<td>-" : percent(score.citation())));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "<td%s>%.2f", share < 0.95 ? " class=\"low\"" : "", 100 * share);
    }

    private static void confidence(StringBuilder page, ConfidenceQuality confidence) {
        page.append(String.format(
                Locale.ROOT,
                "<p>Confidence: %s, %d values, %d of them wrong.</p>",
                confidence
                        .auroc()
                        .map(auroc -> String.format(
                                Locale.ROOT,
                                "AUROC %.3f, calibration error %.3f",
                                auroc,
                                confidence.calibrationError()))
                        .orElse("not enough data for figures"),
                confidence.values(),
                confidence.wrong()));
        if (confidence.enough()) {
            page.append("<table><tr><th>confidence from<th>values<th>mean confidence %<th>right %</tr>\n");
            confidence
                    .bins()
                    .forEach(bin -> page.append(String.format(
                            Locale.ROOT,
                            "<tr><td>%.1f<td>%d<td>%.1f<td>%.1f</tr>%n",
                            bin.from(),
                            bin.values(),
                            100 * bin.confidence(),
                            100.0 * bin.right() / bin.values())));
            page.append("</table>\n");
        }
    }

    private static void mistakes(StringBuilder page, List<Mistake> mistakes, MistakeCrops crops) {
        if (mistakes.isEmpty()) {
            return;
        }
        List<Mistake> shown = mistakes.stream().limit(SHOWN).toList();
        Map<Mistake, byte[]> pictures = crops.cut(shown);
        page.append(String.format(
                "<h3>%d mistakes%s</h3>%n", mistakes.size(), mistakes.size() > SHOWN ? ", the first " + SHOWN : ""));
        page.append("<table><tr><th>field<th>what<th>expected<th>read<th>place</tr>\n");
        for (Mistake mistake : shown) {
            byte[] picture = pictures.get(mistake);
            page.append("<tr><td>%s<td class=\"text\">%s<td class=\"text\">%s<td class=\"text\">%s<td class=\"text\">%s"
                    .formatted(
                            escaped(mistake.pointer()),
                            escaped(mistake.note()),
                            escaped(mistake.expected()),
                            escaped(mistake.actual()),
                            escaped("%s p. %d\n".formatted(mistake.file(), mistake.page()))));
            if (picture != null) {
                page.append("<img alt=\"\" src=\"data:image/png;base64,")
                        .append(Base64.getEncoder().encodeToString(picture))
                        .append("\">");
            }
            page.append("</tr>\n");
        }
        page.append("</table>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
