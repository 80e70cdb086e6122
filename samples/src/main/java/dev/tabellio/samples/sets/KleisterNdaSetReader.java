package dev.tabellio.samples.sets;

import dev.tabellio.document.PageArea;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the Kleister-NDA layout: {@code expected.tsv} with one line a file (name, tab, {@code key=value} pairs separated
 * by blanks, {@code _} for a blank inside a value) beside {@code documents/}. Its labels state no places, and of an
 * agreement in several clauses only one jurisdiction and one term. Keys: Gralinski et al., "Kleister: A novel task for
 * information extraction involving long documents with complex layout", 2020.
 *
 * <p>The set's metric is F1 over upper-cased (key, value) pairs. Its annotators spelled every party in one way, without
 * commas and with the short form of the company's form; the type's names are compared in that spelling on both
 * sides: "exact F1" is a little kinder than the set's metric.
 */
public final class KleisterNdaSetReader implements LabelledSetReader {

    private static final String TYPE = "nda";
    private static final String PARTY = "/Parties/%s/Name";
    private static final Map<String, String> POINTERS = Map.of(
            "effective_date", "/EffectiveDate",
            "jurisdiction", "/Jurisdictions/0/Region",
            "term", "/ContractDuration");

    @Override
    public boolean recognises(Path folder) {
        return Files.isRegularFile(folder.resolve("expected.tsv"));
    }

    @Override
    public LabelledSet read(Path folder) throws IOException {
        Path labels = folder.resolve("expected.tsv");
        List<LabelledCase> cases = new ArrayList<>();
        for (String line : Files.readAllLines(labels)) {
            if (!line.isBlank()) {
                cases.add(labelledCase(labels, folder, line));
            }
        }
        return new LabelledSet(
                "nda",
                folder.resolve("documents"),
                cases,
                Map.of(
                        TYPE,
                        List.of("/EffectiveDate", "/Jurisdictions/*/Region", "/ContractDuration", "/Parties/*/Name")));
    }

    private static LabelledCase labelledCase(Path labels, Path folder, String line) throws IOException {
        String[] columns = line.split("\t", -1);
        if (columns.length != 2) {
            throw new IllegalArgumentException("%s: not a file name and its values: %s".formatted(labels, line));
        }
        Map<String, String> values = new LinkedHashMap<>();
        int parties = 0;
        for (String pair : columns[1].strip().split(" +", -1)) {
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            String value = pair.substring(equals + 1).replace('_', ' ');
            if (key.equals("party")) {
                values.put(PARTY.formatted(parties++), value);
            } else if (!POINTERS.containsKey(key) || equals < 0) {
                throw new IllegalArgumentException("%s: %s: unknown label '%s'".formatted(labels, columns[0], pair));
            } else {
                values.put(POINTERS.get(key), value);
            }
        }
        String file = columns[0];
        List<PageArea> areas =
                PdfPages.of(folder.resolve("documents").resolve(file)).areas();
        return new LabelledCase(
                file,
                "",
                List.of(new LabelledFile(file, null)),
                List.of(new ExpectedDocument(TYPE, values, List.of(new Print(file, areas, Map.of())), List.of())),
                List.of());
    }
}
