package dev.tabellio.extraction.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Citation;
import dev.tabellio.document.Document;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.FieldValue;
import dev.tabellio.document.Origin;
import dev.tabellio.document.PageArea;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CopyMergerTest {

    private static final BoundingBox BOX = new BoundingBox(0, 0, 612, 792);

    private final CopyMerger merger = new CopyMerger(DocumentTypes.shipped());

    @Test
    void copiesOfOneW2AreOneDocument() {
        List<ExtractedDocument> merged = merger.merge(List.of(
                w2(1, "123-45-6789", "1000.00", "B"),
                w2(2, "123-45-6789", "1000.00", "C"),
                w2(3, "123-45-6789", "1000.00", "2")));
        assertThat(merged).singleElement().satisfies(document -> {
            assertThat(document.document().pages()).containsExactly(1);
            assertThat(document.document().copies())
                    .containsExactly(List.of(new PageArea(2, BOX)), List.of(new PageArea(3, BOX)));
        });
    }

    @Test
    void anotherEmployeeIsAnotherDocument() {
        assertThat(merger.merge(List.of(w2(1, "123-45-6789", "1000.00", "B"), w2(2, "987-65-4321", "1000.00", "B"))))
                .hasSize(2);
    }

    @Test
    void otherValuesStayApartForAPersonToDecide() {
        assertThat(merger.merge(List.of(w2(1, "123-45-6789", "1000.00", "B"), w2(2, "123-45-6789", "1800.00", "B"))))
                .hasSize(2)
                .allSatisfy(document -> assertThat(document.document().copies()).isEmpty());
    }

    @Test
    void withoutIdentityNothingIsACopy() {
        ExtractedDocument nameless = new ExtractedDocument(document(1), Map.of());
        assertThat(merger.merge(List.of(nameless, new ExtractedDocument(document(2), Map.of()))))
                .hasSize(2);
    }

    private static ExtractedDocument w2(int page, String ssn, String wages, String copy) {
        Map<String, ExtractedField> fields = new LinkedHashMap<>();
        fields.put("/Employee/SocialSecurityNumber", cited(page, new FieldValue.Identifier(ssn)));
        fields.put("/Employer/IdNumber", cited(page, new FieldValue.Identifier("12-3456789")));
        fields.put("/WagesTipsAndOtherCompensation", cited(page, new FieldValue.Amount(new BigDecimal(wages), "USD")));
        fields.put("/W2Copy", cited(page, new FieldValue.Text(copy)));
        return new ExtractedDocument(document(page), fields);
    }

    private static Document document(int page) {
        return new Document(
                "%016x".formatted(page), "ab".repeat(32), "us-w2", "1", List.of(new PageArea(page, BOX)), List.of());
    }

    private static ExtractedField cited(int page, FieldValue value) {
        return new ExtractedField.Cited(
                value,
                List.of(new Citation(page, BOX, value.asText(), Origin.TEXT_LAYER, Citation.Status.VERIFIED)),
                0.9,
                "test");
    }
}
