package dev.tabellio.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArtifactJsonTest {

    private static final String SHA = "a".repeat(64);

    @Test
    void aParsedFileReadsBackAsAnEqualRecord() {
        Word word = new Word("28,921", new BoundingBox(1.0 / 3, 2.0 / 3, 10.1234567, 20), Origin.OCR, 1.0 / 3);
        ParsedFile file = new ParsedFile(
                SHA,
                List.of(
                        new Page(
                                1,
                                612,
                                792.00001,
                                PageReading.OCR,
                                List.of(word),
                                List.of(new TextLine(word.box(), List.of(0))),
                                List.of(new BoundingBox(0, 0, 100, 100)),
                                List.of(new Checkbox(new BoundingBox(5, 5, 13, 13), true, Origin.OCR, 0.9)),
                                List.of(new FormField("f1", "a\nb", new BoundingBox(1, 1, 2, 2))),
                                List.of(new Region(RegionLabel.SIGNATURE, new BoundingBox(1, 1, 2, 2), 0.5)),
                                null),
                        Page.failed(2, 612, 792, "page 2: the content stream ends inside an image")));
        byte[] json = ArtifactJson.mapper().writeValueAsBytes(file);
        assertThat(ArtifactJson.mapper().readValue(json, ParsedFile.class)).isEqualTo(file);
        assertThat(new String(json, java.nio.charset.StandardCharsets.UTF_8)).contains("[0.33,0.67,10.12,20.0]");
    }

    @Test
    void anExtractedDocumentKeepsTypesScaleAndOrder() {
        Citation citation =
                new Citation(1, new BoundingBox(1, 2, 3, 4), "1,100", Origin.TEXT_LAYER, Citation.Status.VERIFIED);
        Map<String, ExtractedField> fields = new LinkedHashMap<>();
        fields.put("/Z", cited(new FieldValue.Amount(new BigDecimal("1100.00"), "USD"), citation));
        fields.put("/A", cited(new FieldValue.Date(LocalDate.of(2024, 2, 29)), citation));
        fields.put("/M/0/State", cited(new FieldValue.Text("FL"), citation));
        fields.put("/Flag", cited(new FieldValue.Flag(false), citation));
        fields.put("/Id", cited(new FieldValue.Identifier("400-00-1038"), citation));
        fields.put("/Lost", new ExtractedField.Absent());
        fields.put("/Bad", new ExtractedField.Uncited("12.34.56", "not an amount", List.of(citation)));
        Document document = new Document(
                "0123456789abcdef",
                SHA,
                "us-w2",
                "1",
                List.of(new PageArea(1, new BoundingBox(0, 0, 612, 792))),
                List.of(List.of(new PageArea(2, new BoundingBox(0, 0, 612, 792)))));
        ExtractedDocument extracted = new ExtractedDocument(document, fields);
        byte[] json = ArtifactJson.mapper().writeValueAsBytes(extracted);
        ExtractedDocument back = ArtifactJson.mapper().readValue(json, ExtractedDocument.class);
        assertThat(back).isEqualTo(extracted);
        assertThat(back.fields().keySet()).containsExactlyElementsOf(fields.keySet());
        assertThat(back.value("/Z").orElseThrow().asText()).isEqualTo("1100.00");
        assertThat(ArtifactJson.mapper().writeValueAsBytes(back)).isEqualTo(json);
    }

    @Test
    void impossibleRecordsAreRefused() {
        assertThatThrownBy(() -> new BoundingBox(2, 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BoundingBox(Double.NaN, 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Word(" ", new BoundingBox(0, 0, 1, 1), Origin.OCR, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Word("a", new BoundingBox(0, 0, 1, 1), Origin.OCR, 1.1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ParsedFile(SHA, List.of(Page.failed(2, 1, 1, "why"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cited(new FieldValue.Flag(true))).isInstanceOf(IllegalArgumentException.class);
    }

    private static ExtractedField cited(FieldValue value, Citation... citations) {
        return new ExtractedField.Cited(value, List.of(citations), 1, "by hand");
    }
}
