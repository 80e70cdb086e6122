package dev.tabellio.reconciliation;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.document.Citation;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.FieldValue;
import dev.tabellio.document.Origin;
import dev.tabellio.reconciliation.Finding.Outcome;
import dev.tabellio.reconciliation.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is asked of every document whatever its type. Each check gives one finding for each field that fails it, or one
 * satisfied finding.
 *
 * <ul>
 *   <li>{@code document.blank}: in place of {@code document.required} where nothing is filled in a tax form.
 *   <li>{@code document.required}: the fields that the type requires are cited.
 *   <li>{@code document.uncited}: no field was found without holding as a value: what is posted would lack it. Of types that are
 *       not tax forms only fields that the type requires or a rule looks at count.
 *   <li>{@code document.confidence}: no cited amount, no cited identifier that matters, and nothing that was read from pixels
 *       has less than the least confidence.
 *   <li>{@code document.recognised}: only where values of a tax form were read from pixels; violated unless each is corroborated.
 *   <li>{@code document.leftover}: only where amounts or people's numbers stand on the form that no field took, with their places in points.
 *   <li>what {@link EmbeddedDataChecks} ask, only where values come from embedded data.
 *   <li>{@code document.review}: only where the type sends every document to review, with its reason.
 *   <li>{@code document.complete}, {@code document.identity}, {@code document.injection}: the caveats that the caller knows of.
 * </ul>
 */
final class StandardChecks {

    /** Amounts left over that a finding lists; it counts them all. */
    static final int LISTED = 20;

    static final String RECOGNISED = "document.recognised";

    private static final String CONFIDENCE = "document.confidence";

    /** Checks that a second reading of the values can turn. */
    static final Set<String> PROOF = Set.of(RECOGNISED, CONFIDENCE);

    private static final String TAX_FORM = "tax-form";

    private static final String TAX_YEAR = "/TaxYear";

    private static final String NO_YEAR =
            ": no year was read where this form prints one; the return or letter that it came with says which year it is for";

    private final DocumentType type;
    private final List<Pattern> required;
    private final List<Pattern> relevant;
    private final double leastConfidence;
    private final boolean isTaxForm;
    private final EmbeddedDataChecks embedded;

    /** @param relevant pointers, rows as {@code *}, that rules look at */
    StandardChecks(DocumentType type, Set<String> relevant, double leastConfidence) {
        this.type = type;
        this.required = type.required().stream().map(StandardChecks::pattern).toList();
        this.relevant = relevant.stream().map(StandardChecks::pattern).toList();
        this.leastConfidence = leastConfidence;
        this.isTaxForm = type.family().equals(TAX_FORM);
        this.embedded = new EmbeddedDataChecks(type);
    }

    List<Finding> findings(ExtractedDocument document, List<Caveat> caveats) {
        List<Finding> findings = new ArrayList<>();
        if (isTaxForm && isBlank(document)) {
            findings.add(violated("document.blank", "nothing is filled in, or only a name", List.of()));
        } else {
            addRequired(document, findings);
        }
        addUncited(document, findings);
        addConfidence(document, findings);
        addRecognised(document, findings);
        addLeftovers(document, findings);
        findings.addAll(embedded.findings(document));
        type.review().ifPresent(says -> findings.add(violated("document.review", says, List.of())));
        caveats.forEach(caveat -> findings.add(violated(caveat.kind().rule(), caveat.says(), List.of())));
        return findings;
    }

    /**
     * Whether no field holds anything but what the form itself prints: its year, which copy it is, boxes left unticked. A name
     * alone may be the print below an empty line.
     */
    private boolean isBlank(ExtractedDocument document) {
        return document.leftovers().isEmpty()
                && document.fields().entrySet().stream()
                        .noneMatch(entry -> isEntered(entry.getKey(), entry.getValue()));
    }

    private boolean isEntered(String pointer, ExtractedField field) {
        if (field instanceof ExtractedField.Uncited uncited) {
            return uncited.text().chars().filter(Character::isDigit).count() > 1;
        }
        return field instanceof ExtractedField.Cited cited
                && !pointer.equals(TAX_YEAR)
                && !type.identity().varies().contains(pointer)
                && !(cited.value() instanceof FieldValue.Text && pointer.endsWith("/Name"))
                && !(cited.value() instanceof FieldValue.Flag flag && !flag.value());
    }

    private void addRequired(ExtractedDocument document, List<Finding> findings) {
        List<String> cited = new ArrayList<>();
        int before = findings.size();
        for (int i = 0; i < required.size(); i++) {
            String pointer = type.required().get(i);
            List<String> found = cited(document, required.get(i));
            if (found.isEmpty()) {
                findings.add(violated(
                        "document.required",
                        "the required field %s was not found%s"
                                .formatted(pointer, pointer.endsWith(TAX_YEAR) ? NO_YEAR : ""),
                        List.of(pointer)));
            }
            cited.addAll(found);
        }
        if (findings.size() == before) {
            findings.add(satisfied("document.required", "every required field was found", cited));
        }
    }

    private void addUncited(ExtractedDocument document, List<Finding> findings) {
        int before = findings.size();
        document.fields().forEach((pointer, field) -> {
            if (field instanceof ExtractedField.Uncited uncited && (isTaxForm || matters(pointer))) {
                findings.add(violated(
                        "document.uncited",
                        "%s reads \"%s\" and does not hold as a value: %s"
                                .formatted(pointer, uncited.text().replaceAll("\\s+", " "), uncited.reason()),
                        List.of(pointer)));
            }
        });
        if (findings.size() == before) {
            findings.add(satisfied(
                    "document.uncited", "nothing was found that does not hold as a value and matters", List.of()));
        }
    }

