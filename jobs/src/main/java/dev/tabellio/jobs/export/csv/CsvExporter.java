package dev.tabellio.jobs.export.csv;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.jobs.export.CsvLine;
import dev.tabellio.jobs.export.ExportFolder;
import dev.tabellio.jobs.export.ExportedDocument;
import dev.tabellio.jobs.export.Exporter;
import dev.tabellio.jobs.store.RunRow;
import dev.tabellio.reconciliation.Finding;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@code <type>.csv} for each type. */
public final class CsvExporter implements Exporter {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> FIRST = List.of("run", "document", "file", "sha256", "pages", "disposition");
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");
    private static final Pattern AMOUNT = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final String VIOLATED = "violated_rules";

    @Override
    public Writing start(RunRow run, DocumentTypes types, ExportFolder folder) {
        return new OneFilePerType(run, folder);
    }

    private static final class OneFilePerType implements Writing {

        private final RunRow run;
        private final ExportFolder folder;
        private final Map<String, OneFile> open = new TreeMap<>();

        private record OneFile(Writer out, List<String> columns) {}

        OneFilePerType(RunRow run, ExportFolder folder) {
            this.run = run;
            this.folder = folder;
        }

        @Override
        public void write(List<ExportedDocument> documents) throws IOException {
            for (ExportedDocument document : documents) {
                write(document);
            }
        }

        private void write(ExportedDocument document) throws IOException {
            OneFile file = open.get(document.type().id());
            if (file == null) {
                file = new OneFile(
                        folder.create(document.type().id() + ".csv"),
                        columns("", document.type().schema()));
                open.put(document.type().id(), file);
                CsvLine.write(file.out(), header(file.columns()));
            }
            List<String> line = new ArrayList<>(List.of(
                    run.id(),
                    document.row().id(),
                    document.row().path(),
                    document.extracted().document().sha256(),
                    document.row().pages().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                    document.disposition().name()));
            file.columns().forEach(column -> line.add(cell(document.fields(), column)));
            line.add(document.findings().stream()
                    .filter(finding -> finding.outcome() == Finding.Outcome.VIOLATED)
                    .map(Finding::rule)
                    .collect(Collectors.joining(" ")));
            CsvLine.write(file.out(), line);
        }

        @Override
        public void close() throws IOException {
            for (OneFile file : open.values()) {
                file.out().close();
            }
        }
    }

    private static List<String> columns(String at, JsonNode schema) {
        List<String> columns = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (property.getValue().has("properties")) {
                columns.addAll(columns(at + property.getKey() + "/", property.getValue()));
            } else {
                columns.add(at + property.getKey());
            }
        }
        return columns;
    }

    private static String cell(Map<?, ?> fields, String column) {
        Object value = fields;
        for (String name : column.split("/")) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        if (value == null) {
            return "";
        }
        return value instanceof List<?> ? JSON.writeValueAsString(value) : harmless(value.toString());
    }

    /** A spreadsheet would run a text that starts like a formula; amounts may start with a minus. */
    private static String harmless(String text) {
        return FORMULA.matcher(text).find() && !AMOUNT.matcher(text).matches() ? "'" + text : text;
    }

    private static List<String> header(List<String> columns) {
        List<String> header = new ArrayList<>(FIRST);
        header.addAll(columns);
        header.add(VIOLATED);
        return header;
    }
}
