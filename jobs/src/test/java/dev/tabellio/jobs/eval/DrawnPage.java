package dev.tabellio.jobs.eval;

import dev.tabellio.samples.sets.TableTruth;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;

/** A page of prose with a table between, as PDF. */
final class DrawnPage {

    private static final double LEADING = 1.15;
    private static final double PADDING = 3;

    private final TableStyle style;
    private final DrawnTable table;
    private final Random random;
    private final PDType1Font font;
    private final double[] lefts;
    private final double[] widths;

    private DrawnPage(TableStyle style, Random random) {
        this.style = style;
        this.random = random;
        font = new PDType1Font(style.font());
        DrawnTable wanted = DrawnTable.of(style, random);
        double[] measured = measured(wanted);
        double total = 0;
        int fitting = 0;
        while (fitting < wanted.columns() && total + measured[fitting] <= 500) {
            total += measured[fitting++] + style.gap();
        }
        table = fitting == wanted.columns() ? wanted : cut(wanted, fitting);
        widths = measured(table);
        lefts = new double[widths.length];
        double x = 50 + random.nextInt(40) * Math.max(0, 500 - total) / 500;
        for (int column = 0; column < widths.length; column++) {
            lefts[column] = x;
            x += widths[column] + style.gap();
        }
    }

    /**
     * Draws a page.
     *
     * @return the truth of its table
     */
    static TableTruth.Grid draw(TableStyle style, Random random, Path file) {
        DrawnPage page = new DrawnPage(style, random);
        try (PDDocument document = new PDDocument()) {
            PDPage pdf = new PDPage(PDRectangle.LETTER);
            document.addPage(pdf);
            try (PDPageContentStream out = new PDPageContentStream(document, pdf)) {
                page.drawAll(out);
            }
            document.save(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.table.truth();
    }

    /**
     * Draws a table over several pages, its headings on each.
     *
     * @return how many rows it has, headings once
     */
    static int drawOver(TableStyle style, Random random, Path file, int rowsOnPage) {
        DrawnPage whole = new DrawnPage(style, random);
        List<DrawnTable.Row> rows = whole.table.rows();
        int headings = whole.table.headings();
        try (PDDocument document = new PDDocument()) {
            for (int start = headings; start < rows.size(); start += rowsOnPage) {
                List<DrawnTable.Row> part = new ArrayList<>(rows.subList(0, headings));
                part.addAll(rows.subList(start, Math.min(rows.size(), start + rowsOnPage)));
                PDPage pdf = new PDPage(PDRectangle.LETTER);
                document.addPage(pdf);
                try (PDPageContentStream out = new PDPageContentStream(document, pdf)) {
                    new DrawnPage(whole, new DrawnTable(whole.table.columns(), part, headings)).table(out, 60);
                }
            }
            document.save(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows.size();
    }

    private DrawnPage(DrawnPage like, DrawnTable table) {
        this.table = table;
        style = like.style;
        random = like.random;
        font = like.font;
        lefts = like.lefts;
        widths = like.widths;
    }

    private static DrawnTable cut(DrawnTable table, int columns) {
        List<DrawnTable.Row> rows = new ArrayList<>();
        for (DrawnTable.Row row : table.rows()) {
            rows.add(new DrawnTable.Row(
                    row.cells().stream()
                            .filter(cell -> cell.column() < columns)
                            .map(cell -> new DrawnTable.Cell(
                                    cell.column(),
                                    Math.min(cell.span(), columns - cell.column()),
                                    cell.lines(),
                                    cell.alignment()))
                            .toList(),
                    row.group()));
        }
        return new DrawnTable(columns, rows, table.headings());
    }

    private double[] measured(DrawnTable measured) {
        double[] wide = new double[measured.columns()];
        for (DrawnTable.Row row : measured.rows()) {
            for (DrawnTable.Cell cell : row.cells()) {
                for (String line : cell.lines()) {
                    double needed = width(line) / cell.span() - (cell.span() - 1) * style.gap() / cell.span();
                    for (int column = cell.column(); column < cell.column() + cell.span(); column++) {
                        wide[column] = Math.max(wide[column], needed);
                    }
                }
            }
        }
        return wide;
    }

    private double width(String text) {
        try {
            return font.getStringWidth(text) / 1000 * style.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void drawAll(PDPageContentStream out) throws IOException {
        double y = prose(out, 60, 3 + random.nextInt(5)) + 2.2 * style.size();
        if (random.nextBoolean()) {
            text(out, 50, y, "Table " + (1 + random.nextInt(9)) + ". The state of things in the year before");
            y += 2.2 * style.size();
        }
        y = table(out, y) + 1.6 * style.size();
        if (random.nextBoolean()) {
            text(out, 50, y, "Source: the office of numbers");
            y += LEADING * style.size();
        }
        prose(out, y + 1.5 * style.size(), 4 + random.nextInt(6));
    }

    /** @return y of the end */
    private double prose(PDPageContentStream out, double top, int lines) throws IOException {
        String[] words =
                "the parties to it have agreed that whatever was paid by one of them within a year of its end shall be"
                        .split(" ");
        double y = top;
        for (int line = 0; line < lines; line++) {
            StringBuilder text = new StringBuilder();
            while (width(text.toString()) < 440) {
                text.append(words[random.nextInt(words.length)]).append(' ');
            }
            text(out, 50, y, text.toString().strip());
            y += LEADING * style.size();
        }
        return y;
    }

    /** @return y of the end */
    private double table(PDPageContentStream out, double top) throws IOException {
        double left = lefts[0] - PADDING;
        double right = lefts[lefts.length - 1] + widths[widths.length - 1] + PADDING;
        List<Double> edges = new ArrayList<>(List.of(top));
        double y = top;
        for (int i = 0; i < table.rows().size(); i++) {
            DrawnTable.Row row = table.rows().get(i);
            int lines = row.cells().stream()
                    .mapToInt(cell -> cell.lines().size())
                    .max()
                    .orElse(1);
            double height = (style.pitch() + (lines - 1) * LEADING) * style.size();
            if (style.rules() == TableStyle.Rules.ZEBRA && i % 2 == 1) {
                out.setNonStrokingColor(new Color(225, 228, 235));
                out.addRect((float) left, (float) (792 - y - height), (float) (right - left), (float) height);
                out.fill();
                out.setNonStrokingColor(Color.BLACK);
            }
            for (DrawnTable.Cell cell : row.cells()) {
                cell(out, cell, i < table.headings() ? y + (lines - cell.lines().size()) * LEADING * style.size() : y);
            }
            y += height;
            edges.add(y);
        }
        new Lines(out, left, right, edges).draw();
        return y;
    }

    private void cell(PDPageContentStream out, DrawnTable.Cell cell, double top) throws IOException {
        int last = cell.column() + cell.span() - 1;
        double left = lefts[cell.column()];
        double right = lefts[last] + widths[last];
        double y = top + style.size() * (style.pitch() - 1) / 2;
        for (String line : cell.lines()) {
            double free = right - left - width(line);
            text(
                    out,
                    switch (cell.alignment()) {
                        case LEFT -> left;
                        case CENTRE -> left + free / 2;
                        case RIGHT -> left + free;
                    },
                    y,
                    line);
            y += LEADING * style.size();
        }
    }

    /** @param top of the print */
    private void text(PDPageContentStream out, double x, double top, String text) throws IOException {
        out.beginText();
        out.setFont(font, (float) style.size());
        out.newLineAtOffset((float) x, (float) (792 - top - 0.8 * style.size()));
        out.showText(text);
        out.endText();
    }

    /** The lines of a table. */
    private final class Lines {
        private final PDPageContentStream out;
        private final double left;
        private final double right;
        private final List<Double> edges;

        /** @param edges of rows, from the top */
        Lines(PDPageContentStream out, double left, double right, List<Double> edges) {
            this.out = out;
            this.left = left;
            this.right = right;
            this.edges = edges;
        }

        void draw() throws IOException {
            double top = edges.get(0);
            double head = edges.get(table.headings());
            double bottom = edges.get(edges.size() - 1);
            switch (style.rules()) {
                case NONE, ZEBRA -> {}
                case GRID -> {
                    for (double y : edges) {
                        across(y);
                    }
                    columns(top, bottom);
                }
                case FRAME -> {
                    across(top);
                    across(head);
                    across(bottom);
                    down(left, top, bottom);
                    down(right, top, bottom);
                }
                case ROWS -> {
                    for (double y : edges) {
                        across(y);
                    }
                }
                case THREE -> {
                    across(top);
                    across(head);
                    across(bottom);
                }
                case COLUMNS -> {
                    across(top);
                    across(head);
                    across(bottom);
                    columns(top, bottom);
                }
                case HEADINGS -> {
                    for (double y : edges) {
                        across(y);
                    }
                    columns(top, head);
                    down(left, top, bottom);
                    down(right, top, bottom);
                }
            }
        }

        private void columns(double top, double bottom) throws IOException {
            down(left, top, bottom);
            down(right, top, bottom);
            for (int column = 1; column < lefts.length; column++) {
                double x = lefts[column] - style.gap() / 2;
                double from = top;
                for (int row = 0; row < table.headings(); row++) {
                    int at = column;
                    if (table.rows().get(row).cells().stream()
                            .anyMatch(cell -> cell.column() < at && cell.column() + cell.span() > at)) {
                        from = Math.max(top, edges.get(row + 1));
                    }
                }
                down(x, from, bottom);
            }
        }

        private void across(double y) throws IOException {
            line(left, y, right, y);
        }

        private void down(double x, double from, double to) throws IOException {
            line(x, from, x, to);
        }

        private void line(double x1, double y1, double x2, double y2) throws IOException {
            out.setLineWidth(0.6f);
            out.moveTo((float) x1, (float) (792 - y1));
            out.lineTo((float) x2, (float) (792 - y2));
            out.stroke();
        }
    }
}
