package dev.tabellio.reconciliation;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.reconciliation.Finding.Outcome;
import dev.tabellio.reconciliation.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is asked of documents whose values embedded data states, as in electronic invoices. Whoever pays looks at the page;
 * data that says otherwise than its page is the fraud that this kind of file invites.
 *
 * <ul>
 *   <li>{@code document.page-differs}: at no place that its words name does the page print another value.
 *   <li>{@code document.unprinted}: a page prints each value that the type wants printed.
 *   <li>{@code document.data-alone}: a warning that names the other values that no page prints.
 * </ul>
 */
final class EmbeddedDataChecks {

    private static final String DIFFERS = "document.page-differs";

    private static final String UNPRINTED = "document.unprinted";

    private final List<Pattern> printed;

    EmbeddedDataChecks(DocumentType type) {
        this.printed = type.printed().stream().map(StandardChecks::pattern).toList();
    }

    /** Nothing if no value comes from embedded data. */
    List<Finding> findings(ExtractedDocument document) {
        List<Finding> differs = new ArrayList<>();
        List<Finding> unprinted = new ArrayList<>();
        List<String> alone = new ArrayList<>();
        List<String> stated = new ArrayList<>();
        document.fields().forEach((pointer, field) -> {
            if (field instanceof ExtractedField.Cited cited && !cited.data().isEmpty()) {
                stated.add(pointer);
                String value = cited.value().asText().replaceAll("\\s+", " ");
                List<String> otherwise = cited.printedInstead();
                if (!otherwise.isEmpty()) {
                    differs.add(violated(
                            DIFFERS,
                            "the embedded data states %s at %s, and the page prints %s there"
                                    .formatted(value, pointer, String.join(", ", otherwise)),
                            pointer));
                } else if (!cited.isPrinted() && isWanted(pointer)) {
                    unprinted.add(violated(
                            UNPRINTED,
                            "the embedded data states %s at %s, and no page prints it".formatted(value, pointer),
                            pointer));
                } else if (!cited.isPrinted()) {
                    alone.add(pointer);
                }
            }
        });
        List<Finding> findings = new ArrayList<>();
        if (!stated.isEmpty()) {
            findings.addAll(
                    differs.isEmpty()
                            ? List.of(satisfied(DIFFERS, "the page prints nothing else in place of the embedded data"))
                            : differs);
            findings.addAll(
                    unprinted.isEmpty()
                            ? List.of(satisfied(UNPRINTED, "the page prints what it has to of the embedded data"))
                            : unprinted);
        }
        if (!alone.isEmpty()) {
            findings.add(new Finding(
                    "document.data-alone",
                    Severity.WARNING,
                    Outcome.VIOLATED,
                    "%d values are stated by the embedded data alone: %s"
                            .formatted(
                                    alone.size(),
                                    alone.stream().limit(StandardChecks.LISTED).collect(Collectors.joining(", "))
                                            + (alone.size() > StandardChecks.LISTED ? ", ..." : "")),
                    alone));
        }
        return findings;
    }

    private boolean isWanted(String pointer) {
        return printed.stream().anyMatch(pattern -> pattern.matcher(pointer).matches());
    }

    private static Finding violated(String rule, String says, String pointer) {
        return new Finding(rule, Severity.ERROR, Outcome.VIOLATED, says, List.of(pointer));
    }

    private static Finding satisfied(String rule, String says) {
        return new Finding(rule, Severity.ERROR, Outcome.SATISFIED, says, List.of());
    }
}
