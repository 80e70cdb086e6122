package dev.tabellio.jobs.eval;

import dev.tabellio.samples.sets.TableTruth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A table to be drawn, with its truth: what stands in which rows and columns.
 *
 * @param columns how many there are
 * @param rows from the top; the first {@code headings} of them are headings of columns
 * @param headings how many rows are headings
 */
record DrawnTable(int columns, List<Row> rows, int headings) {

    /** How the words of a column are set. */
    enum Alignment {
        LEFT,
        CENTRE,
        RIGHT
    }

    /** @param group whether it is a heading for the rows below it, in the first column alone */
    record Row(List<Cell> cells, boolean group) {}

    /** @param lines of text, from the top */
    record Cell(int column, int span, List<String> lines, Alignment alignment) {

        String text() {
            return String.join(" ", lines);
        }
    }

    TableTruth.Grid truth() {
        List<TableTruth.Cell> cells = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            for (Cell cell : rows.get(row).cells()) {
                cells.add(new TableTruth.Cell(row, row, cell.column(), cell.column() + cell.span() - 1, cell.text()));
            }
        }
        return new TableTruth.Grid(cells);
    }

    /** A table with the contents of a seed. */
    static DrawnTable of(TableStyle style, Random random) {
        return new Maker(style, random).table();
    }

    private static final class Maker {

        private static final String[] NOUNS = {
            "Revenue",
            "Austria",
            "North",
            "Total assets",
            "Interest",
            "Germany",
            "Goods",
            "Services",
            "Other income",
            "Equipment",
            "Payroll",
            "Rent",
            "Taxes paid",
            "Net loss",
            "Hungary",
            "South Africa",
            "Upper house",
            "Ships",
            "Wheat",
            "Crude oil",
            "Paper",
            "Men",
            "Women",
            "All ages",
            "Mining",
            "Construction",
            "Health care",
            "Banks"
        };
        private static final String[] SMALL = {
            "of",
            "and",
            "in",
            "for",
            "under",
            "with",
            "per",
            "from",
            "other",
            "than",
            "public",
            "sector",
            "sold",
            "years",
            "the",
            "employed",
            "share",
            "domestic",
            "foreign",
            "held"
        };
        private static final String[] HEADS = {
            "Country",
            "Item",
            "Year",
            "Amount",
            "Share",
            "Change",
            "Budget",
            "Price",
            "Quantity",
            "Code",
            "Rate",
            "Fund",
            "Percent",
            "Units",
            "Name",
            "Period",
            "Men",
            "Women",
            "Total",
            "Sample",
            "Value",
            "Fee",
            "Region"
        };

        private final TableStyle style;
        private final Random random;
        private final List<Alignment> alignments = new ArrayList<>();
        private final int columns;

        Maker(TableStyle style, Random random) {
            this.style = style;
            this.random = random;
            columns = style.columns();
            for (int column = 0; column < columns; column++) {
                alignments.add(
                        column < style.texts()
                                ? Alignment.LEFT
                                : random.nextInt(4) > 0 ? Alignment.RIGHT : Alignment.CENTRE);
            }
        }

        DrawnTable table() {
            List<Row> rows = new ArrayList<>();
            if (style.spanningHeadings()) {
                rows.add(spanning());
            }
            rows.add(heading());
            int headings = rows.size();
            List<Integer> decimals = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                decimals.add(random.nextInt(3));
            }
            for (int row = 0; row < style.bodyRows(); row++) {
                if (style.groups() && row % 4 == 0) {
                    rows.add(new Row(List.of(new Cell(0, 1, List.of(label(2)), Alignment.LEFT)), true));
                }
                rows.add(body(decimals));
            }
            return new DrawnTable(columns, rows, headings);
        }

        private Row spanning() {
            List<Cell> cells = new ArrayList<>();
            int column = style.texts();
            while (column < columns) {
                int span = Math.min(columns - column, 2 + random.nextInt(2));
                String text = random.nextBoolean() ? String.valueOf(1990 + random.nextInt(30)) : label(span);
                cells.add(new Cell(column, span, List.of(text), Alignment.CENTRE));
                column += span;
            }
            return new Row(cells, false);
        }

        private Row heading() {
            List<Cell> cells = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                if (column == 0 && random.nextInt(4) == 0) {
                    continue;
                }
                List<String> lines = new ArrayList<>();
                lines.add(pick(HEADS));
                if (style.wrappedHeadings() && random.nextBoolean()) {
                    lines.add(random.nextBoolean() ? pick(SMALL) + " " + pick(SMALL) : "(" + pick(SMALL) + ")");
                }
                cells.add(new Cell(column, 1, lines, column < style.texts() ? Alignment.LEFT : Alignment.CENTRE));
            }
            return new Row(cells, false);
        }

        private Row body(List<Integer> decimals) {
            List<Cell> cells = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                List<String> lines = new ArrayList<>();
                if (column < style.texts()) {
                    lines.add(label(1 + random.nextInt(3)));
                    if (style.wrappedCells() && random.nextInt(3) == 0) {
                        lines.add(pick(SMALL) + " " + pick(SMALL) + " " + pick(SMALL));
                    }
                } else {
                    lines.add(number(decimals.get(column)));
                }
                if (column == 0 || random.nextDouble() >= style.empty()) {
                    cells.add(new Cell(column, 1, lines, alignments.get(column)));
                }
            }
            return new Row(cells, false);
        }

        private String label(int words) {
            StringBuilder text = new StringBuilder(pick(NOUNS));
            for (int i = 1; i < words; i++) {
                text.append(' ').append(pick(SMALL));
            }
            return text.toString();
        }

        private String number(int decimals) {
            if (random.nextInt(12) == 0) {
                return random.nextBoolean() ? "-" : "–";
            }
            long value = (long) Math.pow(10, 1 + 4 * random.nextDouble());
            String digits = String.format(java.util.Locale.ROOT, "%,d", value);
            if (decimals > 0) {
                digits += "." + "0123456789".substring(random.nextInt(8)).substring(0, decimals);
            }
            return random.nextInt(15) == 0 ? "(" + digits + ")" : digits;
        }

        private String pick(String[] from) {
            return from[random.nextInt(from.length)];
        }
    }
}
