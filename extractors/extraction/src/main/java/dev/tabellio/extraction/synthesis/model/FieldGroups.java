package dev.tabellio.extraction.synthesis.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Splits the fields of a type into groups that a model can fill in one answer; what belongs together stays together. */
final class FieldGroups {

    /**
     * Leaves of one answer. ExtractBench (arXiv 2602.12247, 2026) finds that the share of valid answers of frontier models
     * falls with the breadth of the schema, to none at 369 fields, while schemas of a few dozen are filled reliably. A W-2
     * has 33 leaves and a 1040 has 34, so that a form is one question.
     */
    static final int MOST_FIELDS = 40;

    private FieldGroups() {}

    static List<FieldSet> of(FieldSet all) {
        Map<String, List<AskedField>> families = new LinkedHashMap<>();
        for (AskedField field : all.fields()) {
            String family = field.pattern().substring(0, (field.pattern() + "/").indexOf('/', 1));
            families.computeIfAbsent(family, name -> new ArrayList<>()).add(field);
        }
        List<FieldSet> groups = new ArrayList<>();
        Set<String> group = new LinkedHashSet<>();
        for (List<AskedField> family : families.values()) {
            for (int from = 0; from < family.size(); from += MOST_FIELDS) {
                List<AskedField> part = family.subList(from, Math.min(family.size(), from + MOST_FIELDS));
                if (!group.isEmpty() && group.size() + part.size() > MOST_FIELDS) {
                    groups.add(all.only(group));
                    group.clear();
                }
                part.forEach(field -> group.add(field.pattern()));
            }
        }
        if (!group.isEmpty()) {
            groups.add(all.only(group));
        }
        return groups;
    }
}
