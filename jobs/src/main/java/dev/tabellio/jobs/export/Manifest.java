package dev.tabellio.jobs.export;

import dev.tabellio.jobs.balance.ControlTotals;
import dev.tabellio.jobs.store.RunRow;
import java.io.IOException;
import java.io.Writer;
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

    static void write(RunRow run, ControlTotals totals, ExportFolder out) throws IOException {
        List<ExportFolder.FileEntry> files = out.files();
        out.removeOthers(NAME);
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("run", run.id());
        manifest.put("controlTotals", totals);
        manifest.put("files", files);
        try (Writer writer = out.create(NAME)) {
            writer.write(JSON.writeValueAsString(manifest).replace(System.lineSeparator(), "\n"));
            writer.write('\n');
        }
    }
}
