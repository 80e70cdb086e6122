package dev.tabellio.jobs.release;

import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.jobs.process.FilePipeline;
import dev.tabellio.jobs.process.FileResult;
import dev.tabellio.jobs.store.ArtifactStore;
import dev.tabellio.jobs.store.DerivationKey;
import dev.tabellio.jobs.store.DocumentRow;
import dev.tabellio.jobs.store.FileRow;
import dev.tabellio.jobs.store.ShadowStore;
import dev.tabellio.jobs.store.ShadowStore.ShadowDocument;
import dev.tabellio.jobs.store.ShadowStore.ShadowField;
import dev.tabellio.jobs.store.Stage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reads a share of a run's files with a second release and keeps how its documents differ. Nothing that it reads becomes a
 * document of the run. What it asks models is paid from the same budgets. Safe for all threads.
 */
public final class ShadowReader {

    private static final int HASH_DIGITS = 8;
    private static final BigDecimal HASHES = new BigDecimal(1L << (4 * HASH_DIGITS));

    private final FilePipeline pipeline;
    private final ArtifactStore artifacts;
    private final ShadowStore store;
    private final BigDecimal share;

    /** @param pipeline of the second release. @param share over 0 and up to 1 */
    public ShadowReader(FilePipeline pipeline, ArtifactStore artifacts, ShadowStore store, BigDecimal share) {
        this.pipeline = pipeline;
        this.artifacts = artifacts;
        this.store = store;
        this.share = share;
    }

    /** Whether a file belongs to the share: the same bytes always do, or never. */
    public boolean concerns(FileRow file) {
        String hash = DerivationKey.digest("shadow " + file.sha256().orElse(file.path()));
        BigDecimal place = new BigDecimal(Long.parseLong(hash.substring(0, HASH_DIGITS), 16));
        return place.compareTo(share.multiply(HASHES)) < 0;
    }

    /** Reads a file and keeps the comparison. @param first what the run's own release made of it */
    public void read(FileRow file, Path path, FileResult first) {
        FileResult second = pipeline.process(file.recomputing(Optional.empty()), path);
        store.replace(file.run(), file.path(), compared(file, first, second));
    }

    private List<ShadowDocument> compared(FileRow file, FileResult first, FileResult second) {
        Map<String, DocumentRow> before = documents(first);
        Map<String, DocumentRow> after = documents(second);
        List<ShadowDocument> compared = new ArrayList<>();
        TreeSet<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        for (String id : ids) {
            Optional<DocumentRow> one = Optional.ofNullable(before.get(id));
            Optional<DocumentRow> other = Optional.ofNullable(after.get(id));
            Map<String, String> facts = one.map(this::facts).orElse(Map.of());
            Map<String, String> others = other.map(this::facts).orElse(Map.of());
            TreeSet<String> pointers = new TreeSet<>(facts.keySet());
            pointers.addAll(others.keySet());
            List<ShadowField> differing = new ArrayList<>();
            for (String pointer : pointers) {
                Optional<String> fact = Optional.ofNullable(facts.get(pointer)).filter(text -> !text.isEmpty());
                Optional<String> shadow =
                        Optional.ofNullable(others.get(pointer)).filter(text -> !text.isEmpty());
                if (!fact.equals(shadow)) {
                    differing.add(new ShadowField(pointer, fact, shadow));
                }
            }
            compared.add(new ShadowDocument(
                    file.run(),
                    file.path(),
                    id,
                    other.or(() -> one).map(DocumentRow::type).orElse(""),
                    pointers.size() - differing.size(),
                    one.flatMap(DocumentRow::disposition),
                    other.flatMap(DocumentRow::disposition),
                    other.isPresent()
                            ? other.flatMap(DocumentRow::waitsFor).or(() -> other.flatMap(DocumentRow::cause))
                            : Optional.of(missing(second)),
                    differing));
        }
        return compared;
    }

    private static Map<String, DocumentRow> documents(FileResult result) {
        Map<String, DocumentRow> documents = new LinkedHashMap<>();
        if (result instanceof FileResult.Processed processed) {
            processed.documents().forEach(document -> documents.put(document.id(), document));
        }
        return documents;
    }

    private static String missing(FileResult result) {
        if (result instanceof FileResult.Parked parked) {
            return "%s: %s".formatted(parked.trouble().stage(), parked.trouble().cause());
        }
        return result instanceof FileResult.Quarantined quarantined ? quarantined.cause() : "there is no such document";
    }

    /** The facts of a document by pointer; an empty text for what is known but no fact. */
    private Map<String, String> facts(DocumentRow row) {
        Map<String, String> facts = new LinkedHashMap<>();
        row.extractedKey()
                .map(key -> artifacts.get(Stage.SYNTHESIZE, key, ExtractedDocument.class))
                .ifPresent(document -> document.fields()
                        .forEach((pointer, field) -> facts.put(
                                pointer,
                                field instanceof ExtractedField.Cited cited
                                        ? cited.value().asText()
                                        : "")));
        return facts;
    }
}
