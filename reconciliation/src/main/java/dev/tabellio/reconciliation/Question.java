package dev.tabellio.reconciliation;

import dev.tabellio.reconciliation.Finding.Outcome;
import dev.tabellio.reconciliation.feel.Expression;
import dev.tabellio.reconciliation.feel.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The heart of a rule: when it speaks, what must hold, and how to say it.
 *
 * <p>Three-valued. FEEL takes {@code null = 5} for false, so a missing field would make an equation a violation. Therefore
 * the question is put only if every field that the expression names is cited; else it does not apply. Excepted are fields
 * that the rule declares {@code optional} (its expression deals with null itself) or {@code zeroIfAbsent} (a blank on the
 * form means zero). What was found but does not hold as a value is never taken for zero.
 */
final class Question {

    private final Optional<Expression> when;
    private final Expression expression;
    private final Sentence sentence;
    private final Set<String> optional;
    private final Set<String> zeroIfAbsent;
    private final Set<Reference> references;

    private final Map<String, Set<String>> names;

    /**
     * @param optional names that may be null
     * @param zeroIfAbsent names of amounts that are zero where they are absent
     */
    Question(
            Optional<Expression> when,
            Expression expression,
            Sentence sentence,
            Set<String> optional,
            Set<String> zeroIfAbsent) {
        this.when = when;
        this.expression = expression;
        this.sentence = sentence;
        this.optional = Set.copyOf(optional);
        this.zeroIfAbsent = Set.copyOf(zeroIfAbsent);
        Set<Reference> all = Stream.of(
                        when.map(Expression::references).orElse(Set.of()),
                        expression.references(),
                        sentence.references())
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        this.names = Reference.firstNames(all);
        this.references = withoutWholeRows(all);
    }

    /** @param says the sentence with its values, and why if there is no answer */
    record Answer(Outcome outcome, String says, List<String> evidence) {}

    /** Every field it can look at; rows as a whole only if it looks at none of their fields. */
    Set<Reference> references() {
        return references;
    }

    private static Set<Reference> withoutWholeRows(Set<Reference> all) {
        List<Reference> leaves = all.stream().filter(Reference::leaf).toList();
        Set<Reference> without = new LinkedHashSet<>(all);
        without.removeIf(reference -> !reference.leaf()
                && leaves.stream().anyMatch(leaf -> leaf.name().startsWith(reference.name() + ".")));
        return without;
    }

    /**
     * Puts the question.
     *
     * @param one facts by the variable that stands for them; the empty variable is the document itself
     * @param many facts by the variable that stands for a list of them
     */
    Answer ask(Map<String, Facts> one, Map<String, List<Facts>> many) {
        Map<String, @Nullable Object> variables = variables(one, many);
        String says = sentence.with(variables);
        List<String> evidence = evidence(one, many);
        if (when.isPresent()) {
            Expression.Answer applies = when.get().evaluate(variables);
            if (!Boolean.TRUE.equals(applies.value())) {
                return new Answer(Outcome.NOT_APPLICABLE, says + " (its condition does not hold)", evidence);
            }
        }
        Optional<String> missing = missing(one, many);
        if (missing.isPresent()) {
            return new Answer(Outcome.NOT_APPLICABLE, says + " (" + missing.get() + ")", evidence);
        }
        Expression.Answer holds = expression.evaluate(variables);
        if (holds.value() instanceof Boolean value) {
            return new Answer(value ? Outcome.SATISFIED : Outcome.VIOLATED, says, evidence);
        }
        String why = holds.complaints().isEmpty()
                ? "the expression gave neither true nor false"
                : holds.complaints().get(0);
        return new Answer(Outcome.UNDECIDED, says + " (could not be decided: " + why + ")", evidence);
    }

    private Map<String, @Nullable Object> variables(Map<String, Facts> one, Map<String, List<Facts>> many) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        one.forEach((variable, facts) -> {
            if (variable.isEmpty()) {
                variables.putAll(variables("", facts));
            } else {
                variables.put(variable, variables(variable, facts));
            }
        });
        many.forEach((variable, all) -> variables.put(
                variable, all.stream().map(facts -> variables(variable, facts)).toList()));
        return variables;
    }

    private Map<String, @Nullable Object> variables(String variable, Facts facts) {
        return facts.variables(names.getOrDefault(variable, Set.of()), zeros(variable));
    }

    private Set<String> zeros(String variable) {
        if (variable.isEmpty()) {
            return zeroIfAbsent;
        }
        String start = variable + ".";
        return zeroIfAbsent.stream()
                .filter(name -> name.startsWith(start))
                .map(name -> name.substring(start.length()))
                .collect(Collectors.toSet());
    }

    private Optional<String> missing(Map<String, Facts> one, Map<String, List<Facts>> many) {
        for (Reference reference : expression.references()) {
            String name = reference.name();
            if (!reference.leaf() || optional.contains(name)) {
                continue;
            }
            int places = 0;
            for (Facts facts : facts(reference, one, many)) {
                for (Facts.Place place : facts.places(reference.path())) {
                    places++;
                    if (!place.isCited() && !(place.isAbsent() && zeroIfAbsent.contains(name))) {
                        return Optional.of(facts.prefix()
                                + place.pointer()
                                + (place.isAbsent() ? " is absent" : " does not hold as a value"));
                    }
                }
            }
            if (places == 0) {
                return Optional.of("there is no " + name);
            }
        }
        return Optional.empty();
    }

    private List<String> evidence(Map<String, Facts> one, Map<String, List<Facts>> many) {
        Set<String> evidence = new LinkedHashSet<>();
        for (Reference reference : references()) {
            for (Facts facts : facts(reference, one, many)) {
                for (Facts.Place place : facts.places(reference.path())) {
                    if (!place.isAbsent()) {
                        evidence.add(facts.prefix() + place.pointer());
                    }
                }
            }
        }
        return List.copyOf(evidence);
    }

    private static List<Facts> facts(Reference reference, Map<String, Facts> one, Map<String, List<Facts>> many) {
        List<Facts> facts = new ArrayList<>(many.getOrDefault(reference.variable(), List.of()));
        Facts single = one.get(reference.variable());
        if (single != null) {
            facts.add(single);
        }
        return facts;
    }
}
