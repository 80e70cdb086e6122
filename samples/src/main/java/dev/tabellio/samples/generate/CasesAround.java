package dev.tabellio.samples.generate;

import dev.tabellio.samples.content.Dice;
import dev.tabellio.samples.content.Shape;
import dev.tabellio.samples.degrade.Variant;
import dev.tabellio.samples.sets.ExpectedDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Draws new cases around what failed before: the same field of the same type. Of four cases, one has a value as long as the one
 * that failed, in the same layout, with the same damage; the others differ in one of the three. Nothing of a failed document but
 * the shape of its value goes into a new one.
 */
public final class CasesAround {

    private final Map<String, List<Failure>> drawable = new TreeMap<>();
    private final Map<String, String> undrawable = new TreeMap<>();

    /** @param failures in any order; the same ones give the same cases */
    public CasesAround(List<Failure> failures) throws IOException {
        Map<String, List<String>> drawn = SampleFolder.scored();
        for (Failure failure : failures) {
            String target = (failure.type() + " " + failure.pattern()).strip();
            if (!drawn.containsKey(failure.type())) {
                undrawable.put(target, "documents of this type are not drawn");
            } else if (!failure.pattern().isEmpty()
                    && !drawn.get(failure.type()).contains(failure.pattern())) {
                undrawable.put(target, "the drawn documents of this type do not have the field");
            } else {
                drawable.computeIfAbsent(target, key -> new ArrayList<>()).add(failure);
            }
        }
        drawable.values()
                .forEach(all -> all.sort(Comparator.comparing(Failure::path)
                        .thenComparing(Failure::mask)
                        .thenComparing(Failure::how)));
    }

    /** How often each type and field failed that can be drawn. */
    public Map<String, Integer> drawable() {
        Map<String, Integer> counts = new TreeMap<>();
        drawable.forEach((target, failures) -> counts.put(target, failures.size()));
        return counts;
    }

    /** Types and fields that cannot be drawn, with the cause. */
    public Map<String, String> undrawable() {
        return new TreeMap<>(undrawable);
    }

