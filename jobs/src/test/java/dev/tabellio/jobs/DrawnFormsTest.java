package dev.tabellio.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Citation;
import dev.tabellio.document.Document;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.FieldValue;
import dev.tabellio.document.Origin;
import dev.tabellio.document.PageArea;
import dev.tabellio.reconciliation.Finding;
import dev.tabellio.reconciliation.Reconciler;
import dev.tabellio.samples.content.BoxedContents;
import dev.tabellio.samples.content.BoxedForm;
import dev.tabellio.samples.content.Dice;
import dev.tabellio.samples.content.FormContent;
import dev.tabellio.samples.generate.SampleGenerator;
import dev.tabellio.samples.generate.SampleWish;
import dev.tabellio.samples.sets.ExpectedDocument;
import dev.tabellio.samples.sets.LabelledSet;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What the samples draw without a flaw breaks no rule of its type; else a sample in review says nothing of the reader. */
class DrawnFormsTest {

    private static final List<String> BOXED = BoxedForm.TYPES;

    /** They send every document to a person, whatever it says. */
    private static final Set<String> ALWAYS = Set.of("document.review", "us-w2c.goes-to-a-person");

    /** Ending of the rules that agreements break as long as somebody has still to sign, as most that are drawn. */
    private static final String UNSIGNED = ".signed";

    private static final BoundingBox BOX = new BoundingBox(0, 0, 1, 1);
    private static final DocumentTypes TYPES = DocumentTypes.shipped();
    private static final Reconciler RECONCILER = new Reconciler(TYPES);

    static List<String> names() throws IOException {
        return SampleWish.names().stream()
                .filter(name -> !name.startsWith("nda"))
                .toList();
    }

    @ParameterizedTest
    @FieldSource("BOXED")
    void formsOfBoxesObeyTheRulesOfTheirType(String type) throws IOException {
        BoxedForm form = BoxedForm.of(type);
        for (int seed = 0; seed < 200; seed++) {
            FormContent content = BoxedContents.of(new Dice(seed), form, 2022 + seed % 4);
            assertThat(broken(type, content.values())).as("seed %d", seed).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void drawnDocumentsObeyTheRulesOfTheirType(String name) throws IOException {
        for (int seed = 0; seed < 4; seed++) {
            for (ExpectedDocument document : new SampleGenerator()
                    .generate("x", SampleWish.named(name, false, List.of()), seed)
                    .truth()
                    .documents()) {
                assertThat(broken(document.type(), document.values()))
                        .as("seed %d", seed)
                        .isEmpty();
            }
        }
    }

    private static List<String> broken(String id, Map<String, String> values) {
        DocumentType type = TYPES.get(id);
        Map<String, ExtractedField> fields = new LinkedHashMap<>();
        values.forEach((pointer, text) -> fields.put(
                pointer,
                new ExtractedField.Cited(
                        value(kind(type, pointer), text),
                        List.of(new Citation(1, BOX, text, Origin.TEXT_LAYER, Citation.Status.VERIFIED)),
                        1,
                        "drawn")));
        Document document =
                new Document("drawn", "drawn.pdf", id, type.version(), List.of(new PageArea(1, BOX)), List.of());
        return RECONCILER.reconcile(new ExtractedDocument(document, fields), List.of()).findings().stream()
                .filter(finding -> (finding.outcome() == Finding.Outcome.VIOLATED
                                || finding.outcome() == Finding.Outcome.UNDECIDED)
                        && !ALWAYS.contains(finding.rule())
                        && !finding.rule().endsWith(UNSIGNED))
                .map(finding -> finding.rule() + ": " + finding.says())
                .toList();
    }

    private static String kind(DocumentType type, String pointer) {
        JsonNode node = type.schema();
        for (String step : LabelledSet.pattern(pointer).substring(1).split("/", -1)) {
            node = step.equals("*")
                    ? node.path("items")
                    : node.path("properties").path(step);
        }
        return node.path("x-tabellio-kind").asString();
    }

    private static FieldValue value(String kind, String text) {
        return switch (kind) {
            case "amount" -> new FieldValue.Amount(new BigDecimal(text), "USD");
            case "date" -> new FieldValue.Date(LocalDate.parse(text));
            case "flag" -> new FieldValue.Flag(Boolean.parseBoolean(text));
            case "identifier" -> new FieldValue.Identifier(text);
            default -> new FieldValue.Text(text);
        };
    }
}
