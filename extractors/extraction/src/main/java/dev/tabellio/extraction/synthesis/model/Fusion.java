package dev.tabellio.extraction.synthesis.model;

import dev.tabellio.document.Citation;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.FieldValue;
import dev.tabellio.extraction.llm.Tier;
import dev.tabellio.extraction.synthesis.model.FieldEvidence.Outcome;
import dev.tabellio.extraction.synthesis.model.FieldEvidence.Reading;
import dev.tabellio.extraction.text.Letters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the readings of one field together.
 *
 * <p>Equal readings support each other: each that agrees takes away half of the doubt that was left, but a reading of
 * pixels never becomes surer than its least sure word. Readings that hold and differ leave the field uncited with all of
 * them, whoever read what: no model overwrites what the form shows, and no reader silences a model. The larger model's word
 * replaces that of the smaller one, which is only evidence then; the challenger's counts beside it.
 */
final class Fusion {

    /** A doubt that nobody takes away: readers of one page can err in the same way. */
    private static final double SUREST = 0.995;

    /** A reading that a model does not find. */
    private static final double NOT_FOUND_BY_MODEL = 0.9;

    private Fusion() {}

    /**
     * A field and how it came about.
     *
     * @param settled whether nobody needs to be asked any more
     */
    record Fused(ExtractedField field, FieldEvidence evidence, boolean settled) {}

    /**
     * @param read by the deterministic reader
     * @param said by each tier that was asked for the field; not there if its answers had nothing of it
     * @param clause whether the field is a stretch of text: two that overlap are the same
     * @param required whether the document cannot go on without the field
     */
    static Fused of(ExtractedField read, Map<Tier, Checked> said, boolean clause, boolean required) {
        Map<Tier, Checked> voices = new EnumMap<>(Tier.class);
        voices.putAll(said);
        if (voices.get(Tier.LARGE) instanceof Checked.Holds) {
            voices.remove(Tier.SMALL);
        }
        List<Checked.Holds> holding = voices.values().stream()
                .filter(Checked.Holds.class::isInstance)
                .map(Checked.Holds.class::cast)
                .toList();
        List<Reading> readings = readings(read, said);
        boolean modelsAgree = holding.stream()
                .allMatch(one -> same(one.value(), holding.get(0).value())
                        || (clause && overlap(one.citations(), holding.get(0).citations())));
        boolean alone = !holding.isEmpty() && holding.size() < voices.size();
        if (read instanceof ExtractedField.Cited cited) {
            if (holding.isEmpty()) {
                return kept(cited, voices, readings);
            }
            boolean agree = same(cited.value(), holding.get(0).value())
                    || (clause && overlap(cited.citations(), holding.get(0).citations()));
            return modelsAgree && agree
                    ? confirmed(cited, holding, readings)
                    : disagreed(readings, citations(cited, holding));
        }
        if (!modelsAgree || alone) {
            return disagreed(readings, citations(read, holding));
        }
        if (!holding.isEmpty()) {
            return filled(holding, voices, readings);
        }
        return unfound(read, voices, readings, required);
    }

    private static Fused confirmed(ExtractedField.Cited cited, List<Checked.Holds> holding, List<Reading> readings) {
        double confidence = cited.confidence();
        double most = SUREST;
        for (Checked.Holds one : holding) {
            confidence = 1 - (1 - confidence) / 2;
            if (one.origins().contains("OCR")) {
                most = Math.min(most, Math.max(one.confidence(), cited.confidence()));
            }
        }
        ExtractedField field = new ExtractedField.Cited(
                cited.value(),
                cited.citations(),
                Math.max(cited.confidence(), Math.min(confidence, most)),
                cited.how() + "; a model reads the same");
        return new Fused(field, new FieldEvidence(Outcome.CONFIRMED, readings), true);
    }

    private static Fused kept(ExtractedField.Cited cited, Map<Tier, Checked> voices, List<Reading> readings) {
        boolean denied = voices.values().stream().allMatch(Checked.NotThere.class::isInstance) && !voices.isEmpty();
        ExtractedField field = denied
                ? new ExtractedField.Cited(
                        cited.value(),
                        cited.citations(),
                        cited.confidence() * NOT_FOUND_BY_MODEL,
                        cited.how() + "; a model does not find it")
                : cited;
        return new Fused(field, new FieldEvidence(Outcome.KEPT, readings), false);
    }

