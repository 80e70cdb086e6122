package dev.tabellio.jobs.export.jsonl;

import static dev.tabellio.jobs.fake.Workplace.slip;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tabellio.jobs.fake.Workplace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesExporterTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE", "tr-TR"})
    void everyLineFitsTheDocumentedSchemaInAnyLocale(String tag) throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
        try {
            Workplace place = Workplace.in(folder)
                    .put("a/return.txt", "return\nOwner: Ida\nNumber: 1\nWages: 1234567.50\n")
                    .put("a/slip.txt", slip("Ida", "11", "1234567.50") + "States/0/State: NY\nStates/0/Tax: 1.20\n")
                    .put("b.txt", slip("Ida", "11", "1234567.50") + "States/0/State: NY\nStates/0/Tax: 1.20\nCopy: C\n")
                    .put("c.txt", "slip\nNumber: 3\n");
            place.run("r1");
            String lines = Files.readString(place.out().resolve("r1").resolve(JsonLinesExporter.FILE));
            Schema schema = schema();
            assertThat(lines.lines())
                    .hasSize(3)
                    .allSatisfy(line ->
                            assertThat(schema.validate(line, InputFormat.JSON)).isEmpty());
            assertThat(lines)
                    .contains("\"fields\":{\"Owner\":\"Ida\",\"Number\":\"11\",\"Wages\":\"1234567.50\","
                            + "\"States\":[{\"State\":\"NY\",\"Tax\":\"1.20\"}]}")
                    .contains("\"copies\":[{\"file\":\"b.txt\",\"pages\":[1],\"document\":")
                    .contains("\"/States/0/Tax\":{\"page\":1,\"box\":[10.0,50.0,100.0,59.0],\"text\":\"1.20\","
                            + "\"origin\":\"TEXT_LAYER\",\"status\":\"VERIFIED\",\"confidence\":1.0}")
                    .doesNotContain("null", "\"\"");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aValueOfEmbeddedDataIsCitedThereAndOnThePageThatPrintsIt() throws IOException {
        Workplace place =
                Workplace.in(folder).put("a.txt", "slip\nOwner: Ida <Ida>\nNumber: <11>\nWages: 9.00 <1.50>\n");
        place.run("r1");
        String line = Files.readString(place.out().resolve("r1").resolve(JsonLinesExporter.FILE))
                .strip();
        String data = "\"data\":[{\"attachment\":\"data.xml\",\"path\":\"/slip/";
        String alone = "\"confidence\":1.0," + data;

        assertThat(line)
                .contains("\"status\":\"VERIFIED\"," + alone + "Owner\",\"text\":\"Ida\"}]")
                .contains("\"/Number\":{" + alone + "Number\",\"text\":\"11\"}]")
                .contains("\"/Wages\":{" + alone + "Wages\",\"text\":\"1.50\"}]");
        assertThat(schema().validate(line, InputFormat.JSON)).isEmpty();
        assertThat(schema().validate(
                                line.replace(alone, "\"confidence\":1.0,\"colour\":[{\"path\":\"/"), InputFormat.JSON))
                .as("data of another name")
                .isNotEmpty();
        assertThat(schema().validate(
                                line.replace("\"path\":\"/slip/Number\"", "\"path\":\"Number\""), InputFormat.JSON))
                .as("a path that does not start at the root")
                .isNotEmpty();
        assertThat(schema().validate(
                                line.replace(alone + "Number\",\"text\":\"11\"}]", "\"confidence\":1.0"),
                                InputFormat.JSON))
                .as("a value that stands nowhere")
                .isNotEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsNotDocumented() throws IOException {
        assertThat(schema().validate("{\"run\": \"\", \"colour\": 1}", InputFormat.JSON))
                .isNotEmpty();
    }

    private static Schema schema() throws IOException {
        try (InputStream in = JsonLinesExporter.class.getResourceAsStream("document.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
    }
}