    /** How many of so many cases go to each type and field: by Sainte-Laguë, so that frequent ones get more but few get none. */
    public Map<String, Integer> shares(int count) {
        Map<String, Integer> shares = new TreeMap<>();
        for (int i = 0; i < count && !drawable.isEmpty(); i++) {
            String next = Collections.max(
                            drawable.entrySet(),
                            Comparator.<Map.Entry<String, List<Failure>>>comparingDouble(
                                            target -> target.getValue().size()
                                                    / (2.0 * shares.getOrDefault(target.getKey(), 0) + 1))
                                    .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                    .getKey();
            shares.merge(next, 1, Integer::sum);
        }
        return shares;
    }

    /** Takes the cases as they are made. */
    @FunctionalInterface
    public interface Taker {
        /**
         * Takes one.
         *
         * @param note what the case is there for, in a sentence
         */
        void take(Sample sample, String note) throws IOException;
    }

    /**
     * Makes cases.
     *
     * @param count how many in all; none if nothing can be drawn
     * @param seed the same seed gives the same bytes
     */
    public void make(int count, long seed, Taker taker) throws IOException {
        Map<String, Integer> shares = shares(count);
        int number = 0;
        for (Map.Entry<String, List<Failure>> target : drawable.entrySet()) {
            List<Failure> failures = target.getValue();
            for (int i = 0; i < shares.getOrDefault(target.getKey(), 0); i++) {
                number++;
                make(failures.get(i % failures.size()), number, new Dice(seed).named("case " + number), taker);
            }
        }
    }

    private static void make(Failure failure, int number, Dice dice, Taker taker) throws IOException {
        Plan plan = plan(failure, number, dice);
        String id = String.format(
                Locale.ROOT,
                "%s/%s-%s%04d",
                failure.type(),
                plan.layout(),
                plan.damage().map(damage -> damage.label() + "-").orElse(""),
                number);
        SampleWish wish = SampleWish.named(
                plan.layout(),
                false,
                plan.damage().map(damage -> damage.of(dice)).orElse(List.of()));
        SampleGenerator generator = new SampleGenerator();
        Optional<Shape> shape = plan.shape();
        Sample sample = generator.generate(
                id,
                shape.map(one -> wish.with(
                                new Change(failure.pattern(), failure.kind(), one, failure.mask(), dice.seed())))
                        .orElse(wish),
                dice.seed());
        if (!isDrawn(sample)) {
            sample = generator.generate(id, wish, dice.seed());
        }
        taker.take(sample, note(failure, plan, isChanged(sample) ? shape : Optional.empty()));
    }

    /** Whether every value stands somewhere: not every layout has room for every one. */
    private static boolean isDrawn(Sample sample) {
        return sample.truth().documents().stream()
                .allMatch(document -> document.prints().stream()
                        .allMatch(print ->
                                print.places().keySet().equals(document.values().keySet())));
    }

    private static boolean isChanged(Sample sample) {
        return sample.truth().documents().stream()
                .anyMatch((ExpectedDocument document) -> !document.flaws().isEmpty());
    }

    /** @param number of the case: of four, one is as the failure was, the others differ in shape, layout or damage */
    private static Plan plan(Failure failure, int number, Dice dice) throws IOException {
        List<String> layouts = SampleWish.names(failure.type());
        String layout = layout(failure, layouts).orElseGet(() -> dice.oneOf(layouts));
        Optional<Variant> damage = damage(failure);
        List<Shape> shapes = failure.pattern().isEmpty() || Change.isPrinted(failure.pattern())
                ? List.of()
                : Shape.of(failure.kind(), failure.pattern().endsWith("Name"));
        Optional<Shape> alike = shapes.stream().findFirst();
        List<String> others =
                layouts.stream().filter(other -> !other.equals(layout)).toList();
        return switch (number % 4) {
            case 1 -> new Plan(layout, damage, alike);
            case 2 ->
                new Plan(
                        layout,
                        damage,
                        shapes.size() < 2 ? alike : Optional.of(shapes.get(1 + (number / 4) % (shapes.size() - 1))));
            case 3 -> new Plan(others.isEmpty() ? layout : dice.oneOf(others), damage, alike);
            default ->
                new Plan(
                        layout,
                        Optional.of(dice.oneOf(damage.map(Variant::neighbours).orElse(List.of(Variant.SCAN300)))),
                        alike);
        };
    }

    /** The layout that the names of the file and its folders speak of. */
    private static Optional<String> layout(Failure failure, List<String> layouts) {
        String path = failure.path().replace('/', '-');
        return layouts.stream().filter(path::contains).max(Comparator.comparingInt(String::length));
    }

    /** The damage that the rendering, or the names of the file and its folders, speak of. */
    private static Optional<Variant> damage(Failure failure) {
        List<String> words = Arrays.asList((failure.rendering() + " " + failure.path()).split("[ /-]", -1));
        return Arrays.stream(Variant.values())
                .filter(variant -> words.contains(variant.label()))
                .findFirst();
    }

    private static String note(Failure failure, Plan plan, Optional<Shape> shape) {
        List<String> parts = new ArrayList<>();
        shape.ifPresent(one -> parts.add("value " + one.says()));
        parts.add("layout " + plan.layout());
        plan.damage().ifPresent(damage -> parts.add("damage " + damage.label()));
        return "Around %s%s, which was %s: %s."
                .formatted(
                        failure.type(),
                        failure.pattern().isEmpty() ? "" : " " + failure.pattern(),
                        failure.how(),
                        parts.stream().collect(Collectors.joining(", ")));
    }

    /** @param layout a name that {@link SampleWish#named} knows */
    private record Plan(String layout, Optional<Variant> damage, Optional<Shape> shape) {}
}
