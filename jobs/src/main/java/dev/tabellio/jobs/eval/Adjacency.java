package dev.tabellio.jobs.eval;

import dev.tabellio.samples.sets.TableTruth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Adjacency relations of the ICDAR 2013 table competition (Göbel, Hassan, Oro and Orsi): each cell with text and the next cell with
 * text right of it and below it, in each of its rows and columns. Two relations are the same if texts and direction are, whatever
 * row and column they stand in; of the texts only letters, digits and signs count.
 */
final class Adjacency {

    private record Relation(String from, String to, boolean down) {}

    private Adjacency() {}

    /**
     * What two readings of the tables of one file have in common.
     *
     * @param found relations in what was read
     * @param expected relations in the truth
     * @param right those of both
     */
    record Counts(int found, int expected, int right) {

        double precision() {
            return found == 0 ? 0 : (double) right / found;
        }

        double recall() {
            return expected == 0 ? 0 : (double) right / expected;
        }

        Counts plus(Counts other) {
            return new Counts(found + other.found, expected + other.expected, right + other.right);
        }
    }

    static double f1(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    static Counts compare(List<TableTruth.Grid> found, List<TableTruth.Grid> expected) {
        Map<Relation, Integer> left = new HashMap<>();
        relations(expected).forEach(relation -> left.merge(relation, 1, Integer::sum));
        List<Relation> all = relations(found);
        int right = 0;
        for (Relation relation : all) {
            if (left.merge(relation, -1, Integer::sum) >= 0) {
                right++;
            }
        }
        return new Counts(all.size(), relations(expected).size(), right);
    }

    private static List<Relation> relations(List<TableTruth.Grid> grids) {
        List<Relation> relations = new ArrayList<>();
        for (TableTruth.Grid grid : grids) {
            Map<Long, TableTruth.Cell> places = new HashMap<>();
            int rows = 0;
            int columns = 0;
            for (TableTruth.Cell cell : grid.cells()) {
                rows = Math.max(rows, cell.lastRow() + 1);
                columns = Math.max(columns, cell.lastColumn() + 1);
                for (int row = cell.firstRow(); row <= cell.lastRow(); row++) {
                    for (int column = cell.firstColumn(); column <= cell.lastColumn(); column++) {
                        places.put(place(row, column), cell);
                    }
                }
            }
            for (TableTruth.Cell cell : grid.cells()) {
                for (TableTruth.Cell next : neighbours(cell, places, columns, false)) {
                    relations.add(new Relation(text(cell), text(next), false));
                }
                for (TableTruth.Cell next : neighbours(cell, places, rows, true)) {
                    relations.add(new Relation(text(cell), text(next), true));
                }
            }
        }
        return relations;
    }

    private static Set<TableTruth.Cell> neighbours(
            TableTruth.Cell cell, Map<Long, TableTruth.Cell> places, int end, boolean down) {
        Set<TableTruth.Cell> neighbours = new HashSet<>();
        int from = down ? cell.firstColumn() : cell.firstRow();
        int to = down ? cell.lastColumn() : cell.lastRow();
        int start = (down ? cell.lastRow() : cell.lastColumn()) + 1;
        for (int track = from; track <= to; track++) {
            for (int i = start; i < end; i++) {
                TableTruth.Cell next = places.get(down ? place(i, track) : place(track, i));
                if (next != null) {
                    neighbours.add(next);
                    break;
                }
            }
        }
        return neighbours;
    }

    private static long place(int row, int column) {
        return ((long) row << 32) | column;
    }

    private static String text(TableTruth.Cell cell) {
        return cell.text().replaceAll("[\\s\\p{Cntrl}\\u00a0]+", "").toLowerCase(Locale.ROOT);
    }
}
