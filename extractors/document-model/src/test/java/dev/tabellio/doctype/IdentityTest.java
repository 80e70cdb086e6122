package dev.tabellio.doctype;

import static org.assertj.core.api.Assertions.assertThat;

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

class IdentityTest {

    private static final Identity IDENTITY = new Identity(List.of("/Ssn", "/Year"), List.of("/Year"), List.of("/Copy"));

    @Test
    void aDocumentWithoutItsKeyHasNoIdentity() {
        assertThat(IDENTITY.of(document(Map.of("/Year", new FieldValue.Text("2024")))))
                .isEmpty();
    }

    @Test
    void anOptionalKeyFieldMayBeAbsent() {
        assertThat(IDENTITY.of(document(Map.of("/Ssn", new FieldValue.Identifier("400-00-1038")))))
                .contains("us-w2|400001038|");
    }

    @Test
    void copiesDifferOnlyInWhatVaries() {
        Map<String, FieldValue> b = Map.of(
                "/Ssn", new FieldValue.Identifier("400-00-1038"),
                "/Copy", new FieldValue.Text("B"),
                "/Wages", new FieldValue.Amount(new BigDecimal("100.00"), "USD"),
                "/Name", new FieldValue.Text("Lowe's  Home"));
        Map<String, FieldValue> two = Map.of(
                "/Ssn", new FieldValue.Identifier("400001038"),
                "/Copy", new FieldValue.Text("2"),
                "/Wages", new FieldValue.Amount(new BigDecimal("100"), "USD"),
                "/Name", new FieldValue.Text("LOWE’S HOME"));
        assertThat(IDENTITY.of(document(b))).isEqualTo(IDENTITY.of(document(two)));
        assertThat(IDENTITY.compare(document(b), document(two))).isEqualTo(Identity.Relation.SAME);
    }

    @Test
    void anotherAmountIsADoubt() {
        Map<String, FieldValue> a = Map.of("/Wages", new FieldValue.Amount(new BigDecimal("100.00"), "USD"));
        Map<String, FieldValue> b = Map.of("/Wages", new FieldValue.Amount(new BigDecimal("100.10"), "USD"));
        assertThat(IDENTITY.compare(document(a), document(b))).isEqualTo(Identity.Relation.IN_DOUBT);
    }

    @Test
    void rowsOfAKeyAreComparedInAnyOrder() {
        Identity parties = new Identity(List.of("/Parties/*/Name"), List.of(), List.of());
        Map<String, FieldValue> a = new LinkedHashMap<>();
        a.put("/Parties/0/Name", new FieldValue.Text("Acme, Inc."));
        a.put("/Parties/1/Name", new FieldValue.Text("Beta LLC"));
        Map<String, FieldValue> b = new LinkedHashMap<>();
        b.put("/Parties/0/Name", new FieldValue.Text("BETA LLC"));
        b.put("/Parties/1/Name", new FieldValue.Text("Acme Inc"));
        assertThat(parties.of(document(a))).isPresent().isEqualTo(parties.of(document(b)));
    }

    private static ExtractedDocument document(Map<String, FieldValue> values) {
        Map<String, ExtractedField> fields = new LinkedHashMap<>();
        BoundingBox box = new BoundingBox(0, 0, 1, 1);
        values.forEach((pointer, value) -> fields.put(
                pointer,
                new ExtractedField.Cited(
                        value,
                        List.of(new Citation(1, box, value.asText(), Origin.TEXT_LAYER, Citation.Status.VERIFIED)),
                        1,
                        "by hand")));
        return new ExtractedDocument(
                new Document("0", "a".repeat(64), "us-w2", "1", List.of(new PageArea(1, box)), List.of()), fields);
    }
}
