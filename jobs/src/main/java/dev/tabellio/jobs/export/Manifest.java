package dev.tabellio.jobs.export;

import dev.tabellio.jobs.balance.ControlTotals;
import dev.tabellio.jobs.store.DocumentRow;
import dev.tabellio.jobs.store.ResultVersions;
import dev.tabellio.jobs.store.RunRow;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code manifest.json}: what the export consists of. Written last. */
final class Manifest {

    static final String NAME = "manifest.json";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Manifest() {}

    /** Versions that led to documents of a type, and to how many. */
    private record Origin(String type, String typeVersion, ResultVersions versions, long documents) {}

    /** @param documents of the run, exported or not */
    static void write(RunRow run, ControlTotals totals, List<DocumentRow> documents, ExportFolder out)
            throws IOException {
        List<ExportFolder.FileEntry> files = out.files();
        out.removeOthers(NAME);
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("run", run.id());
        run.release().ifPresent(release -> manifest.put("release", release));
        manifest.put("controlTotals", totals);
        manifest.put("versions", origins(documents));
        manifest.put("files", files);
        try (Writer writer = out.create(NAME)) {
            writer.write(JSON.writeValueAsString(manifest).replace(System.lineSeparator(), "\n"));
            writer.write('\n');
        }
    }

    private static List<Origin> origins(List<DocumentRow> documents) {
        Map<Origin, Long> counts = new LinkedHashMap<>();
        documents.stream()
                .sorted(Comparator.comparing(DocumentRow::type))
                .forEach(document -> document.versions()
                        .ifPresent(versions -> counts.merge(
                                new Origin(document.type(), document.typeVersion(), versions, 0), 1L, Long::sum)));
        return counts.entrySet().stream()
                .map(entry -> new Origin(
                        entry.getKey().type(),
                        entry.getKey().typeVersion(),
                        entry.getKey().versions(),
                        entry.getValue()))
                .toList();
    }
}
