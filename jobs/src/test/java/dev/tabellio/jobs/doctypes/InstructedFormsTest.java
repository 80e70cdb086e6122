package dev.tabellio.jobs.doctypes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.Document;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.extraction.classify.StandardPacketClassifier;
import dev.tabellio.extraction.synthesis.taxform.AnchorFieldReader;
import dev.tabellio.reconciliation.Disposition;
import dev.tabellio.reconciliation.Reconciler;
import dev.tabellio.samples.generate.Sample;
import dev.tabellio.samples.generate.SampleGenerator;
import dev.tabellio.samples.generate.SampleWish;
import dev.tabellio.samples.sets.ExpectedDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A form with the text about it on the same page is one document, read whole. */
class InstructedFormsTest {

    private static final DocumentTypes TYPES = DocumentTypes.shipped();
    private static final StandardPacketClassifier CLASSIFIER = new StandardPacketClassifier(TYPES);
    private static final AnchorFieldReader READER = new AnchorFieldReader();
    private static final Reconciler RECONCILER = new Reconciler(TYPES);

    @TempDir
    private Path folder;

    static List<String> names() throws IOException {
        return SampleWish.names().stream()
                .filter(name -> name.endsWith("-instructed"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theFormIsOneDocumentAndIsPosted(String name) throws IOException {
        for (int seed = 0; seed < 3; seed++) {
            Sample sample = new SampleGenerator().generate("x", SampleWish.named(name, false, List.of()), seed);
            Path path = folder.resolve("document.pdf");
            Files.write(path, sample.files().values().iterator().next());
            ParsedFile file = PrintedPage.parsed(path);
            List<Document> documents = CLASSIFIER.classify(file).documents();

            assertThat(documents)
                    .extracting(Document::type)
                    .as("seed %d", seed)
                    .isEqualTo(sample.truth().documents().stream()
                            .map(ExpectedDocument::type)
                            .toList());
            Document form = documents.get(0);
            assertThat(RECONCILER
                            .reconcile(READER.read(file, form, TYPES.get(form.type())), List.of())
                            .disposition())
                    .as("seed %d", seed)
                    .isEqualTo(Disposition.POST);
        }
    }
}
