package dev.tabellio.jobs.eval;

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
import dev.tabellio.document.PageUse;
import dev.tabellio.document.ProcessingFailure;
import dev.tabellio.jobs.eval.CaseReader.FileReading;
import dev.tabellio.jobs.eval.CaseReader.ReadDocument;
import dev.tabellio.reconciliation.Disposition;
import dev.tabellio.samples.sets.ExpectedDocument;
import dev.tabellio.samples.sets.LabelledCase;
import dev.tabellio.samples.sets.LabelledFile;
import dev.tabellio.samples.sets.LabelledSet;
import dev.tabellio.samples.sets.Place;
import dev.tabellio.samples.sets.Print;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluationTest {

    private static final BoundingBox SHEET = new BoundingBox(0, 0, 612, 792);
    private static final BoundingBox HERE = new BoundingBox(100, 100, 150, 110);
    private static final BoundingBox ELSEWHERE = new BoundingBox(300, 300, 350, 310);
    private static final String WAGES = "/WagesTipsAndOtherCompensation";
    private static final String NAME = "/Employer/Name";
    private static final String STATE = "/StateTaxInfos/0/State";
    private static final String SECOND_STATE = "/StateTaxInfos/1/State";

    @Test
    void countsWhatIsRightWrongMissingAndSpurious() throws Exception {
        Map<String, ExtractedField> fields = new LinkedHashMap<>();
        fields.put(WAGES, cited("28921.00", HERE));
        fields.put(NAME, cited("Another Name", HERE));
        fields.put(STATE, cited("VT", ELSEWHERE));
        fields.put("/NotLabelled", cited("ignored", HERE));
        JsonNode result = evaluate(file ->
                new FileReading(List.of(read(fields)), List.of(new PageUse(1, PageUse.Kind.DOCUMENT, "us-w2"))));

        JsonNode group = result.at("/groups/flat~1us-w2");
        assertThat(group.path("found").asInt()).isEqualTo(1);
        assertThat(group.path("postedWrong").asInt()).isEqualTo(1);
        assertThat(group.path("falselyPosted").asInt()).isEqualTo(1);
        assertThat(group.path("falsePostRate").asDouble()).isEqualTo(1);
        assertThat(group.path("split").asInt()).isEqualTo(1);
        assertThat(group.at("/confidence/values").asInt()).isEqualTo(3);
        assertThat(group.at("/confidence/wrong").asInt()).isEqualTo(1);
        assertThat(result.at("/pages/accounted").asInt()).isEqualTo(1);
        assertThat(result.at("/pages/labelled").asInt()).isEqualTo(1);
        assertThat(result.at("/pages/right").asInt()).isEqualTo(1);
        JsonNode all = group.path("all");
        assertThat(all.path("labels").asInt()).isEqualTo(4);
        assertThat(all.path("read").asInt()).isEqualTo(3);
        assertThat(all.path("right").asInt()).isEqualTo(2);
        assertThat(all.path("precision").asDouble()).isEqualTo(0.6667);
        assertThat(all.path("recall").asDouble()).isEqualTo(0.5);
        assertThat(all.path("placed").asInt()).isEqualTo(2);
        assertThat(all.path("overlapping").asInt()).isEqualTo(1);
        assertThat(group.at("/fields/~1StateTaxInfos~1*~1State/right").asInt())
                .as("rows are compared as a bag")
                .isEqualTo(1);
    }

    @Test
    void aDocumentThatIsNotFoundMissesAllOfItsFields() throws Exception {
        JsonNode group = evaluate(file -> new FileReading(List.of(), List.of())).at("/groups/flat~1us-w2");
        assertThat(group.path("instances").asInt()).isEqualTo(1);
        assertThat(group.path("found").asInt()).isZero();
        assertThat(group.at("/all/labels").asInt()).isEqualTo(4);
        assertThat(group.at("/all/recall").asDouble()).isZero();
    }

    @Test
    void aFileThatIsRefusedIsListed() throws Exception {
        JsonNode result = evaluate(file -> {
            throw new ProcessingFailure.Refusal("needs a password", null);
        });
        assertThat(result.path("unreadable").get(0).asString()).isEqualTo("a.pdf: needs a password");
    }

    private static JsonNode evaluate(CaseReader reader) throws InterruptedException {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(WAGES, "28921.00");
        values.put(NAME, "Lowe's Home");
        values.put(STATE, "UT");
        values.put(SECOND_STATE, "VT");
        Print print = new Print(
                "a.pdf",
                List.of(new PageArea(1, SHEET)),
                Map.of(WAGES, new Place(1, HERE, "28,921"), SECOND_STATE, new Place(1, HERE, "VT")));
        LabelledSet set = new LabelledSet(
                "test",
                Path.of("inbox"),
                List.of(new LabelledCase(
                        "one",
                        "flat",
                        List.of(new LabelledFile("a.pdf", null)),
                        List.of(new ExpectedDocument("us-w2", values, List.of(print), List.of())),
                        List.of())),
                Map.of("us-w2", List.of(WAGES, NAME, "/StateTaxInfos/*/State")));
        EvaluationResult result = new Evaluation(DocumentTypes.shipped(), reader, 2).run(set, done -> {});
        return new JsonMapper().valueToTree(new EvaluationTable(result).tree());
    }

    private static ReadDocument read(Map<String, ExtractedField> fields) {
        Document document = new Document(
                "0123456789abcdef", "a".repeat(64), "us-w2", "1", List.of(new PageArea(1, SHEET)), List.of());
        return new ReadDocument(new ExtractedDocument(document, fields), Disposition.POST);
    }

    private static ExtractedField cited(String text, BoundingBox box) {
        return new ExtractedField.Cited(
                new FieldValue.Text(text),
                List.of(new Citation(1, box, text, Origin.TEXT_LAYER, Citation.Status.VERIFIED)),
                1,
                "by hand");
    }
}
