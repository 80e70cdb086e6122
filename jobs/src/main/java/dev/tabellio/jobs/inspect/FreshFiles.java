package dev.tabellio.jobs.inspect;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.document.Classification;
import dev.tabellio.document.Document;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.MediaType;
import dev.tabellio.document.PageArea;
import dev.tabellio.document.PageNumbers;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.ProcessingFailure;
import dev.tabellio.extraction.admission.Admission;
import dev.tabellio.extraction.synthesis.FieldReader;
import dev.tabellio.jobs.inspect.Examined.ExaminedDocument;
import dev.tabellio.jobs.process.Stages;
import dev.tabellio.reconciliation.Reconciliation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads files that belong to no run; nothing is stored. */
public final class FreshFiles {

    private final Stages stages;

    public FreshFiles(Stages stages) {
        this.stages = stages;
    }

    /** Takes a file through the stages up to its own rules; one that is refused comes back without pages. */
    public Examined examine(Path path) {
        Admission admission = stages.admission().apply(path);
        if (admission instanceof Admission.Refused refused) {
            return refused(path, admission, refused.says());
        }
        Admission.Admitted admitted = (Admission.Admitted) admission;
        ParsedFile parsed;
        try {
            parsed = stages.parser().parse(admitted.sourceFile(String.valueOf(path.getFileName())), path);
        } catch (ProcessingFailure.Refusal e) {
            return refused(path, admission, String.valueOf(e.getMessage()));
        }
        Classification classification = stages.classifier().classify(parsed);
        List<ExtractedDocument> read = new ArrayList<>();
        for (Document document : classification.documents()) {
            DocumentType type = stages.types().get(document.type());
            Optional<FieldReader> reader = stages.reader(type);
            read.add(
                    reader.isPresent()
                            ? reader.get().read(parsed, document, type)
                            : new ExtractedDocument(document, Map.of()));
        }
        List<ExaminedDocument> documents = stages.copies().merge(read).stream()
                .map(document -> examined(path, admitted.mediaType(), parsed, document))
                .toList();
        return new Examined(
                path,
                Optional.of(admitted.mediaType()),
                Optional.of(parsed),
                view(
                        path,
                        admission,
                        "READ",
                        null,
                        PageViews.of(Optional.of(parsed), Optional.of(classification)),
                        Unseen.of(Optional.of(parsed)),
                        documents.stream().map(ExaminedDocument::view).toList()),
                documents);
    }

    private ExaminedDocument examined(Path path, MediaType mediaType, ParsedFile parsed, ExtractedDocument once) {
        Document document = once.document();
        Reconciliation first = stages.reconciler().reconcile(once, List.of());
        ExtractedDocument extracted = first.lacksOnlyProof() ? again(path, mediaType, parsed, once) : once;
        Reconciliation judged = stages.reconciler().reconcile(extracted, List.of());
        List<String> copies = document.copies().stream()
                .map(print -> PageNumbers.named(
                        print.stream().map(PageArea::page).distinct().sorted().toList()))
                .toList();
        return new ExaminedDocument(
                new DocumentView(
                        document.id(),
                        null,
                        path.toString(),
                        document.pages(),
                        document.type(),
                        document.typeVersion(),
                        judged.disposition().name(),
                        null,
                        null,
                        copies,
                        extracted.fields(),
                        judged.findings(),
                        List.of(),
                        Unseen.of(parsed, document.pages()),
                        null),
                document.areas(),
                document.copies());
    }

    /** As it was read once if its pages cannot be looked at again. */
    private ExtractedDocument again(Path path, MediaType mediaType, ParsedFile parsed, ExtractedDocument once) {
        try {
            return stages.secondReader().read(once, parsed, mediaType, path);
        } catch (ProcessingFailure.PermanentFailure e) {
            return once;
        }
    }

    private static Examined refused(Path path, Admission admission, String says) {
        return new Examined(
                path,
                Optional.empty(),
                Optional.empty(),
                view(path, admission, "REFUSED", says, List.of(), Unseen.nothing(), List.of()),
                List.of());
    }

    private static FileView view(
            Path path,
            Admission admission,
            String state,
            @Nullable String cause,
            List<FileView.PageView> pages,
            Unseen unseen,
            List<DocumentView> documents) {
        return new FileView(
                null,
                path.toString(),
                admission.sha256(),
                admission.bytes(),
                state,
                cause,
                null,
                pages,
                documents.stream()
                        .map(view ->
                                new FileView.DocumentLine(view.id(), view.type(), view.pages(), view.state(), null))
                        .toList(),
                List.of(),
                unseen);
    }
}
