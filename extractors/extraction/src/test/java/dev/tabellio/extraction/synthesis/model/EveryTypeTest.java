package dev.tabellio.extraction.synthesis.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.extraction.llm.ModelRequest;
import dev.tabellio.extraction.llm.Tier;
import dev.tabellio.extraction.llm.tokens.TokenCounter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Models can be asked about every shipped type, with or without a {@code prompt.md}: its schema says what is wanted. */
class EveryTypeTest {

    private static final ModelReader READER = new ModelReader(new TokenCounter());

    static Stream<DocumentType> types() {
        return DocumentTypes.shipped().all().stream();
    }

    @Test
    void thereAreManyMoreTypesThanPrompts() {
        assertThat(types().filter(type -> type.file("prompt.md").isEmpty())).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("types")
    void isAskedForInItsOwnWords(DocumentType type) {
        FieldSet asked = FieldSet.of(type).asked();
        assertThat(asked.fields()).as("fields of " + type.id()).isNotEmpty();
        assertThat(asked.fields())
                .allSatisfy(field ->
                        assertThat(field.description()).as(field.pattern()).isNotBlank());
        for (FieldSet group : FieldGroups.of(asked)) {
            String told = Instructions.of(type, group);
            assertThat(told).contains(type.title());
            assertThat(group.fields())
                    .allSatisfy(field -> assertThat(told).contains(field.pattern() + ": " + field.description()));
        }
        assertThat(ModelReader.promptVersion(type)).matches("[0-9a-f]{16}");
    }

    @ParameterizedTest
    @MethodSource("types")
    void takesNotInTheDocumentForAnAnswer(DocumentType type) {
        TypedDocument document = TypedDocument.of(type.id(), type.title() + "\n" + "nothing else is printed here\n");
        ReadingTask task = new ReadingTask(
                document.file(), document.read(Map.of()), type, NeededFields.all(type), FieldCheck.NONE);
        ScriptedAccess planning = new ScriptedAccess().says(Tier.SMALL, "");
        List<ModelRequest> requests = READER.estimate(task, planning).stream()
                .map(PlannedCall::request)
                .toList();
        ScriptedAccess access = new ScriptedAccess();
        requests.forEach(request -> access.says(
                Tier.SMALL, nothing(request.schema(), request.schema()).toString()));

        ModelReading reading = READER.read(task, access, ScriptedAccess.PURPOSE);

        assertThat(reading.calls())
                .hasSameSizeAs(requests)
                .allSatisfy(call -> assertThat(call.problems()).isEmpty());
        assertThat(reading.calls().stream().flatMap(call -> call.fields().stream()))
                .as("every field is asked for once")
                .containsExactlyInAnyOrderElementsOf(FieldSet.of(type).asked().patterns());
        assertThat(Set.copyOf(reading.document().fields().values())).isSubsetOf(Set.of(new ExtractedField.Absent()));
        assertThat(access.isSpent()).isTrue();
    }

    /** The answer of a model that finds nothing. */
    private static JsonNode nothing(JsonNode node, JsonNode root) {
        JsonNode schema = FieldSet.resolved(root, node);
        if (schema.has("properties")) {
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            schema.path("properties")
                    .properties()
                    .forEach(property -> answer.set(property.getKey(), nothing(property.getValue(), root)));
            return answer;
        }
        String declared = schema.path("type").toString();
        if (declared.contains("null")) {
            return JsonNodeFactory.instance.nullNode();
        }
        return declared.contains("array")
                ? JsonNodeFactory.instance.arrayNode()
                : JsonNodeFactory.instance.numberNode(0);
    }
}
