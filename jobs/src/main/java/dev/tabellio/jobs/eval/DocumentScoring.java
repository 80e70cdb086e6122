package dev.tabellio.jobs.eval;

import dev.tabellio.document.Citation;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.jobs.eval.ConfidenceQuality.Judgement;
import dev.tabellio.jobs.eval.EvaluationResult.Mistake;
import dev.tabellio.samples.sets.ExpectedDocument;
import dev.tabellio.samples.sets.LabelledSet;
import dev.tabellio.samples.sets.Place;
import dev.tabellio.samples.sets.Print;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/**
 * Compares one document that was read with the labels of the print that it was read from. Of quotations, several readings of
 * one labelled clause count once, and so do several labels that one reading covers. What only embedded data states has no place on a
 * page and does not count where places are compared.
 */
final class DocumentScoring {

    private final LabelledSet set;
    private final UnaryOperator<String> kinds;

    /** @param kinds from a pointer pattern of the type to its {@code x-tabellio-kind} */
    DocumentScoring(LabelledSet set, UnaryOperator<String> kinds) {
        this.set = set;
        this.kinds = kinds;
    }

    /**
     * What the comparison of a document gives.
     *
     * @param fields by pointer pattern
     * @param mistakes what is not as labelled
     * @param judgements of every value that was read
     */
    record Scored(Map<String, FieldScore> fields, List<Mistake> mistakes, List<Judgement> judgements) {}

    Scored score(ExpectedDocument expected, Print print, ExtractedDocument actual) {
        List<Mistake> mistakes = new ArrayList<>();
        List<Judgement> judgements = new ArrayList<>();
        Map<String, List<Label>> labels = new TreeMap<>();
        expected.values().forEach((pointer, value) -> {
            if (set.scores(expected.type(), pointer)) {
                labels.computeIfAbsent(LabelledSet.pattern(pointer), pattern -> new ArrayList<>())
                        .add(new Label(pointer, value));
            }
        });
        Map<String, List<Reading>> readings = new TreeMap<>();
        Map<String, Integer> abstentions = new TreeMap<>();
        actual.fields().forEach((pointer, field) -> {
            String pattern = LabelledSet.pattern(pointer);
            if (!set.scores(expected.type(), pointer)) {
                return;
            }
            if (field instanceof ExtractedField.Cited cited) {
                readings.computeIfAbsent(pattern, p -> new ArrayList<>())
                        .add(new Reading(cited.value().asText(), cited.confidence(), cited.citations()));
            } else if (field instanceof ExtractedField.Uncited) {
                abstentions.merge(pattern, 1, Integer::sum);
            }
        });
        TreeSet<String> patterns = new TreeSet<>(labels.keySet());
        patterns.addAll(readings.keySet());
        Map<String, FieldScore> scores = new LinkedHashMap<>();
        for (String pattern : patterns) {
            scores.put(
                    pattern,
                    scoreField(
                            pattern,
                            labels.getOrDefault(pattern, List.of()),
                            readings.getOrDefault(pattern, List.of()),
                            abstentions.getOrDefault(pattern, 0),
                            print,
                            mistakes,
                            judgements));
        }
        return new Scored(scores, mistakes, judgements);
    }

    private FieldScore scoreField(
            String pattern,
            List<Label> labels,
            List<Reading> readings,
            int abstained,
            Print print,
            List<Mistake> mistakes,
            List<Judgement> judgements) {
        String kind = kinds.apply(pattern);
        List<Label> missing = new ArrayList<>(labels);
        List<Reading> left = new ArrayList<>(readings);
        List<Pair> pairs =
                new ArrayList<>(pair(missing, left, (label, value) -> ValueComparison.exact(kind, label, value)));
        int exact = pairs.size();
        pairs.addAll(pair(missing, left, (label, value) -> ValueComparison.tolerant(kind, label, value)));
        int again = 0;
        int alike = 0;
        if (kind.equals(ValueComparison.OVERLAP)) {
            again = left.size();
            left.removeIf(reading ->
                    labels.stream().anyMatch(label -> ValueComparison.tolerant(kind, label.value(), reading.value())));
            again -= left.size();
            alike = missing.size();
            missing.removeIf(label -> readings.stream()
                    .anyMatch(reading -> ValueComparison.tolerant(kind, label.value(), reading.value())));
            alike -= missing.size();
        }
        left.forEach(reading -> judgements.add(new Judgement(reading.confidence(), false, Optional.of(pattern))));
        int placed = 0;
        int overlapping = 0;
        for (Pair pair : pairs) {
            judgements.add(new Judgement(pair.reading().confidence(), true, Optional.of(pattern)));
            Place place = print.places().get(pair.label().pointer());
            if (place != null && !pair.reading().citations().isEmpty()) {
                placed++;
                if (overlaps(pair.reading().citations(), place)) {
                    overlapping++;
                } else {
                    mistakes.add(mistake(print, pair.label(), Optional.of(pair.reading()), "cited in another place"));
                }
            }
        }
        for (int i = 0; i < Math.max(missing.size(), left.size()); i++) {
            Label label = i < missing.size() ? missing.get(i) : new Label(pattern, "");
            Optional<Reading> reading = i < left.size() ? Optional.of(left.get(i)) : Optional.empty();
            String note = label.value().isEmpty()
                    ? Mistake.SPURIOUS
                    : reading.isEmpty() ? (abstained > 0 ? Mistake.ABSTAINED : Mistake.MISSING) : Mistake.WRONG;
            mistakes.add(mistake(print, label, reading, note));
        }
        return FieldScore.ofDocument(
                labels.size() - alike,
                readings.size() - again,
                exact,
                pairs.size(),
                Math.min(abstained, missing.size()),
                placed,
                overlapping);
    }

    /** Takes each label with the first reading that fits out of both lists. */
    private static List<Pair> pair(List<Label> labels, List<Reading> readings, BiPredicate<String, String> fits) {
        List<Pair> pairs = new ArrayList<>();
        for (Label label : List.copyOf(labels)) {
            readings.stream()
                    .filter(reading -> fits.test(label.value(), reading.value()))
                    .findFirst()
                    .ifPresent(reading -> {
                        pairs.add(new Pair(label, reading));
                        labels.remove(label);
                        readings.remove(reading);
                    });
        }
        return pairs;
    }

    private static boolean overlaps(List<Citation> citations, Place place) {
        return citations.stream()
                .anyMatch(citation ->
                        citation.page() == place.page() && citation.box().intersects(place.box()));
    }

    /** The box of a mistake is where the value stands by its label; else where it was read. */
    private static Mistake mistake(Print print, Label label, Optional<Reading> reading, String note) {
        String actual = reading.map(Reading::value).orElse("");
        Place place = print.places().get(label.pointer());
        if (place != null) {
            return new Mistake(
                    print.file(),
                    place.page(),
                    label.pointer(),
                    label.value(),
                    actual,
                    note,
                    Optional.of(place.box()),
                    Optional.empty());
        }
        if (reading.isPresent() && !reading.get().citations().isEmpty()) {
            Citation citation = reading.get().citations().get(0);
            return new Mistake(
                    print.file(),
                    citation.page(),
                    label.pointer(),
                    label.value(),
                    actual,
                    note,
                    Optional.of(citation.box()),
                    Optional.empty());
        }
        int page = print.areas().get(0).page();
        return new Mistake(
                print.file(), page, label.pointer(), label.value(), actual, note, Optional.empty(), Optional.empty());
    }

    private record Label(String pointer, String value) {}

    private record Reading(String value, double confidence, List<Citation> citations) {}

    private record Pair(Label label, Reading reading) {}
}
