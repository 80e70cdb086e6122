package dev.tabellio.extraction.synthesis.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class AnswerSchemaTest {

    /** What strict modes of providers take. */
    private static final Set<String> KEYWORDS =
            Set.of("type", "properties", "required", "additionalProperties", "items", "enum", "$ref", "$defs");

    static Stream<DocumentType> types() {
        return DocumentTypes.shipped().all().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void isStrict(DocumentType type) {
        JsonNode schema = AnswerSchema.of(type, FieldSet.of(type));

        assertStrict(schema);
        schema.path("$defs").forEach(AnswerSchemaTest::assertStrict);
    }

    @Test
    void asksOnlyForWhatIsWanted() {
        DocumentType type = DocumentTypes.shipped().get("nda");
        FieldSet wanted = FieldSet.of(type).only(Set.of("/EffectiveDate", "/Jurisdictions/*/Clause"));

        assertThat(AnswerSchema.of(type, wanted).toString()).isEqualTo("""
                        {"type":"object","properties":{"EffectiveDate":{"$ref":"#/$defs/value"},\
                        "Jurisdictions":{"type":"object","properties":{"count":{"type":"integer"},\
                        "rows":{"type":"array","items":{"type":"object","properties":{"Clause":{"$ref":"#/$defs/clause"}},\
                        "required":["Clause"],"additionalProperties":false}}},\
                        "required":["count","rows"],"additionalProperties":false}},\
                        "required":["EffectiveDate","Jurisdictions"],"additionalProperties":false,\
                        "$defs":{"clause":{"type":"object","properties":{"first":{"type":["string","null"]},\
                        "last":{"type":["string","null"]}},"required":["first","last"],"additionalProperties":false},\
                        "value":{"type":"object","properties":{"lines":{"type":"array","items":{"type":"string"}},\
                        "value":{"type":["string","null"]}},"required":["lines","value"],"additionalProperties":false}}}\
                        """);
    }

    @Test
    void isTheSameEachTime() {
        DocumentType type = DocumentTypes.shipped().get("us-1040");

        assertThat(AnswerSchema.of(type, FieldSet.of(type)).toString())
                .isEqualTo(AnswerSchema.of(type, FieldSet.of(type)).toString());
    }

    private static void assertStrict(JsonNode node) {
        assertThat(KEYWORDS).containsAll(new TreeSet<>(node.propertyNames()));
        if (node.has("properties")) {
            assertThat(node.path("additionalProperties").isBoolean()).isTrue();
            assertThat(node.path("required")
                            .valueStream()
                            .map(JsonNode::asString)
                            .toList())
                    .containsExactlyElementsOf(node.path("properties").propertyNames());
            node.path("properties").forEach(AnswerSchemaTest::assertStrict);
        }
        if (node.has("items")) {
            assertStrict(node.path("items"));
        }
    }
}
