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
     * Leaves of one answer. ExtractBench (arXiv 2602.12247, 2026) finds that frontier models fill schemas of a few dozen
     * fields, worse with each dozen more, and never one of 369. 64 keeps every shipped type but the 1040 one question, whose text
     * is sent once; the 1040 (103 leaves) is asked for in two, which takes 1.9 times the tokens where all of it is asked for
     * (2026-11-21). A single table or object is not split.
     */
    static final int MOST_FIELDS = 64;

    private FieldGroups() {}

    static List<FieldSet> of(FieldSet all) {
        Map<String, List<AskedField>> units = new LinkedHashMap<>();
        for (AskedField field : all.fields()) {
            String unit = field.unit().isEmpty() ? field.pattern() : field.unit();
            units.computeIfAbsent(unit, name -> new ArrayList<>()).add(field);
        }
        List<FieldSet> groups = new ArrayList<>();
        Set<String> group = new LinkedHashSet<>();
        for (List<AskedField> unit : units.values()) {
            if (!group.isEmpty() && group.size() + unit.size() > MOST_FIELDS) {
                groups.add(all.only(group));
                group.clear();
            }
            unit.forEach(field -> group.add(field.pattern()));
        }
        if (!group.isEmpty()) {
            groups.add(all.only(group));
        }
        return groups;
    }
}