    private void addConfidence(ExtractedDocument document, List<Finding> findings) {
        int before = findings.size();
        for (Map.Entry<String, ExtractedField> entry : document.fields().entrySet()) {
            if (entry.getValue() instanceof ExtractedField.Cited cited
                    && cited.confidence() < least(cited)
                    && (cited.value() instanceof FieldValue.Amount
                            || (cited.value() instanceof FieldValue.Identifier && matters(entry.getKey()))
                            || isRecognised(cited))) {
                findings.add(violated(
                        CONFIDENCE,
                        String.format(
                                Locale.ROOT,
                                "the %s %s at %s was read with confidence %.3f, less than %.2f",
                                kind(cited.value()),
                                cited.value().asText().replaceAll("\\s+", " "),
                                entry.getKey(),
                                cited.confidence(),
                                least(cited)),
                        List.of(entry.getKey())));
            }
        }
        if (findings.size() == before) {
            findings.add(satisfied(
                    CONFIDENCE,
                    String.format(
                            Locale.ROOT,
                            "every amount and identifier was read with confidence %.2f or more",
                            leastConfidence),
                    List.of()));
        }
    }

    private double least(ExtractedField.Cited cited) {
        return isTaxForm && isRecognised(cited) && cited.isCorroborated()
                ? Reconciler.LEAST_CORROBORATED_CONFIDENCE
                : leastConfidence;
    }

    /** Values from pixels, which no confidence vouches for; which print of the document it is is none of its values. */
    private void addRecognised(ExtractedDocument document, List<Finding> findings) {
        List<String> unproven = new ArrayList<>();
        List<String> says = new ArrayList<>();
        List<String> proven = new ArrayList<>();
        document.fields().forEach((pointer, field) -> {
            if (isTaxForm
                    && !type.identity().varies().contains(pointer)
                    && field instanceof ExtractedField.Cited cited
                    && cited.citations().stream().anyMatch(Citation::isRecognisedText)) {
                if (cited.isCorroborated()) {
                    proven.add(pointer);
                } else {
                    unproven.add(pointer);
                    says.add(pointer + otherwise(cited));
                }
            }
        });
        if (!unproven.isEmpty()) {
            findings.add(violated(
                    RECOGNISED,
                    "%d values were read from pixels and nothing confirms them: %s%s"
                            .formatted(
                                    unproven.size(),
                                    says.stream().limit(LISTED).collect(Collectors.joining(", ")),
                                    says.size() > LISTED ? ", ..." : ""),
                    unproven));
        } else if (!proven.isEmpty()) {
            findings.add(satisfied(
                    RECOGNISED,
                    "%d values were read from pixels, and each is confirmed by another look".formatted(proven.size()),
                    proven));
        }
    }

    /** Both readings where they differ. */
    private static String otherwise(ExtractedField.Cited cited) {
        return cited.corroborations().stream()
                .filter(corroboration -> !corroboration.agrees())
                .findFirst()
                .map(corroboration -> " \"%s\" (%s: %s)"
                        .formatted(
                                cited.value().asText().replaceAll("\\s+", " "),
                                corroboration
                                        .by()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', ' '),
                                corroboration.says().replaceAll("\\s+", " ")))
                .orElse("");
    }

    private static boolean isRecognised(ExtractedField.Cited cited) {
        return cited.citations().stream().anyMatch(citation -> citation.origin() == Origin.OCR);
    }

    private static String kind(FieldValue value) {
        if (value instanceof FieldValue.Amount) {
            return "amount";
        }
        if (value instanceof FieldValue.Identifier) {
            return "identifier";
        }
        if (value instanceof FieldValue.Date) {
            return "date";
        }
        return value instanceof FieldValue.Flag ? "box" : "text";
    }

    private static void addLeftovers(ExtractedDocument document, List<Finding> findings) {
        List<Citation> leftovers = document.leftovers();
        if (!leftovers.isEmpty()) {
            String places = leftovers.stream()
                    .limit(LISTED)
                    .map(one -> String.format(
                            Locale.ROOT,
                            "%s (page %d at %.0f, %.0f)",
                            one.text(),
                            one.page(),
                            one.box().left(),
                            one.box().top()))
                    .collect(Collectors.joining(", "));
            findings.add(violated(
                    "document.leftover",
                    "%d values on the form belong to no field: %s%s"
                            .formatted(leftovers.size(), places, leftovers.size() > LISTED ? ", ..." : ""),
                    List.of()));
        }
    }

    private boolean matters(String pointer) {
        return required.stream().anyMatch(pattern -> pattern.matcher(pointer).matches())
                || relevant.stream()
                        .anyMatch(pattern -> pattern.matcher(pointer).matches());
    }

    private static List<String> cited(ExtractedDocument document, Pattern pattern) {
        return document.fields().keySet().stream()
                .filter(pointer -> pattern.matcher(pointer).matches()
                        && document.value(pointer).isPresent())
                .toList();
    }

    static Pattern pattern(String pointer) {
        return Pattern.compile("\\Q" + pointer.replace("*", "\\E[0-9]+\\Q") + "\\E");
    }

    private static Finding violated(String rule, String says, List<String> evidence) {
        return new Finding(rule, Severity.ERROR, Outcome.VIOLATED, says, evidence);
    }

    private static Finding satisfied(String rule, String says, List<String> evidence) {
        return new Finding(rule, Severity.ERROR, Outcome.SATISFIED, says, evidence);
    }
}
