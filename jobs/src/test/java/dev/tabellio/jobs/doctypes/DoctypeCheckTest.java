package dev.tabellio.jobs.doctypes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.doctype.DocumentTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctypeCheckTest {

    private static final String DEFINITION = """
            title: Receipt
            version: "1"
            family: tax-form
            identity:
              key: [/Number]
              optional: []
              varies: []
            required:
              - /Number
              - /Lines/*/Amount
            """;
    private static final String SCHEMA = """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "type": "object",
              "properties": {
                "Number": {"type": "string", "x-tabellio-kind": "identifier", "description": "Receipt number"},
                "Lines": {
                  "type": "array",
                  "items": {"$ref": "#/$defs/line"}
                }
              },
              "$defs": {
                "line": {
                  "type": "object",
                  "properties": {
                    "Amount": {"type": "string", "x-tabellio-kind": "amount", "description": "Amount of the line"}
                  }
                }
              }
            }
            """;

    @TempDir
    Path parent;

    private Path folder = Path.of("receipt");

    @BeforeEach
    void writeSoundType() throws IOException {
        folder = Files.createDirectory(parent.resolve("receipt"));
        Files.writeString(folder.resolve("doctype.yaml"), DEFINITION);
        Files.writeString(folder.resolve("schema.json"), SCHEMA);
    }

    @Test
    void aSoundTypeHasNoProblems() {
        assertThat(check()).isEmpty();
    }

    @Test
    void missingFilesAreNamed() throws IOException {
        Files.delete(folder.resolve("schema.json"));

        assertThat(check()).containsExactly("schema.json: is missing");
    }

    @Test
    void brokenSyntaxIsNamedWithItsLine() throws IOException {
        Files.writeString(folder.resolve("anchors.yaml"), "fields:\n\t- x\n");
        Files.writeString(folder.resolve("schema.json"), "{\n\"type\": \"object\",,\n}");

        assertThat(check()).hasSize(2).anySatisfy(problem -> assertThat(problem).startsWith("anchors.yaml:2: "));
        assertThat(check()).anySatisfy(problem -> assertThat(problem).startsWith("schema.json:2: "));
    }

    @Test
    void aSchemaThatIsNoJsonSchemaIsNamedWithItsLine() throws IOException {
        Files.writeString(folder.resolve("schema.json"), SCHEMA.replace("\"type\": \"array\"", "\"type\": \"liste\""));

        assertThat(check())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).startsWith("schema.json:7: /properties/Lines/type"));
    }

    @Test
    void aFieldWithoutKindOrDescriptionIsNamedWithItsLine() throws IOException {
        Files.writeString(
                folder.resolve("schema.json"),
                SCHEMA.replace(
                        "\"x-tabellio-kind\": \"amount\", \"description\": \"Amount of the line\"", "\"title\": \"\""));

        assertThat(check())
                .containsExactly(
                        "schema.json:15: /Lines/*/Amount: x-tabellio-kind is '', but must be text, amount, date, identifier or flag",
                        "schema.json:15: /Lines/*/Amount: description is missing (the document's own words)");
    }

    @Test
    void anUnknownPointerIsNamedWithItsLine() throws IOException {
        Files.writeString(folder.resolve("doctype.yaml"), DEFINITION.replace("/Lines/*/Amount", "/Lines/*/Amnt"));

        assertThat(check())
                .containsExactly("doctype.yaml:10: required names '/Lines/*/Amnt', which schema.json does not declare");
    }

    @Test
    void everyLineOfAStagesComplaintIsAProblem() {
        DoctypeCheck check = new DoctypeCheck(List.of(type -> {
            throw new IllegalArgumentException("""
                    document type receipt: rules.yaml: line 7: rule receipt.total: unknown name 'totl'
                    document type receipt: anchors.yaml: no anchor for /Number
                    document type receipt: something else: entirely
                    """);
        }));

        assertThat(check.check(folder))
                .extracting(Problem::toString)
                .containsExactly(
                        "rules.yaml:7: rule receipt.total: unknown name 'totl'",
                        "anchors.yaml: no anchor for /Number",
                        "something else: entirely");
    }

    @Test
    void aFamilyThatNobodyReadsIsNamed() {
        DoctypeCheck check = new DoctypeCheck(StageChecks.of(DocumentTypes.shipped(), List.of()));

        assertThat(check.check(folder))
                .extracting(Problem::toString)
                .contains("doctype.yaml: no reader reads the family 'tax-form'");
    }

    private List<String> check() {
        return new DoctypeCheck(List.of())
                .check(folder).stream().map(Problem::toString).toList();
    }
}
