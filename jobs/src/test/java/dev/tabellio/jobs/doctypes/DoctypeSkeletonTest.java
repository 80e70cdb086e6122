package dev.tabellio.jobs.doctypes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.jobs.process.StandardStages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** From a schema to a type that reads a page, without a line of YAML by hand. */
class DoctypeSkeletonTest {

    private static final String SCHEMA = """
            {
              "title": "Timesheet of Acme Works",
              "properties": {
                "Worker": {"type": "string", "description": "Name of worker."},
                "Started": {"type": "string", "format": "date", "description": "Day of entry"},
                "Pay": {"type": "number", "description": "Box 3 (4 before 2020): Pay for the month. In dollars."},
                "Overtime": {"type": "boolean", "description": "Overtime was agreed."},
                "Hours": {"type": "array", "items": {"type": "object", "properties": {
                  "Project": {"type": "string", "description": "Project worked on"}}}}
              }
            }
            """;

    @TempDir
    Path home;

    @Test
    void theFolderIsSoundAndReadsAPage() throws IOException {
        DocumentType type = begun("acme-timesheet", SCHEMA);
        DoctypeTrial trial = tried(
                type,
                "Timesheet of Acme Works",
                "Name of worker",
                "Jane Public",
                "Day of entry",
                "3/5/2024",
                "3 Pay for the month",
                "1,204.50",
                "Project worked on",
                "Bridge");

        assertThat(trial.recognised()).isTrue();
        Map<String, ExtractedField> fields = trial.documents().get(0).fields();
        assertThat(text(fields, "/Worker")).isEqualTo("Jane Public");
        assertThat(text(fields, "/Started")).isEqualTo("2024-03-05");
        assertThat(text(fields, "/Pay")).isEqualTo("1204.50");
        assertThat(text(fields, "/Hours/0/Project")).isEqualTo("Bridge");
    }

    @Test
    void aTrialSaysWhatIsMissing() throws IOException {
        DocumentType type = begun("acme-timesheet", SCHEMA);
        DoctypeTrial trial = tried(type, "Name of worker", "Jane Public");

        assertThat(trial.recognised()).isFalse();
        assertThat(trial.recognition().get(0).evidence())
                .anySatisfy(item -> {
                    assertThat(item.says()).contains("Timesheet of Acme Works");
                    assertThat(item.holds()).isFalse();
                })
                .anySatisfy(item -> {
                    assertThat(item.says()).contains("Name of worker");
                    assertThat(item.holds()).isTrue();
                });
        DoctypeTrial.Tried read = trial.documents().get(0);
        assertThat(text(read.fields(), "/Worker")).isEqualTo("Jane Public");
        assertThat(read.trace().orElseThrow().anchors().get("/Pay")).containsExactly("pay");
        assertThat(read.trace().orElseThrow().labels())
                .filteredOn(label -> label.places().isEmpty())
                .extracting(label -> label.id())
                .contains("pay", "started", "overtime");
    }

    @Test
    void everyShippedSchemaMakesASoundType() throws IOException {
        for (DocumentType shipped : DocumentTypes.shipped().all()) {
            begun("own-" + shipped.id(), shipped.schema().toString());
        }
    }

    @Test
    void refusesWhatIsNoTypeOrSchema() {
        assertThatThrownBy(() -> new DoctypeSkeleton("Acme", new JsonMapper().readTree(SCHEMA)))
                .hasMessageContaining("'Acme': an id has small letters");
        assertThatThrownBy(() -> new DoctypeSkeleton("acme", new JsonMapper().readTree("{}")))
                .hasMessageContaining("no object with properties");
    }

    private DocumentType begun(String id, String schema) throws IOException {
        Path folder = Files.createDirectories(home.resolve(id));
        Map<String, String> files = new DoctypeSkeleton(id, new JsonMapper().readTree(schema)).files();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        DocumentTypes types = DocumentTypes.shipped();
        assertThat(new DoctypeCheck(StageChecks.of(types, StandardStages.readers())).check(folder))
                .as(id)
                .isEmpty();
        return DocumentTypes.load(folder);
    }

    private DoctypeTrial tried(DocumentType type, String... lines) throws IOException {
        Path file = home.resolve("page.pdf");
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.LETTER);
            pdf.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
                content.newLineAtOffset(72, 700);
                content.setLeading(14);
                for (String line : lines) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
            pdf.save(file.toFile());
        }
        return DoctypeTrial.of(type, DocumentTypes.shipped(), StandardStages.readers(), PrintedPage.parsed(file));
    }

    private static String text(Map<String, ExtractedField> fields, String pointer) {
        return List.of(fields.get(pointer)).stream()
                .filter(ExtractedField.Cited.class::isInstance)
                .map(field -> ((ExtractedField.Cited) field).value().asText())
                .findFirst()
                .orElse("");
    }
}
