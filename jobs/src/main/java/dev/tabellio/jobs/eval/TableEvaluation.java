package dev.tabellio.jobs.eval;

import dev.tabellio.document.Page;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.ProcessingFailure;
import dev.tabellio.document.Table;
import dev.tabellio.extraction.admission.Admission;
import dev.tabellio.extraction.tables.FileTables;
import dev.tabellio.jobs.process.Stages;
import dev.tabellio.samples.sets.TableTruth;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures how well the tables of labelled files are found and read: from the file alone, no table is given. */
public final class TableEvaluation {

    private TableEvaluation() {}

    /** Parses each file and prints precision, recall and F1 of the adjacency relations of each, of all, and their mean over files. */
    public static void print(List<TableTruth> truths, Stages stages, PrintWriter out) {
        Adjacency.Counts all = new Adjacency.Counts(0, 0, 0);
        double precision = 0;
        double recall = 0;
        out.println("Cell adjacency (ICDAR 2013; tables found and read from the file alone)");
        out.println("file                  tables  found  relations  precision  recall     F1");
        for (TableTruth truth : truths) {
            List<TableTruth.Grid> found = tables(truth.file(), stages);
            Adjacency.Counts counts = Adjacency.compare(found, truth.tables());
            all = all.plus(counts);
            precision += counts.precision() / truths.size();
            recall += counts.recall() / truths.size();
            row(
                    out,
                    String.valueOf(truth.file().getFileName()),
                    truth.tables().size(),
                    found.size(),
                    counts.expected(),
                    counts.precision(),
                    counts.recall());
        }
        row(out, "all relations", 0, 0, all.expected(), all.precision(), all.recall());
        row(out, "mean of files", 0, 0, all.expected(), precision, recall);
        out.flush();
    }

    private static void row(
            PrintWriter out, String name, int tables, int found, int relations, double precision, double recall) {
        out.println(String.format(
                Locale.ROOT,
                "%-20s %7s %6s %10d %10.3f %7.3f %6.3f",
                name,
                tables == 0 ? "" : tables,
                tables == 0 ? "" : found,
                relations,
                precision,
                recall,
                Adjacency.f1(precision, recall)));
    }

    private static List<TableTruth.Grid> tables(Path file, Stages stages) {
        if (!(stages.admission().apply(file) instanceof Admission.Admitted admitted)) {
            return List.of();
        }
        try {
            ParsedFile parsed =
                    FileTables.in(stages.parser().parse(admitted.sourceFile(String.valueOf(file.getFileName())), file));
            List<TableTruth.Grid> grids = new ArrayList<>();
            for (Page page : parsed.pages()) {
                page.tables().forEach(table -> grids.add(grid(page, table)));
            }
            return grids;
        } catch (ProcessingFailure e) {
            return List.of();
        }
    }

    static TableTruth.Grid grid(Page page, Table table) {
        return new TableTruth.Grid(table.cells().stream()
                .map(cell -> new TableTruth.Cell(
                        cell.row(),
                        cell.row() + cell.rowSpan() - 1,
                        cell.column(),
                        cell.column() + cell.columnSpan() - 1,
                        page.text(cell)))
                .toList());
    }
}
