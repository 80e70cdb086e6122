package dev.tabellio.samples.sets;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Row numbers in pointers. */
final class Rows {

    private Rows() {}

    /**
     * New pointers without gaps: when the first printed row of a form is empty, its second is row 0 of the array.
     *
     * @return by old pointer
     */
    static Map<String, String> closedUp(Collection<String> pointers) {
        Map<String, TreeSet<Integer>> used = new LinkedHashMap<>();
        for (String pointer : pointers) {
            String[] steps = pointer.split("/", -1);
            if (steps.length > 2 && steps[2].matches("\\d+")) {
                used.computeIfAbsent(steps[1], array -> new TreeSet<>()).add(Integer.valueOf(steps[2]));
            }
        }
        Map<String, String> renamed = new LinkedHashMap<>();
        for (String pointer : pointers) {
            String[] steps = pointer.split("/", -1);
            if (steps.length > 2 && steps[2].matches("\\d+")) {
                int row = Integer.parseInt(steps[2]);
                steps[2] = Integer.toString(
                        Objects.requireNonNull(used.get(steps[1])).headSet(row).size());
            }
            renamed.put(pointer, String.join("/", steps));
        }
        return renamed;
    }

    static <T> Map<String, T> renamed(Map<String, T> byPointer, Map<String, String> names) {
        Map<String, T> result = new LinkedHashMap<>();
        byPointer.forEach((pointer, value) -> result.put(names.getOrDefault(pointer, pointer), value));
        return result;
    }
}
