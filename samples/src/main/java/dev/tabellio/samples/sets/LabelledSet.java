package dev.tabellio.samples.sets;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Documents with known answers.
 *
 * @param name of the set, for reports
 * @param inbox folder that the files of all cases are relative to
 * @param cases in a stable order
 * @param scored by document type, the pointers the labels cover ({@code *} for any row). A pointer that is covered and
 *     has no value is known to be empty on the page; a pointer that is not covered is unknown and is not scored.
 */
public record LabelledSet(String name, Path inbox, List<LabelledCase> cases, Map<String, List<String>> scored) {

    public LabelledSet {
        cases = List.copyOf(cases);
        Map<String, List<String>> copy = new TreeMap<>();
        scored.forEach((type, pointers) -> copy.put(type, List.copyOf(pointers)));
        scored = Map.copyOf(copy);
    }

    /** Whether the labels of this set say what stands at the pointer, if only that nothing does. */
    public boolean scores(String type, String pointer) {
        return scored.getOrDefault(type, List.of()).contains(pattern(pointer));
    }

    /** The pointer with its row numbers replaced: {@code /StateTaxInfos/0/State} becomes {@code /StateTaxInfos/*}{@code /State}. */
    public static String pattern(String pointer) {
        return pointer.replaceAll("/\\d+(?=/|$)", "/*");
    }
}