    private static Fused filled(List<Checked.Holds> holding, Map<Tier, Checked> voices, List<Reading> readings) {
        Checked.Holds first = holding.get(0);
        double confidence = first.confidence();
        for (int i = 1; i < holding.size(); i++) {
            confidence = Math.min(SUREST, 1 - (1 - confidence) / 2);
        }
        String how = "read by a model (%s)%s%s"
                .formatted(
                        voices.keySet().stream()
                                .map(Fusion::name)
                                .reduce((a, b) -> a + " and " + b)
                                .orElse(""),
                        first.remark().isEmpty() ? "" : ", ",
                        first.remark());
        return new Fused(
                new ExtractedField.Cited(first.value(), first.citations(), confidence, how),
                new FieldEvidence(Outcome.FILLED, readings),
                true);
    }

    private static Fused disagreed(List<Reading> readings, List<Citation> citations) {
        List<String> says = new ArrayList<>();
        for (Reading reading : readings) {
            if (reading.holds()) {
                says.add("%s reads '%s'".formatted(person(reading.by()), reading.text()));
            } else if (reading.text().isEmpty()) {
                says.add("%s finds nothing".formatted(person(reading.by())));
            }
        }
        String text = readings.stream()
                .filter(Reading::holds)
                .map(Reading::text)
                .findFirst()
                .orElse("");
        return new Fused(
                new ExtractedField.Uncited(text, "readings differ: " + String.join(", ", says), citations),
                new FieldEvidence(Outcome.DISAGREED, readings),
                false);
    }

    private static Fused unfound(
            ExtractedField read, Map<Tier, Checked> voices, List<Reading> readings, boolean required) {
        if (read instanceof ExtractedField.Uncited) {
            return new Fused(read, new FieldEvidence(Outcome.KEPT, readings), false);
        }
        Optional<Checked.Fails> fails = voices.values().stream()
                .filter(Checked.Fails.class::isInstance)
                .map(Checked.Fails.class::cast)
                .reduce((first, later) -> later);
        if (fails.isPresent()) {
            ExtractedField field = new ExtractedField.Uncited(
                    fails.get().text(),
                    "a model states " + fails.get().reason(),
                    fails.get().nearby());
            return new Fused(field, new FieldEvidence(Outcome.UNPROVEN, readings), false);
        }
        return new Fused(
                new ExtractedField.Absent(),
                new FieldEvidence(Outcome.ABSENT, readings),
                !required && !voices.isEmpty());
    }

    private static List<Reading> readings(ExtractedField read, Map<Tier, Checked> said) {
        List<Reading> readings = new ArrayList<>();
        if (read instanceof ExtractedField.Cited cited) {
            List<String> origins = cited.citations().stream()
                    .map(citation -> citation.origin().name())
                    .distinct()
                    .sorted()
                    .toList();
            readings.add(new Reading("reader", cited.value().asText(), true, origins, cited.how()));
        } else if (read instanceof ExtractedField.Uncited uncited) {
            readings.add(new Reading("reader", uncited.text(), false, List.of(), uncited.reason()));
        } else {
            readings.add(new Reading("reader", "", false, List.of(), ""));
        }
        new EnumMap<>(said).forEach((tier, checked) -> {
            if (checked instanceof Checked.Holds holds) {
                readings.add(new Reading(name(tier), holds.value().asText(), true, holds.origins(), holds.remark()));
            } else if (checked instanceof Checked.Fails fails) {
                readings.add(new Reading(name(tier), fails.text(), false, List.of(), fails.reason()));
            } else {
                readings.add(new Reading(name(tier), "", false, List.of(), ""));
            }
        });
        return readings;
    }

    private static List<Citation> citations(ExtractedField read, List<Checked.Holds> holding) {
        List<Citation> citations = new ArrayList<>();
        if (read instanceof ExtractedField.Cited cited) {
            citations.addAll(cited.citations());
        }
        holding.forEach(one -> citations.addAll(one.citations()));
        return citations.stream().distinct().toList();
    }

    /** Whether two values mean the same; texts are compared by letters and digits. */
    static boolean same(FieldValue one, FieldValue other) {
        if (one instanceof FieldValue.Amount a && other instanceof FieldValue.Amount b) {
            return a.value().compareTo(b.value()) == 0;
        }
        return Letters.compact(one.asText()).equals(Letters.compact(other.asText()));
    }

    private static boolean overlap(List<Citation> one, List<Citation> other) {
        return one.stream()
                .anyMatch(a -> other.stream()
                        .anyMatch(b -> a.page() == b.page() && a.box().intersects(b.box())));
    }

    private static String name(Tier tier) {
        return tier.name().toLowerCase(Locale.ROOT);
    }

    private static String person(String by) {
        return by.equals("reader") ? "the reader" : "the %s model".formatted(by);
    }
}
