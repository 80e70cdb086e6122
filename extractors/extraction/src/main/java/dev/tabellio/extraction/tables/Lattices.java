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

    /** Edges this close in points are one. 2 or 4.5: the same. */
    private static final double SNAP = 3;

    /** Share of the places of a lattice that begin a cell; merged cells leave some out, the boxes of forms most. 0.35 to 0.7: within 0.001. */
    private static final double REGULAR = 0.5;

    /** Share of cells with words in a table; the boxes of a blank form are empty. 0.2 or 0.6: the same. */
    private static final double FILLED = 0.4;

    /** Share of rows with something beside the lines, from which on it is a column of the table, or labels of a form. 0.15: the same, 0.6: -0.001. */
    private static final double OPEN = 0.3;

    /** Share of rows with something further away that are needed for a column: short labels of nearly each row. 0.5 or 0.9: the same, without: -0.019. */
    private static final double LABELLED = 0.7;

    /** Share of its height that a lattice has beside it if the two stand side by side. 0.2 or 0.8: the same, without: -0.019. */
    private static final double ABREAST = 0.5;

    /** Points between the lines and what stands beside them. 20 or 80: the same. */
    private static final double BESIDE = 40;

    /** More words than this stand beside each box of a form. 2.5 or 5: the same. */
    private static final double LABEL_WORDS = 3.5;

    /** So many cells that do not line up are a form. 4: -0.002, 10: the same. */
    private static final int FORM_CELLS = 6;

    static Lattices of(Page page) {
        List<Table> tables = new ArrayList<>();
        List<BoundingBox> forms = new ArrayList<>();
        List<TextRow> text = new ArrayList<>();
        List<List<BoundingBox>> groups = touching(page.cells());
        for (List<BoundingBox> cells : groups) {
            Lattice lattice = Lattice.of(cells).divided(page).withStackedRows(page);
            if (lattice.rows() < 2 || lattice.columns() < 2) {
                continue;
            }
            if (text.isEmpty() && lattice.isRegular()) {
                text.addAll(TextRow.of(page, TextRow.all(page)));
            }
            Optional<Lattice> whole = lattice.isRegular() ? withOpenColumns(lattice, groups, text) : Optional.empty();
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
     * The lattice with the columns beside it that are open to the margin. What stands between two lattices side by side
     * labels the rows of the right one.
     *
     * @return empty if labels of fields stand there
     */
    private static Optional<Lattice> withOpenColumns(
            Lattice lattice, List<List<BoundingBox>> groups, List<TextRow> text) {
        BoundingBox box = BoundingBox.around(lattice.cells);
        List<BoundingBox> others = groups.stream()
                .map(BoundingBox::around)
                .filter(other -> !other.equals(box))
                .toList();
        boolean rightTaken = others.stream()
                .anyMatch(other -> other.left() >= box.right() && other.overlapY(box) > ABREAST * box.height());
        OpenColumn left = new OpenColumn(lattice);
        OpenColumn right = new OpenColumn(lattice);
        for (TextRow row : text) {
            if (row.box().centerY() < box.top() || row.box().centerY() > box.bottom()) {
                continue;
            }
            for (TextRow.Piece piece : row.pieces()) {
                if (others.stream().anyMatch(other -> other.containsCenterOf(piece.box()))) {
                    continue;
                }
                double before = box.left() - piece.box().right();
                double behind = piece.box().left() - box.right();
                if (before > -SNAP && before < box.width()) {
                    left.add(piece, before);
                } else if (behind > -SNAP && behind < box.width() && !rightTaken) {
                    right.add(piece, behind);
                }
            }
        }
        List<BoundingBox> cells = new ArrayList<>(lattice.cells);
        if (left.isColumn()) {
            cells.addAll(column(lattice, Math.min(left.box().left(), box.left()), box.left()));
        }
        if (right.isColumn()) {
            cells.addAll(column(lattice, box.right(), Math.max(right.box().right(), box.right())));
        }
        if (cells.size() == lattice.cells.size()) {
            return Optional.of(lattice);
        }
        return left.near.words + right.near.words > LABEL_WORDS * (left.near.boxes.size() + right.near.boxes.size())
                ? Optional.empty()
                : Optional.of(Lattice.of(cells));
    }

    /** What stands on one side of a lattice. */
    private static final class OpenColumn {

        private static final class Pieces {
            private final List<BoundingBox> boxes = new ArrayList<>();
            private int words;

            void add(TextRow.Piece piece) {
                boxes.add(piece.box());
                words += piece.words().size();
            }
        }

        private final int rows;
        private final Pieces near = new Pieces();
        private final Pieces all = new Pieces();

        OpenColumn(Lattice lattice) {
            rows = lattice.rows();
        }

        void add(TextRow.Piece piece, double distance) {
            all.add(piece);
            if (distance < BESIDE) {
                near.add(piece);
            }
        }

        boolean isColumn() {
            return isNear() || (all.boxes.size() >= LABELLED * rows && all.words <= LABEL_WORDS * all.boxes.size());
        }

        private boolean isNear() {
            return near.boxes.size() >= OPEN * rows;
        }

        BoundingBox box() {
            return BoundingBox.around(isNear() ? near.boxes : all.boxes);
        }
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

        Lattice divided(Page page) {
            if (columns() < 2) {
                return this;
            }
            List<BoundingBox> divided = UndividedCells.divided(page, cells, xs, SNAP);
            return divided.size() == cells.size() || RunningText.isProse(rowsIn(page)) ? this : of(divided);
        }

        Lattice withStackedRows(Page page) {
            if (columns() < 2 || !isRegular()) {
                return this;
            }
            List<BoundingBox> split = new ArrayList<>();
            for (int row = 0; row < rows(); row++) {
                double top = ys[row];
                double bottom = ys[row + 1];
                List<BoundingBox> mine = cells.stream()
                        .filter(cell -> Math.abs(cell.top() - top) <= SNAP)
                        .sorted(Comparator.comparingDouble(BoundingBox::left))
                        .toList();
                boolean alone = mine.stream().allMatch(cell -> Math.abs(cell.bottom() - bottom) <= SNAP);
                split.addAll(alone ? StackedRows.split(page, mine) : mine);
            }
            return split.size() == cells.size() ? this : of(split);
        }

        private List<TextRow> rowsIn(Page page) {
            return TextRow.of(page, wordsIn(page, BoundingBox.around(cells)));
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
