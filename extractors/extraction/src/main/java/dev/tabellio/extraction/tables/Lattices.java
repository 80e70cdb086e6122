package dev.tabellio.extraction.tables;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Page;
import dev.tabellio.document.Table;
import dev.tabellio.document.TableCell;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Cells between ruling lines that touch one another: tables where they line up, boxes of forms where they do not.
 *
 * @param tables that the lines alone make
 * @param forms areas in which whitespace makes no tables either
 */
record Lattices(List<Table> tables, List<BoundingBox> forms) {

    /** Edges this close in points are one. */
    private static final double SNAP = 3;

    /** Share of the places of a lattice that begin a cell; merged cells leave some out, the boxes of forms most. */
    private static final double REGULAR = 0.5;

    /** Share of cells with words in a table; the boxes of a blank form are empty. */
    private static final double FILLED = 0.4;

    /** Share of rows with something beside the lines, from which on it is a column of the table, or labels of a form. */
    private static final double OPEN = 0.3;

    /** Points between the lines and what stands beside them. */
    private static final double BESIDE = 40;

    /** More words than this stand beside each box of a form. */
    private static final double LABEL_WORDS = 3.5;

    /** So many cells that do not line up are a form. */
    private static final int FORM_CELLS = 6;

    static Lattices of(Page page) {
        List<Table> tables = new ArrayList<>();
        List<BoundingBox> forms = new ArrayList<>();
        List<TextRow> text = new ArrayList<>();
        for (List<BoundingBox> cells : touching(page.cells())) {
            Lattice lattice = Lattice.of(cells);
            if (lattice.rows() < 2 || lattice.columns() < 2) {
                continue;
            }
            if (text.isEmpty() && lattice.isRegular()) {
                text.addAll(TextRow.of(page, TextRow.all(page)));
            }
            Optional<Lattice> whole = lattice.isRegular() ? withOpenColumns(lattice, text) : Optional.empty();
            if (whole.isPresent()) {
                whole.get().table(page).ifPresent(tables::add);
            } else if (cells.size() >= FORM_CELLS) {
                forms.add(BoundingBox.around(cells));
            }
        }
        return new Lattices(tables, forms);
    }

    private static List<List<BoundingBox>> touching(List<BoundingBox> cells) {
        List<List<BoundingBox>> groups = new ArrayList<>();
        boolean[] seen = new boolean[cells.size()];
        for (int start = 0; start < seen.length; start++) {
            if (seen[start]) {
                continue;
            }
            seen[start] = true;
            List<BoundingBox> group = new ArrayList<>();
            Deque<Integer> open = new ArrayDeque<>(List.of(start));
            while (!open.isEmpty()) {
                BoundingBox cell = cells.get(open.pop());
                group.add(cell);
                for (int i = 0; i < seen.length; i++) {
                    if (!seen[i] && touch(cell, cells.get(i))) {
                        seen[i] = true;
                        open.push(i);
                    }
                }
            }
            groups.add(group);
        }
        return groups;
    }

    private static boolean touch(BoundingBox a, BoundingBox b) {
        return a.left() < b.right() + SNAP
                && b.left() < a.right() + SNAP
                && a.top() < b.bottom() + SNAP
                && b.top() < a.bottom() + SNAP;
    }

