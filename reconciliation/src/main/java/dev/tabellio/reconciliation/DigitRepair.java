package dev.tabellio.reconciliation;

import dev.tabellio.document.Citation;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.FieldValue;
import dev.tabellio.document.Origin;
import dev.tabellio.reconciliation.Finding.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks for the misread digit behind violated rules: the change of one digit of one amount that satisfies every rule of the
 * document. Only what was recognised from pixels or stated by a model can be misread; and only a field that every violated
 * rule looks at can mend them all. Where an amount was read in another way as well, and that mends them, nothing else is
 * suggested. A suggestion is words for the reviewer; no value is changed.
 */
final class DigitRepair {

    /** More ways to mend it than this say nothing: tolerances of a dollar alone leave up to three. */
    private static final int MOST_WAYS = 3;

    private static final Pattern NO_DIGIT = Pattern.compile("\\D");

    private final RuleBook book;

    DigitRepair(RuleBook book) {
        this.book = book;
    }

    /** The findings, violated ones with what would mend them if there is such a thing. */
    List<Finding> suggest(ExtractedDocument document, List<Finding> findings) {
        List<Finding> violated = findings.stream()
                .filter(finding -> finding.outcome() == Outcome.VIOLATED)
                .toList();
        List<String> ways = violated.isEmpty() ? List.of() : ways(document, violated);
        if (ways.isEmpty() || ways.size() > MOST_WAYS) {
            return findings;
        }
        String hint = " (every rule would be satisfied if " + String.join(" or ", ways) + ")";
        return findings.stream()
                .map(finding -> finding.outcome() == Outcome.VIOLATED
                        ? new Finding(
                                finding.rule(),
                                finding.severity(),
                                finding.outcome(),
                                finding.says() + hint,
                                finding.evidence())
                        : finding)
                .toList();
    }

    private List<String> ways(ExtractedDocument document, List<Finding> violated) {
        Set<String> suspects = new LinkedHashSet<>(violated.get(0).evidence());
        violated.forEach(finding -> suspects.retainAll(finding.evidence()));
        Set<String> ids =
                new LinkedHashSet<>(violated.stream().map(Finding::rule).toList());
        List<Rule> broken =
                book.within().stream().filter(rule -> ids.contains(rule.id())).toList();
        List<String> ways = new ArrayList<>();
        List<String> alsoRead = new ArrayList<>();
        for (String pointer : suspects) {
            Optional<ExtractedField.Cited> field = misreadable(document, pointer);
            if (field.isPresent() && field.get().value() instanceof FieldValue.Amount amount) {
                for (BigDecimal other : oneDigitAway(amount.value())) {
                    ExtractedDocument changed = with(document, pointer, field.get(), amount, other);
                    if (satisfies(changed, broken) && satisfies(changed, book.within())) {
                        String way = "%s read %s instead of %s"
                                .formatted(
                                        pointer,
                                        other.toPlainString(),
                                        amount.value().toPlainString());
                        (isAlsoRead(field.get(), other) ? alsoRead : ways).add(way);
                    }
                }
            }
        }
        return alsoRead.isEmpty() ? ways : alsoRead;
    }

    private static boolean isAlsoRead(ExtractedField.Cited field, BigDecimal amount) {
        String digits = digits(amount.toPlainString());
        return field.citations().stream()
                .map(Citation::otherReading)
                .anyMatch(other -> other != null && digits(other).equals(digits));
    }

    private static String digits(String text) {
        return NO_DIGIT.matcher(text).replaceAll("");
    }

    private boolean satisfies(ExtractedDocument document, List<Rule> rules) {
        Facts facts = Facts.of(document, book.shape());
        return rules.stream()
                .flatMap(rule -> rule.ask(facts, List.of()).stream())
                .noneMatch(finding -> finding.outcome() == Outcome.VIOLATED);
    }

    private static Optional<ExtractedField.Cited> misreadable(ExtractedDocument document, String pointer) {
        if (document.fields().get(pointer) instanceof ExtractedField.Cited cited) {
            for (Citation citation : cited.citations()) {
                if (citation.origin() == Origin.OCR || citation.origin() == Origin.MODEL) {
                    return Optional.of(cited);
                }
            }
        }
        return Optional.empty();
    }

    private static List<BigDecimal> oneDigitAway(BigDecimal amount) {
        String text = amount.toPlainString();
        List<BigDecimal> others = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                continue;
            }
            for (char other = '0'; other <= '9'; other++) {
                if (other != digit) {
                    others.add(new BigDecimal(text.substring(0, i) + other + text.substring(i + 1)));
                }
            }
        }
        return others;
    }

    private static ExtractedDocument with(
            ExtractedDocument document,
            String pointer,
            ExtractedField.Cited field,
            FieldValue.Amount amount,
            BigDecimal other) {
        Map<String, ExtractedField> fields = new LinkedHashMap<>(document.fields());
        fields.put(
                pointer,
                new ExtractedField.Cited(
                        new FieldValue.Amount(other, amount.currency()),
                        field.citations(),
                        field.confidence(),
                        field.how()));
        return new ExtractedDocument(document.document(), fields, document.leftovers());
    }
}
