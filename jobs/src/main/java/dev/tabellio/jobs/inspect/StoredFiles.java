package dev.tabellio.jobs.inspect;

import dev.tabellio.document.Classification;
import dev.tabellio.document.Document;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.PageArea;
import dev.tabellio.document.PageNumbers;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.jobs.inspect.DocumentView.Event;
import dev.tabellio.jobs.inspect.Examined.ExaminedDocument;
import dev.tabellio.jobs.register.Inbox;
import dev.tabellio.jobs.store.AttemptStore.Attempt;
import dev.tabellio.jobs.store.DocumentRow;
import dev.tabellio.jobs.store.Failure;
import dev.tabellio.jobs.store.FileRow;
import dev.tabellio.jobs.store.RunRow;
import dev.tabellio.jobs.store.Stage;
import dev.tabellio.jobs.store.Stores;
import dev.tabellio.jobs.tieout.Tied;
import dev.tabellio.reconciliation.Finding;
import dev.tabellio.reconciliation.Reconciliation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds files and documents of all runs and gathers what is stored about them. */
public final class StoredFiles {

    private final Stores stores;

    public StoredFiles(Stores stores) {
        this.stores = stores;
    }

    /**
     * The documents whose id is, or starts with, the given one; the newest run first.
     *
     * @param run empty for all runs
     */
    public List<DocumentRow> documents(String idOrStart, Optional<String> run) {
        return stores.documents().withId(idOrStart).stream()
                .filter(row -> run.isEmpty() || run.get().equals(row.run()))
                .toList();
    }

    /**
     * The file of the newest run that has it.
     *
     * @param name path relative to the inbox of a run, or any path to the file itself
     * @param run empty for all runs
     */
    public Optional<FileRow> file(String name, Optional<String> run) {
        return stores.runs().all().stream()
                .filter(row -> run.isEmpty() || run.get().equals(row.id()))
                .flatMap(row -> namesIn(row, name).flatMap(path -> stores.files().find(row.id(), path).stream()))
                .findFirst();
    }

    private static Stream<String> namesIn(RunRow run, String name) {
        Path root = Inbox.parse(run.inbox()).root();
        Path absolute = Path.of(name).toAbsolutePath().normalize();
        return absolute.startsWith(root)
                ? Stream.of(name, root.relativize(absolute).toString().replace('\\', '/'))
                : Stream.of(name);
    }

    /** Everything that is stored about a file. */
    public Examined examine(FileRow row) {
        Optional<ParsedFile> parsed =
                row.parseKey().map(key -> stores.artifacts().get(Stage.PARSE, key, ParsedFile.class));
        Optional<Classification> classification =
                row.classifyKey().map(key -> stores.artifacts().get(Stage.CLASSIFY, key, Classification.class));
        List<DocumentRow> documents = stores.documents().of(row.run(), row.path());
        List<Event> history = history(row);
        RunRow run = stores.runs().get(row.run());
        return new Examined(
                Inbox.parse(run.inbox()).resolve(row.path()),
                row.mediaType(),
                parsed,
                new FileView(
                        row.run(),
                        row.path(),
                        row.sha256().orElse(null),
                        row.bytes(),
                        row.state().name(),
                        row.cause().or(row::pageRemarks).orElse(null),
                        row.original()
                                .map(original -> original.path() + " of run " + original.run())
                                .orElse(null),
                        PageViews.of(parsed, classification),
                        documents.stream()
                                .map(document -> new FileView.DocumentLine(
                                        document.id(),
                                        document.type(),
                                        document.pages(),
                                        document.state().name(),
                                        document.cause().orElse(null)))
                                .toList(),
                        history,
                        Unseen.of(parsed)),
                documents.stream()
                        .map(document -> examine(document, parsed, classification, history))
                        .toList());
    }

    private ExaminedDocument examine(
            DocumentRow row,
            Optional<ParsedFile> parsed,
            Optional<Classification> classification,
            List<Event> history) {
        Optional<ExtractedDocument> extracted =
                row.extractedKey().map(key -> stores.artifacts().get(Stage.SYNTHESIZE, key, ExtractedDocument.class));
        Optional<Document> document = extracted
                .map(ExtractedDocument::document)
                .or(() -> classification.stream()
                        .flatMap(split -> split.documents().stream())
                        .filter(split -> split.id().equals(row.id()))
                        .findFirst());
        Optional<Tied> tied = row.tiedKey().map(key -> stores.artifacts().get(Stage.TIE_OUT, key, Tied.class));
        List<Finding> findings = new ArrayList<>(row.reconciledKey()
                .map(key -> stores.artifacts()
                        .get(Stage.RECONCILE, key, Reconciliation.class)
                        .findings())
                .orElse(List.of()));
        tied.ifPresent(added -> findings.addAll(added.findings()));
        List<List<PageArea>> prints = document.map(Document::copies).orElse(List.of());
        List<String> copies = new ArrayList<>();
        prints.forEach(print -> copies.add(PageNumbers.named(
                print.stream().map(PageArea::page).distinct().sorted().toList())));
        tied.ifPresent(added -> added.copies()
                .forEach(copy -> copies.add("%s, %s (document %s)"
                        .formatted(copy.file(), PageNumbers.named(copy.pages()), copy.document()))));
        Map<String, ExtractedField> fields =
                extracted.map(ExtractedDocument::fields).orElse(Map.of());
        DocumentView view = new DocumentView(
                row.id(),
                row.run(),
                row.path(),
                row.pages(),
                row.type(),
                row.typeVersion(),
                row.state().name(),
                row.cause().orElse(null),
                row.copyOf()
                        .map(original -> "document %s of run %s".formatted(original.document(), original.run()))
                        .orElse(null),
                copies,
                fields,
                findings,
                history,
                unseen(parsed, row.pages()),
                row.versions().orElse(null));
        return new ExaminedDocument(view, document.map(Document::areas).orElse(List.of()), prints);
    }

    private static Unseen unseen(Optional<ParsedFile> parsed, List<Integer> pages) {
        return parsed.map(file -> Unseen.of(file, pages)).orElse(Unseen.nothing());
    }

    private List<Event> history(FileRow row) {
        List<Event> events = new ArrayList<>();
        for (Attempt attempt : stores.attempts().of(row.run(), row.path())) {
            events.add(new Event(attempt.started().toString(), says(attempt)));
        }
        for (Failure failure : stores.failures().of(row.run())) {
            if (failure.path().equals(row.path())) {
                events.add(new Event(
                        failure.occurred().toString(),
                        "%s failed%s: %s (kind %s, tried %s)"
                                .formatted(
                                        failure.stage(),
                                        failure.document()
                                                .map(id -> " for document " + id)
                                                .orElse(""),
                                        failure.cause(),
                                        failure.fingerprint(),
                                        failure.attempts() == 1 ? "once" : failure.attempts() + " times")));
            }
        }
        return events.stream().sorted((a, b) -> a.at().compareTo(b.at())).toList();
    }

    private static String says(Attempt attempt) {
        if (attempt.outcome().isEmpty() || attempt.ended().isEmpty()) {
            return "processing began";
        }
        double seconds =
                Duration.between(attempt.started(), attempt.ended().get()).toMillis() / 1000.0;
        return switch (attempt.outcome().get()) {
            case FINISHED -> String.format(Locale.ROOT, "processed in %.1f s", seconds);
            case INTERRUPTED -> "processing was interrupted";
            case CRASHED -> "the process died while it worked on it";
        };
    }
}
