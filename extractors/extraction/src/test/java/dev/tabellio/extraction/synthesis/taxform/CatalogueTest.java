package dev.tabellio.extraction.synthesis.taxform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.extraction.classify.StandardPacketClassifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every shipped tax form can be recognised and read: its files agree with each other. */
class CatalogueTest {

    private static final DocumentTypes TYPES = DocumentTypes.shipped();

    private final AnchorFieldReader reader = new AnchorFieldReader();

    static Stream<DocumentType> taxForms() {
        return TYPES.all().stream().filter(type -> type.family().equals("tax-form"));
    }

    @Test
    void theTypesOfTheFirstEditionAreThere() {
        assertThat(taxForms().map(DocumentType::id)).contains("us-1040", "us-1099-nec", "us-w2");
    }

    @Test
    void allTypesCanBeRecognised() {
        assertThat(new StandardPacketClassifier(TYPES).version()).isNotBlank();
        assertThat(TYPES.all())
                .allSatisfy(type -> assertThat(List.of("start", "attachment"))
                        .as(type.id())
                        .anyMatch(key ->
                                !type.definition().path("recognise").path(key).isEmpty()));
    }

    @ParameterizedTest
    @MethodSource("taxForms")
    void anchorsReadEveryLeafOfTheSchema(DocumentType type) {
        assertThat(reader.reads(type)).isTrue();
        reader.check(type);
        assertThat(FormSchema.of(type).leaves()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("taxForms")
    void requiredFieldsAndIdentityAreLeavesOfTheSchema(DocumentType type) {
        assertThat(FormSchema.of(type).leaves().keySet())
                .containsAll(type.required())
                .containsAll(type.identity().key())
                .containsAll(type.identity().varies());
        assertThat(type.identity().key()).containsAll(type.identity().optional());
    }

    @ParameterizedTest
    @MethodSource("taxForms")
    void everyPropertyIsDescribed(DocumentType type) {
        assertDescribed(type.id(), type.schema());
    }

    private static void assertDescribed(String where, JsonNode schema) {
        schema.path("properties").properties().forEach(property -> {
            String path = where + "/" + property.getKey();
            assertThat(property.getValue().path("description").asString(""))
                    .as(path)
                    .isNotBlank();
            assertDescribed(path, property.getValue());
            assertDescribed(path, property.getValue().path("items"));
        });
    }
}