    /**
     * The lattice with the columns beside it that are open to the margin.
     *
     * @return empty if labels of fields stand there
     */
    private static Optional<Lattice> withOpenColumns(Lattice lattice, List<TextRow> text) {
        BoundingBox box = BoundingBox.around(lattice.cells);
        List<BoundingBox> left = new ArrayList<>();
        List<BoundingBox> right = new ArrayList<>();
        int words = 0;
        for (TextRow row : text) {
            if (row.box().centerY() < box.top() || row.box().centerY() > box.bottom()) {
                continue;
            }
            for (TextRow.Piece piece : row.pieces()) {
                double before = box.left() - piece.box().right();
                double behind = piece.box().left() - box.right();
                if (before > -SNAP && before < BESIDE) {
                    left.add(piece.box());
                    words += piece.words().size();
                } else if (behind > -SNAP && behind < BESIDE) {
                    right.add(piece.box());
                    words += piece.words().size();
                }
            }
        }
        List<BoundingBox> cells = new ArrayList<>(lattice.cells);
        if (left.size() >= OPEN * lattice.rows()) {
            cells.addAll(column(lattice, Math.min(BoundingBox.around(left).left(), box.left()), box.left()));
        }
        if (right.size() >= OPEN * lattice.rows()) {
            cells.addAll(column(
                    lattice, box.right(), Math.max(BoundingBox.around(right).right(), box.right())));
        }
        if (cells.size() == lattice.cells.size()) {
            return Optional.of(lattice);
        }
        return words > LABEL_WORDS * (left.size() + right.size()) ? Optional.empty() : Optional.of(Lattice.of(cells));
    }

    private static List<BoundingBox> column(Lattice lattice, double left, double right) {
        List<BoundingBox> cells = new ArrayList<>();
        for (int row = 0; row < lattice.rows(); row++) {
            cells.add(new BoundingBox(left, lattice.ys[row], right, lattice.ys[row + 1]));
        }
        return cells;
    }

    /** Cells with the distinct edges that they share. */
    private static final class Lattice {
        private final List<BoundingBox> cells;
        private final double[] xs;
        private final double[] ys;

        private Lattice(List<BoundingBox> cells, double[] xs, double[] ys) {
            this.cells = cells;
            this.xs = xs;
            this.ys = ys;
        }

        static Lattice of(List<BoundingBox> cells) {
            return new Lattice(
                    cells,
                    edges(cells, BoundingBox::left, BoundingBox::right),
                    edges(cells, BoundingBox::top, BoundingBox::bottom));
        }

        private static double[] edges(
                List<BoundingBox> cells, ToDoubleFunction<BoundingBox> from, ToDoubleFunction<BoundingBox> to) {
            double[] all = cells.stream()
                    .flatMap(cell -> List.of(from.applyAsDouble(cell), to.applyAsDouble(cell)).stream())
                    .mapToDouble(edge -> edge)
                    .sorted()
                    .toArray();
            double[] distinct = new double[all.length];
            int count = 0;
            for (double edge : all) {
                if (count == 0 || edge - distinct[count - 1] > SNAP) {
                    distinct[count++] = edge;
                }
            }
            return Arrays.copyOf(distinct, count);
        }

        int columns() {
            return xs.length - 1;
        }

        int rows() {
            return ys.length - 1;
        }

        boolean isRegular() {
            return cells.size() >= REGULAR * rows() * columns();
        }

        Optional<Table> table(Page page) {
            List<TableCell> filled = new ArrayList<>();
            for (BoundingBox cell : cells) {
                List<Integer> words = wordsIn(page, cell);
                if (!words.isEmpty()) {
                    int row = nearest(ys, cell.top());
                    int column = nearest(xs, cell.left());
                    filled.add(new TableCell(
                            row,
                            column,
                            Math.max(1, nearest(ys, cell.bottom()) - row),
                            Math.max(1, nearest(xs, cell.right()) - column),
                            cell,
                            words));
                }
            }
            if (filled.size() < 4 || filled.size() < FILLED * cells.size()) {
                return Optional.empty();
            }
            filled.sort(Comparator.comparingInt(TableCell::row).thenComparingInt(TableCell::column));
            return Optional.of(new Table(BoundingBox.around(cells), rows(), columns(), false, filled));
        }

        private static List<Integer> wordsIn(Page page, BoundingBox cell) {
            List<Integer> words = new ArrayList<>();
            for (int i = 0; i < page.words().size(); i++) {
                if (cell.containsCenterOf(page.words().get(i).box())) {
                    words.add(i);
                }
            }
            return words;
        }

        private static int nearest(double[] edges, double value) {
            int best = 0;
            for (int i = 1; i < edges.length; i++) {
                if (Math.abs(edges[i] - value) < Math.abs(edges[best] - value)) {
                    best = i;
                }
            }
            return best;
        }
    }
}
