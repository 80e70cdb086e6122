package dev.tabellio.samples.sets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Opens a labelled set of any layout that is known. */
public final class LabelledSets {

    private static final List<LabelledSetReader> READERS = List.of(
            new TruthSetReader(),
            new ReturnsSetReader(),
            new KleisterNdaSetReader(),
            new CuadSetReader(),
            new EInvoiceSetReader(),
            new AzureLabelsSetReader());

    private LabelledSets() {}

    /**
     * Reads the set with the reader that recognises the folder.
     *
     * @throws IOException if the folder is missing or a file of it cannot be read
     * @throws IllegalArgumentException if no reader knows the layout, or naming file and cause if its labels are wrong
     */
    public static LabelledSet read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + ": no such folder");
        }
        for (LabelledSetReader reader : READERS) {
            if (reader.recognises(folder)) {
                return reader.read(folder);
            }
        }
        throw new IllegalArgumentException(
                ("%s: no labels found. Known are: truth/**/truth.json beside documents/, */labels.json of filled tax"
                                + " returns, expected.tsv or spans.jsonl beside documents/, */*.labels.json of single forms, and *.pdf.embedded.xml beside invoices")
                        .formatted(folder));
    }
}
