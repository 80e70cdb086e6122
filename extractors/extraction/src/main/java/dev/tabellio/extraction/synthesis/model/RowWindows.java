package dev.tabellio.extraction.synthesis.model;

import dev.tabellio.document.Citation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * A long document in overlapping windows, for tables that a model cannot give in one answer, and the rows of all windows as
 * one table again. A row in the overlap comes twice: rows that cite the same place of the page are one row, whatever they
 * say, while rows that say the same in different places are two. Each window's rows were counted when they were read.
 */
final class RowWindows {

    /** Tokens of a window: some 60 rows of five columns, whose answer still fits the output limits of small models. */
    static final int TOKENS = 2_500;

    /** Lines that two windows share: more than a row that is wrapped over several lines has. */
    static final int OVERLAP = 16;

    private static final int NUMBER = 8;

    private RowWindows() {}

    /**
     * Cuts lines into windows.
     *
     * @param tokens counts those of a text
     * @param most tokens of a window
     */
    static List<List<NumberedLine>> of(List<NumberedLine> lines, ToIntFunction<String> tokens, int most) {
        List<List<NumberedLine>> windows = new ArrayList<>();
        int from = 0;
        while (from < lines.size()) {
            int to = from;
            int size = 0;
            while (to < lines.size() && (size < most || to - from <= 2 * OVERLAP)) {
                size += tokens.applyAsInt(lines.get(to).text()) + NUMBER;
                to++;
            }
            windows.add(lines.subList(from, to));
            if (to == lines.size()) {
                break;
            }
            from = to - OVERLAP;
        }
        return windows;
    }

    /**
     * The rows of all windows, numbered in reading order.
     *
     * @param fields columns of tables
     */
    static Answers merged(FieldSet fields, List<Answers> windows) {
        Set<String> tables = new LinkedHashSet<>();
        fields.fields().forEach(field -> field.rows().ifPresent(tables::add));
        Map<String, Checked> byPointer = new LinkedHashMap<>();
        Set<String> answered = new LinkedHashSet<>(fields.patterns());
        windows.forEach(window -> answered.retainAll(window.answered()));
        for (String table : tables) {
            List<Map<String, Checked>> rows = new ArrayList<>();
            for (Answers window : windows) {
                List<Map<String, Checked>> before = List.copyOf(rows);
                for (Map<String, Checked> row : rows(table, window)) {
                    before.stream()
                            .filter(known -> sameRow(known, row))
                            .findFirst()
                            .ifPresentOrElse(known -> complete(known, row), () -> rows.add(row));
                }
            }
            rows.sort(Comparator.comparingInt((Map<String, Checked> row) ->
                            first(row).map(Citation::page).orElse(Integer.MAX_VALUE))
                    .thenComparingDouble(row ->
                            first(row).map(citation -> citation.box().top()).orElse(Double.MAX_VALUE)));
            for (int i = 0; i < rows.size(); i++) {
                String row = table + "/" + i;
                rows.get(i).forEach((column, checked) -> byPointer.put(row + column, checked));
            }
        }
        return new Answers(byPointer, answered);
    }

    private static List<Map<String, Checked>> rows(String table, Answers window) {
        Map<Integer, Map<String, Checked>> rows = new TreeMap<>();
        window.byPointer().forEach((pointer, checked) -> {
            if (pointer.startsWith(table + "/")) {
                String rest = pointer.substring(table.length() + 1);
                int slash = (rest + "/").indexOf('/');
                rows.computeIfAbsent(Integer.parseInt(rest.substring(0, slash)), row -> new LinkedHashMap<>())
                        .put(rest.substring(slash), checked);
            }
        });
        return rows.values().stream()
                .filter(row -> row.values().stream().anyMatch(checked -> !(checked instanceof Checked.NotThere)))
                .toList();
    }

    private static boolean sameRow(Map<String, Checked> one, Map<String, Checked> other) {
        return one.entrySet().stream().anyMatch(entry -> {
            List<Citation> places = places(entry.getValue());
            Checked counterpart = other.get(entry.getKey());
            return counterpart != null
                    && places(counterpart).stream()
                            .anyMatch(b -> places.stream()
                                    .anyMatch(
                                            a -> a.page() == b.page() && a.box().intersects(b.box())));
        });
    }

    /** What the first window did not see whole. */
    private static void complete(Map<String, Checked> known, Map<String, Checked> more) {
        more.forEach((column, checked) ->
                known.merge(column, checked, (before, after) -> before instanceof Checked.Holds ? before : after));
    }

    private static Optional<Citation> first(Map<String, Checked> row) {
        return row.values().stream()
                .flatMap(checked -> places(checked).stream())
                .min(Comparator.comparingInt(Citation::page)
                        .thenComparingDouble(citation -> citation.box().top()));
    }

    private static List<Citation> places(Checked checked) {
        if (checked instanceof Checked.Holds holds) {
            return holds.citations();
        }
        return checked instanceof Checked.Fails fails ? fails.nearby() : List.of();
    }
}
