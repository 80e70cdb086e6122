package dev.tabellio.jobs.export.jsonl;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Citation;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.PageArea;
import dev.tabellio.jobs.export.ExportFolder;
import dev.tabellio.jobs.export.ExportedDocument;
import dev.tabellio.jobs.export.Exporter;
import dev.tabellio.jobs.store.RunRow;
import dev.tabellio.jobs.tieout.Tied;
import dev.tabellio.reconciliation.Finding;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@code documents.jsonl}. */
public final class JsonLinesExporter implements Exporter {

    /** Name of the file in the export folder. */
    public static final String FILE = "documents.jsonl";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public Writing start(RunRow run, DocumentTypes types, ExportFolder folder) throws IOException {
        Writer out = folder.create(FILE);
        return new Writing() {
            @Override
            public void write(List<ExportedDocument> documents) throws IOException {
                List<String> lines = documents.parallelStream()
                        .map(document -> JSON.writeValueAsString(line(run, document)))
                        .toList();
                for (String line : lines) {
                    out.write(line);
                    out.write('\n');
                }
            }

            @Override
            public void close() throws IOException {
                out.close();
            }
        };
    }

    private static Map<String, Object> line(RunRow run, ExportedDocument document) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("run", run.id());
        line.put("document", document.row().id());
        line.put("file", document.row().path());
        line.put("sha256", document.extracted().document().sha256());
        line.put("type", document.row().type());
        line.put("typeVersion", document.row().typeVersion());
        line.put("pages", document.row().pages());
        line.put("copies", copies(document));
        line.put("disposition", document.disposition().name());
        line.put("fields", document.fields());
        line.put("evidence", evidence(document));
        line.put("uncited", uncited(document));
        line.put(
                "findings",
                document.findings().stream().map(JsonLinesExporter::finding).toList());
        return line;
    }

    /** Further prints in the same file, then other files that have the document. */
    private static List<Map<String, Object>> copies(ExportedDocument document) {
        List<Map<String, Object>> copies = new ArrayList<>();
        for (List<PageArea> areas : document.extracted().document().copies()) {
            Map<String, Object> copy = new LinkedHashMap<>();
            copy.put("file", document.row().path());
            copy.put(
                    "pages",
                    areas.stream().map(PageArea::page).distinct().sorted().toList());
            copies.add(copy);
        }
        for (Tied.Copy other : document.copies()) {
            Map<String, Object> copy = new LinkedHashMap<>();
            copy.put("file", other.file());
            copy.put("pages", other.pages());
            copy.put("document", other.document());
            copies.add(copy);
        }
        return copies;
    }

    private static Map<String, Object> evidence(ExportedDocument document) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        document.extracted().fields().forEach((pointer, field) -> {
            if (field instanceof ExtractedField.Cited cited) {
                Map<String, Object> entry =
                        cited.isPrinted() ? citation(cited.citations().get(0)) : new LinkedHashMap<>();
                entry.put("confidence", cited.confidence());
                if (cited.citations().size() > 1) {
                    entry.put(
                            "further",
                            cited.citations().stream()
                                    .skip(1)
                                    .map(JsonLinesExporter::citation)
                                    .toList());
                }
                if (!cited.data().isEmpty()) {
                    entry.put("data", cited.data());
                }
                evidence.put(pointer, entry);
            }
        });
        return evidence;
    }

    private static Map<String, Object> uncited(ExportedDocument document) {
        Map<String, Object> uncited = new LinkedHashMap<>();
        document.extracted().fields().forEach((pointer, field) -> {
            if (field instanceof ExtractedField.Uncited found) {
                Map<String, Object> entry = new LinkedHashMap<>();
                if (!found.text().isBlank()) {
                    entry.put("text", found.text());
                }
                entry.put("reason", found.reason());
                if (!found.nearby().isEmpty()) {
                    entry.put(
                            "nearby",
                            found.nearby().stream()
                                    .map(JsonLinesExporter::citation)
                                    .toList());
                }
                uncited.put(pointer, entry);
            }
        });
        return uncited;
    }

    private static Map<String, Object> citation(Citation citation) {
        Map<String, Object> entry = new LinkedHashMap<>();
        BoundingBox box = citation.box();
        entry.put("page", citation.page());
        entry.put("box", List.of(box.left(), box.top(), box.right(), box.bottom()));
        entry.put("text", citation.text());
        entry.put("origin", citation.origin().name());
        entry.put("status", citation.status().name());
        return entry;
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("rule", finding.rule());
        entry.put("severity", finding.severity().name());
        entry.put("outcome", finding.outcome().name());
        entry.put("says", finding.says());
        entry.put("evidence", finding.evidence());
        return entry;
    }
}
