package dev.tabellio.jobs.eval;

import dev.tabellio.jobs.eval.EvaluationResult.Group;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What changed from one evaluation to another of the same set, figure by figure. Figures are counts, so any difference is
 * a difference in documents or values, not noise: reading is deterministic.
 *
 * @param changes what got worse first
 * @param onlyInOne groups that one of the two does not have; nothing is said about them
 */
public record Comparison(List<Change> changes, List<String> onlyInOne) {

    /**
     * A figure that differs.
     *
     * @param group rendering and type
     * @param figure a field's pointer pattern with what is counted, or what is counted of the documents
     * @param better whether the second is better than the first
     */
    public record Change(String group, String figure, int before, int after, boolean better) {}

    public Comparison {
        changes = List.copyOf(changes);
        onlyInOne = List.copyOf(onlyInOne);
    }

    /** Compares a later evaluation with an earlier one. */
    public static Comparison of(EvaluationResult before, EvaluationResult after) {
        List<Change> changes = new ArrayList<>();
        List<String> onlyInOne = new ArrayList<>();
        Set<String> names = new TreeSet<>(before.groups().keySet());
        names.addAll(after.groups().keySet());
        for (String name : names) {
            Group old = before.groups().get(name);
            Group now = after.groups().get(name);
            if (old == null || now == null) {
                onlyInOne.add(name);
            } else {
                compare(name, old, now, changes);
            }
        }
        changes.sort(Comparator.comparing(Change::better));
        return new Comparison(changes, onlyInOne);
    }

    /** Whether any figure is worse. */
    public boolean regressed() {
        return changes.stream().anyMatch(change -> !change.better());
    }

    private static void compare(String name, Group old, Group now, List<Change> changes) {
        more(name, "documents found", old.found(), now.found(), changes);
        more(name, "documents cut out right", old.split(), now.split(), changes);
        less(name, "spurious documents", old.spurious(), now.spurious(), changes);
        less(name, "documents posted with a wrong value", old.falselyPosted(), now.falselyPosted(), changes);
        Set<String> patterns = new TreeSet<>(old.fields().keySet());
        patterns.addAll(now.fields().keySet());
        for (String pattern : patterns) {
            FieldScore was = old.fields().getOrDefault(pattern, FieldScore.NONE);
            FieldScore is = now.fields().getOrDefault(pattern, FieldScore.NONE);
            more(name, pattern + " right", was.tolerant(), is.tolerant(), changes);
            more(name, pattern + " exactly right", was.exact(), is.exact(), changes);
            less(name, pattern + " wrong", was.found() - was.tolerant(), is.found() - is.tolerant(), changes);
            less(
                    name,
                    pattern + " cited elsewhere",
                    was.placed() - was.overlapping(),
                    is.placed() - is.overlapping(),
                    changes);
        }
    }

    private static void more(String group, String figure, int before, int after, List<Change> changes) {
        if (before != after) {
            changes.add(new Change(group, figure, before, after, after > before));
        }
    }

    private static void less(String group, String figure, int before, int after, List<Change> changes) {
        if (before != after) {
            changes.add(new Change(group, figure, before, after, after < before));
        }
    }
}
