package dev.tabellio.jobs.doctypes;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.Classification;
import dev.tabellio.document.Document;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.PageArea;
import dev.tabellio.document.PageUse;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.extraction.classify.RecognitionTrace;
import dev.tabellio.extraction.classify.StandardPacketClassifier;
import dev.tabellio.extraction.classify.UprightPacketClassifier;
import dev.tabellio.extraction.synthesis.FieldReader;
import dev.tabellio.extraction.synthesis.taxform.AnchorFieldReader;
import dev.tabellio.extraction.synthesis.taxform.FormTrace;
import dev.tabellio.reconciliation.Finding;
import dev.tabellio.reconciliation.Reconciler;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a type does with a file: why each page is recognised or not, and what is read.
 *
 * @param recognition of each page by this type alone
 * @param pages what each page is taken for when all types are asked
 * @param recognised whether a document of the type was found; if not, all pages were read as one, to show what its labels
 *     do
 */
public record DoctypeTrial(
        List<RecognitionTrace> recognition, List<PageUse> pages, boolean recognised, List<Tried> documents) {

    public DoctypeTrial {
        recognition = List.copyOf(recognition);
        pages = List.copyOf(pages);
        documents = List.copyOf(documents);
    }

    /**
     * A document that was read.
     *
     * @param trace of its labels; empty for a contract
     */
    public record Tried(
            List<Integer> pages,
            Map<String, ExtractedField> fields,
            Optional<FormTrace> trace,
            List<Finding> findings) {
        public Tried {
            pages = List.copyOf(pages);
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
            findings = List.copyOf(findings);
        }
    }

    /**
     * Tries a type.
     *
     * @param others the types that may claim the same pages; one with the same id is replaced
     * @throws IllegalArgumentException naming type, file and cause if the type is wrong
     */
    public static DoctypeTrial of(DocumentType type, DocumentTypes others, List<FieldReader> readers, ParsedFile file) {
        DocumentTypes types = others.with(type);
        Classification classification = new UprightPacketClassifier(new StandardPacketClassifier(types)).classify(file);
        List<Document> found = classification.documents().stream()
                .filter(document -> document.type().equals(type.id()))
                .toList();
        FieldReader reader = readers.stream()
                .filter(one -> one.reads(type))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("document type %s: doctype.yaml: no reader reads the family '%s'"
                                .formatted(type.id(), type.family())));
        Reconciler reconciler = new Reconciler(types);
        List<Document> documents = found.isEmpty() ? List.of(whole(type, file)) : found;
        return new DoctypeTrial(
                RecognitionTrace.of(type, file),
                classification.pages(),
                !found.isEmpty(),
                documents.stream()
                        .map(document -> tried(document, type, reader, reconciler, file))
                        .toList());
    }

    private static Tried tried(
            Document document, DocumentType type, FieldReader reader, Reconciler reconciler, ParsedFile file) {
        var extracted = reader.read(file, document, type);
        AnchorFieldReader forms = new AnchorFieldReader();
        Optional<FormTrace> trace = forms.reads(type)
                ? Optional.of(forms.trace(file.upright(), upright(document, file), type))
                : Optional.empty();
        return new Tried(
                document.pages(),
                extracted.fields(),
                trace,
                reconciler.reconcile(extracted, List.of()).findings());
    }

    private static Document upright(Document document, ParsedFile file) {
        return new Document(
                document.id(),
                document.sha256(),
                document.type(),
                document.typeVersion(),
                document.areas().stream()
                        .map(area -> {
                            var page = file.page(area.page());
                            return new PageArea(
                                    area.page(), page.frame().toUpright(area.area(), page.width(), page.height()));
                        })
                        .toList(),
                List.of());
    }

    private static Document whole(DocumentType type, ParsedFile file) {
        return new Document(
                "0".repeat(16),
                file.sha256(),
                type.id(),
                type.version(),
                file.pages().stream()
                        .map(page -> new PageArea(page.number(), page.bounds()))
                        .toList(),
                List.of());
    }
}
