package dev.tabellio.jobs.cli;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.PageNumbers;
import dev.tabellio.extraction.classify.RecognitionTrace;
import dev.tabellio.extraction.synthesis.taxform.FormTrace;
import dev.tabellio.jobs.doctypes.DoctypeTrial;
import dev.tabellio.jobs.doctypes.SchemaLeaf;
import dev.tabellio.reconciliation.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A trial of a type as text for people. */
final class TrialText {

    /** A page far from being recognised is told in one line. */
    private static final double NEAR = 0.3;

    private final DocumentType type;
    private final DoctypeTrial trial;
    private final boolean allLabels;
    private final StringBuilder text = new StringBuilder();

    TrialText(DocumentType type, DoctypeTrial trial, boolean allLabels) {
        this.type = type;
        this.trial = trial;
        this.allLabels = allLabels;
    }

    String render() {
        trial.recognition().forEach(this::page);
        if (!trial.recognised()) {
            line("");
            line("No page starts a document of the type; all pages are read as one to show what the labels do.");
        }
        trial.documents().forEach(this::document);
        return text.toString();
    }

    private void page(RecognitionTrace page) {
        line("Page %d: %s of 1 for %s%s"
                .formatted(
                        page.page(),
                        decimal(page.score()),
                        type.id(),
                        page.instances() > 1 ? ", %d forms on it".formatted(page.instances()) : ""));
        trial.pages().stream()
                .filter(use -> use.page() == page.page())
                .forEach(use ->
                        line("  taken for: %s, %s".formatted(use.kind().name().toLowerCase(Locale.ROOT), use.says())));
        page.never().forEach(never -> line("  must not stand on it, but does: '%s'".formatted(never)));
        if (page.score() > NEAR || trial.recognition().size() == 1) {
            TextTable table = new TextTable();
            page.evidence()
                    .forEach(item -> table.row(item.holds() ? "found" : "-", decimal(item.weight()), item.says()));
            text.append(table.render("  "));
        }
    }

    private void document(DoctypeTrial.Tried document) {
        line("");
        line("%s on %s".formatted(type.title(), PageNumbers.named(document.pages())));
        TextTable table = new TextTable();
        document.fields().forEach((pointer, field) -> table.row(pointer, value(field), why(document, pointer, field)));
        text.append(table.render("  "));
        Map<String, List<String>> rows = new TreeMap<>();
        document.trace().ifPresent(trace -> rows.putAll(withoutRows(document, trace)));
        rows.forEach((pattern, anchors) -> line("  %s  no rows: %s".formatted(pattern, labels(document, anchors))));
        List<Finding> speaking = document.findings().stream()
                .filter(finding ->
                        finding.outcome() == Finding.Outcome.VIOLATED || finding.outcome() == Finding.Outcome.UNDECIDED)
                .toList();
        line("");
        line("Rules: %d of %d looked at hold".formatted(holding(document), holding(document) + speaking.size()));
        speaking.forEach(finding -> line("  %s, %s: %s"
                .formatted(
                        finding.outcome().name().toLowerCase(Locale.ROOT),
                        finding.severity().name().toLowerCase(Locale.ROOT),
                        finding.says())));
        if (allLabels) {
            document.trace().ifPresent(this::labels);
        }
    }

    private static long holding(DoctypeTrial.Tried document) {
        return document.findings().stream()
                .filter(finding -> finding.outcome() == Finding.Outcome.SATISFIED)
                .count();
    }

    /** Leaves of tables of which no row was read. */
    private Map<String, List<String>> withoutRows(DoctypeTrial.Tried document, FormTrace trace) {
        return SchemaLeaf.of(type.schema()).stream()
                .map(SchemaLeaf::pattern)
                .filter(pattern -> pattern.contains("*")
                        && document.fields().keySet().stream()
                                .noneMatch(pointer -> pattern(pointer).equals(pattern)))
                .collect(Collectors.toMap(
                        pattern -> pattern, pattern -> trace.anchors().getOrDefault(pattern, List.of())));
    }

    private static String value(ExtractedField field) {
        if (field instanceof ExtractedField.Cited cited) {
            return cited.value().asText().replace("\n", " / ");
        }
        return field instanceof ExtractedField.Uncited ? "?" : "-";
    }

    private static String why(DoctypeTrial.Tried document, String pointer, ExtractedField field) {
        if (field instanceof ExtractedField.Cited cited) {
            return "%s (%s)".formatted(cited.how(), decimal(cited.confidence()));
        }
        if (field instanceof ExtractedField.Uncited uncited) {
            return uncited.reason();
        }
        List<String> anchors = document.trace()
                .map(trace -> trace.anchors().getOrDefault(pattern(pointer), List.of()))
                .orElse(List.of());
        return anchors.isEmpty() ? "not found" : labels(document, anchors);
    }

    /** What became of the labels of a field without a value. */
    private static String labels(DoctypeTrial.Tried document, List<String> anchors) {
        return anchors.stream()
                .map(id -> document.trace()
                        .flatMap(trace -> label(trace, id))
                        .map(TrialText::state)
                        .orElse(id))
                .collect(Collectors.joining("; "));
    }

    private static Optional<FormTrace.Label> label(FormTrace trace, String id) {
        return trace.labels().stream().filter(label -> label.id().equals(id)).findFirst();
    }

    private static String state(FormTrace.Label label) {
        if (!label.places().isEmpty()) {
            return "label %s stands at %s, nothing is in its place"
                    .formatted(label.id(), place(label.places().get(0)));
        }
        return label.lost().isEmpty()
                ? "label %s is not on the page: '%s'"
                        .formatted(label.id(), label.wordings().get(0))
                : "label %s is printed at %s, but belongs to a longer label or stands elsewhere than declared"
                        .formatted(label.id(), place(label.lost().get(0)));
    }

    private void labels(FormTrace trace) {
        line("");
        line("Labels");
        TextTable table = new TextTable();
        for (FormTrace.Label label : trace.labels()) {
            if (label.places().isEmpty()) {
                table.row(label.section(), label.id(), "-", state(label));
            }
            for (FormTrace.Place place : label.places()) {
                table.row(label.section(), label.id(), decimal(place.quality()), place(place) + " " + place.wording());
            }
        }
        text.append(table.render("  "));
    }

    private static String place(FormTrace.Place place) {
        BoundingBox box = place.box();
        return String.format(
                Locale.ROOT,
                "page %d, %.0f,%.0f to %.0f,%.0f",
                place.page(),
                box.left(),
                box.top(),
                box.right(),
                box.bottom());
    }

    private static String pattern(String pointer) {
        return pointer.replaceAll("/\\d+(?=/|$)", "/*");
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private void line(String line) {
        text.append(line).append(System.lineSeparator());
    }
}
