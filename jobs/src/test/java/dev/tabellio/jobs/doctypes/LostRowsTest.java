package dev.tabellio.jobs.doctypes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.Document;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.FieldValue;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.extraction.classify.StandardPacketClassifier;
import dev.tabellio.extraction.synthesis.taxform.AnchorFieldReader;
import dev.tabellio.reconciliation.Disposition;
import dev.tabellio.reconciliation.Finding;
import dev.tabellio.reconciliation.Reconciler;
import dev.tabellio.reconciliation.Reconciliation;
import dev.tabellio.samples.generate.Sample;
import dev.tabellio.samples.generate.SampleGenerator;
import dev.tabellio.samples.generate.SampleWish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list that lost a row does not look complete: what stood in the row is left over, and the document goes to review. */
class LostRowsTest {

    private static final DocumentTypes TYPES = DocumentTypes.shipped();
    private static final Reconciler RECONCILER = new Reconciler(TYPES);
    private static final AnchorFieldReader READER = new AnchorFieldReader();

    /** The row that a pointer is in, the innermost one. */
    private static final Pattern ROW = Pattern.compile("(/.+/\\d+)/[^/]+");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "w2-irs",
                "w2-vendor",
                "w2-fillable",
                "nec-irs",
                "us-1095-a",
                "us-1099-b",
                "us-1099-b-statement",
                "us-1099-div",
                "us-1099-int",
                "us-1099-misc-statement",
                "us-1099-r"
            })
    void theDocumentGoesToReviewWithWhatWasInTheRow(String name) throws IOException {
        int rows = 0;
        for (int seed = 0; seed < 3; seed++) {
            Sample sample = new SampleGenerator().generate("x", SampleWish.named(name, false, List.of()), seed);
            Path path = folder.resolve("document.pdf");
            Files.write(path, sample.files().values().iterator().next());
            ParsedFile file = PrintedPage.parsed(path);
            for (Document document :
                    new StandardPacketClassifier(TYPES).classify(file).documents()) {
                rows += loseEachRow(file, document);
            }
        }
        assertThat(rows).isPositive();
    }

    private static int loseEachRow(ParsedFile file, Document document) {
        DocumentType type = TYPES.get(document.type());
        ExtractedDocument whole = READER.read(file, document, type);
        assertThat(whole.leftovers()).isEmpty();
        Set<String> rows = new TreeSet<>();
        whole.fields().forEach((pointer, field) -> {
            Matcher row = ROW.matcher(pointer);
            if (row.matches()
                    && field instanceof ExtractedField.Cited cited
                    && cited.value() instanceof FieldValue.Amount) {
                rows.add(row.group(1));
            }
        });
        for (String row : rows) {
            Map<String, ExtractedField> fields = new LinkedHashMap<>(whole.fields());
            fields.keySet().removeIf(pointer -> pointer.startsWith(row + "/"));
            ExtractedDocument lost =
                    new ExtractedDocument(document, fields, READER.leftovers(file, document, type, fields.values()));
            Reconciliation judged = RECONCILER.reconcile(lost, List.of());

            assertThat(lost.leftovers()).as(row).isNotEmpty();
            assertThat(judged.disposition()).as(row).isEqualTo(Disposition.REVIEW);
            assertThat(judged.findings())
                    .filteredOn(finding -> finding.outcome() == Finding.Outcome.VIOLATED)
                    .extracting(Finding::rule)
                    .as(row)
                    .contains("document.leftover");
        }
        return rows.size();
    }
}
