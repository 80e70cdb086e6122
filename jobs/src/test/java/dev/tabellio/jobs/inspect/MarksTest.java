package dev.tabellio.jobs.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Citation;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.FieldValue;
import dev.tabellio.document.Origin;
import dev.tabellio.document.PageArea;
import dev.tabellio.jobs.inspect.Examined.ExaminedDocument;
import dev.tabellio.jobs.overlay.Mark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarksTest {

    @Test
    void thePagesDocumentAndFieldsAreMarkedFromTopToBottom() {
        Map<String, ExtractedField> fields = new LinkedHashMap<>();
        fields.put("/Low", cited(citation(2, 0, 90, 10, 100)));
        fields.put("/Split", cited(citation(2, 0, 10, 10, 20), citation(2, 20, 12, 30, 22), citation(3, 0, 0, 5, 5)));
        fields.put("/Elsewhere", cited(citation(1, 0, 0, 10, 10)));
        fields.put("/Doubtful", new ExtractedField.Uncited("l5", "no amount", List.of(citation(2, 0, 50, 10, 60))));
        fields.put("/Absent", new ExtractedField.Absent());

        List<Mark> marks = Marks.on(2, List.of(document(fields)));

        assertThat(marks)
                .extracting(Mark::name)
                .containsExactly("us-w2 0011223344556677", "us-w2 0011223344556677", "/Split", "/Doubtful", "/Low");
        assertThat(marks.get(2).box()).isEqualTo(new BoundingBox(0, 10, 30, 22));
        assertThat(marks.get(3).kind()).isEqualTo(Mark.Kind.UNCITED);
        assertThat(marks.get(3).says()).contains("no amount");
    }

    @Test
    void aPageWithoutTheDocumentHasNoMarks() {
        assertThat(Marks.on(9, List.of(document(Map.of())))).isEmpty();
    }

    private static ExaminedDocument document(Map<String, ExtractedField> fields) {
        DocumentView view = new DocumentView(
                "0011223344556677",
                "r1",
                "a.pdf",
                List.of(2),
                "us-w2",
                "1",
                "POSTED",
                null,
                null,
                List.of(),
                fields,
                List.of(),
                List.of(),
                new Unseen(List.of(), List.of()),
                null);
        return new ExaminedDocument(
                view,
                List.of(new PageArea(2, new BoundingBox(0, 0, 612, 396))),
                List.of(
                        List.of(new PageArea(2, new BoundingBox(0, 396, 612, 792))),
                        List.of(new PageArea(3, new BoundingBox(0, 0, 9, 9)))));
    }

    private static ExtractedField cited(Citation... citations) {
        return new ExtractedField.Cited(new FieldValue.Text("x"), List.of(citations), 0.9, "test");
    }

    private static Citation citation(int page, double left, double top, double right, double bottom) {
        return new Citation(page, new BoundingBox(left, top, right, bottom), "x", Origin.OCR, Citation.Status.VERIFIED);
    }
}
