package dev.tabellio.jobs.process;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.document.Classification;
import dev.tabellio.document.Document;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.ProcessingFailure.PermanentFailure;
import dev.tabellio.document.ProcessingFailure.Refusal;
import dev.tabellio.document.ProcessingFailure.StopTheRun;
import dev.tabellio.document.SourceFile;
import dev.tabellio.extraction.synthesis.FieldReader;
import dev.tabellio.extraction.synthesis.model.ModelReader;
import dev.tabellio.jobs.store.ArtifactStore;
import dev.tabellio.jobs.store.DerivationKey;
import dev.tabellio.jobs.store.DocumentRow;
import dev.tabellio.jobs.store.DocumentRow.Asked;
import dev.tabellio.jobs.store.DocumentState;
import dev.tabellio.jobs.store.FileRow;
import dev.tabellio.jobs.store.ResultVersions;
import dev.tabellio.jobs.store.Stage;
import dev.tabellio.reconciliation.Caveat;
import dev.tabellio.reconciliation.Reconciliation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * parse, classify, read each document, merge its prints, reconcile. Each result is kept as an artifact under a key of
 * what it depends on, so a second time costs only what has changed. Safe for all threads.
 */
public final class FilePipeline {

    /** Version of what merging prints makes of the documents of a file; to be raised when it changes. */
    static final String MERGED = "merged-1";

    private static final Logger LOG = LoggerFactory.getLogger(FilePipeline.class);

    private final Stages stages;
    private final ArtifactStore artifacts;
    private final CpuGate gate;
    private final StageRetry retry;
    private final Optional<ModelQuestions> models;
    private final FileCaveats fileCaveats = new FileCaveats();
    private final Map<String, ResultVersions> versions = new ConcurrentHashMap<>();

    /** Without language models. */
    public FilePipeline(Stages stages, ArtifactStore artifacts, CpuGate gate, StageRetry retry) {
        this(stages, artifacts, gate, retry, Optional.empty());
    }

    /** @param models asked about documents whose reading is not enough */
    public FilePipeline(
            Stages stages, ArtifactStore artifacts, CpuGate gate, StageRetry retry, Optional<ModelQuestions> models) {
        this.models = models;
        this.stages = stages;
        this.artifacts = artifacts;
        this.gate = gate;
        this.retry = retry;
    }

    /**
     * Carries a file through the stages.
     *
     * @param path where its bytes are
     * @return a result for every file, however bad
     * @throws StopTheRun if nothing can go on
     */
    public FileResult process(FileRow file, Path path) {
        StageWatch watch = new StageWatch();
        try {
            return processed(file, path, watch);
        } catch (StopTheRun e) {
            throw e;
        } catch (Refusal e) {
            return new FileResult.Quarantined(file, String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError | AssertionError e) {
            return new FileResult.Parked(file, Trouble.of(Optional.empty(), watch.label(), e));
        }
    }

    private FileResult processed(FileRow file, Path path, StageWatch watch) {
        DerivationKey parseKey = parseKey(file);
        ParsedFile parsed = stage(
                file,
                Optional.empty(),
                watch,
                Stage.PARSE,
                parseKey,
                ParsedFile.class,
                () -> parse(file.source(), path));

        DerivationKey classifyKey =
                DerivationKey.of(Stage.CLASSIFY, stages.classifier().version(), parseKey.value());
        Classification classification = stage(
                file,
                Optional.empty(),
                watch,
                Stage.CLASSIFY,
                classifyKey,
                Classification.class,
                () -> classify(parsed));

        List<Trouble> troubles = new ArrayList<>();
        List<DocumentRow> parked = new ArrayList<>();
        Map<DerivationKey, ExtractedDocument> read = new LinkedHashMap<>();
        for (Document document : classification.documents()) {
            watch.enter(Stage.SYNTHESIZE);
            try {
                DocumentType type = stages.types().get(document.type());
                FieldReader reader = reader(type);
                DerivationKey key = DerivationKey.of(
                        Stage.SYNTHESIZE, reader.version(), classifyKey.value(), document.id(), type.digest());
                ExtractedDocument extracted = stage(
                        file,
                        Optional.of(document.id()),
                        watch,
                        Stage.SYNTHESIZE,
                        key,
                        ExtractedDocument.class,
                        () -> reader.read(parsed, document, type));
                read.put(key, extracted);
            } catch (StopTheRun e) {
                throw e;
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                Trouble trouble = Trouble.of(Optional.of(document.id()), watch.label(), e);
                troubles.add(trouble);
                parked.add(parked(file, document, classification.documents().indexOf(document), trouble));
            }
        }

        List<DocumentRow> rows = new ArrayList<>(parked);
        List<ExtractedDocument> merged = gate.compute(() -> stages.copies().merge(List.copyOf(read.values())));
        for (ExtractedDocument document : merged) {
            try {
                rows.add(judged(file, path, parsed, classification, document, read, watch));
            } catch (StopTheRun e) {
                throw e;
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                Trouble trouble = Trouble.of(Optional.of(document.document().id()), watch.label(), e);
                troubles.add(trouble);
                rows.add(parked(file, document.document(), place(classification, document), trouble));
            }
        }
        return new FileResult.Processed(
                file,
                parsed.pages().size(),
                PageAccount.remarks(parsed, classification),
                parseKey.value(),
                classifyKey.value(),
                rows,
                troubles);
    }

    /** Whether the stage is done that reads foreign bytes: a file that waited for a model is no suspect after a crash. */
    public boolean isParsed(FileRow file) {
        return artifacts.has(Stage.PARSE, parseKey(file));
    }

    private DerivationKey parseKey(FileRow file) {
        return DerivationKey.of(
                Stage.PARSE, stages.parser().version(), file.source().sha256());
    }

    private ParsedFile parse(SourceFile source, Path path) {
        ParsedFile parsed;
        try {
            parsed = stages.parser().parse(source, path);
        } catch (Refusal | PermanentFailure e) {
            FileBytes.requireUnchanged(source, path);
            throw e;
        }
        FileBytes.requireUnchanged(source, path);
        return parsed;
    }

    private Classification classify(ParsedFile parsed) {
        Classification classification = stages.classifier().classify(parsed);
        if (classification.pages().size() != parsed.pages().size()) {
            throw new IllegalStateException("%d of %d pages are accounted for"
                    .formatted(classification.pages().size(), parsed.pages().size()));
        }
        return classification;
    }

    private FieldReader reader(DocumentType type) {
        return stages.reader(type)
                .orElseThrow(() -> new PermanentFailure(
                        "nothing reads documents of the family '%s'".formatted(type.family()), null));
    }

    private DocumentRow judged(
            FileRow file,
            Path path,
            ParsedFile parsed,
            Classification classification,
            ExtractedDocument once,
            Map<DerivationKey, ExtractedDocument> read,
            StageWatch watch) {
        Document document = once.document();
        DocumentType type = stages.types().get(document.type());
        DerivationKey onceKey = extractedKey(once, read);

        List<Caveat> caveats = fileCaveats.of(document, parsed, classification);
        Reconciliation first = reconciled(file, once, reconciledKey(type, onceKey, caveats), caveats, watch);
        Optional<ExtractedDocument> again = readAgain(file, path, parsed, once, onceKey, first, watch);
        ExtractedDocument merged = again.orElse(once);
        DerivationKey mergedKey = again.isPresent() ? againKey(onceKey) : onceKey;
        Reconciliation alone = again.isPresent()
                ? reconciled(file, merged, reconciledKey(type, mergedKey, caveats), caveats, watch)
                : first;
        ModelQuestions.Outcome outcome = models.map(models -> {
                    watch.enter(Stage.SYNTHESIZE);
                    return models.read(file, parsed, merged, mergedKey, alone);
                })
                .orElse(ModelQuestions.Outcome.notAsked(merged, mergedKey));
        ExtractedDocument extracted = outcome.document();
        DerivationKey extractedKey = outcome.key();
        DerivationKey reconciledKey = reconciledKey(type, extractedKey, caveats);
        Reconciliation judged =
                extractedKey.equals(mergedKey) ? alone : reconciled(file, extracted, reconciledKey, caveats, watch);
        return new DocumentRow(
                file.run(),
                document.id(),
                file.path(),
                place(classification, extracted),
                document.type(),
                document.typeVersion(),
                document.pages(),
                type.identity().of(extracted).map(DerivationKey::digest),
                Optional.of(DerivationKey.digest(new TreeMap<>(type.identity().values(extracted)).toString())),
                Optional.of(judged.disposition()),
                outcome.waits() ? DocumentState.WAITING : DocumentState.RECONCILED,
                outcome.waits() ? outcome.waitsFor() : Optional.empty(),
                Optional.empty(),
                Optional.of(extractedKey.value()),
                Optional.of(reconciledKey.value()),
                Optional.empty(),
                outcome.waitsFor(),
                outcome.asked(),
                Optional.of(versions(type, outcome.models())));
    }

    /** The document with a second reading of its values if it may be posted then. */
    private Optional<ExtractedDocument> readAgain(
            FileRow file,
            Path path,
            ParsedFile parsed,
            ExtractedDocument once,
            DerivationKey onceKey,
            Reconciliation judged,
            StageWatch watch) {
        if (!judged.lacksOnlyProof()) {
            return Optional.empty();
        }
        try {
            return Optional.of(stage(
                    file,
                    Optional.of(once.document().id()),
                    watch,
                    Stage.SYNTHESIZE,
                    againKey(onceKey),
                    ExtractedDocument.class,
                    () -> stages.secondReader().read(once, parsed, file.source().mediaType(), path)));
        } catch (PermanentFailure e) {
            LOG.warn("{}: the document stays as it was read once: {}", file.path(), e.getMessage());
            return Optional.empty();
        }
    }

    private DerivationKey againKey(DerivationKey once) {
        return DerivationKey.of(Stage.SYNTHESIZE, stages.secondReader().version(), once.value());
    }

    private ResultVersions versions(DocumentType type, Optional<String> models) {
        ResultVersions alone = versions.computeIfAbsent(
                type.digest(),
                digest -> new ResultVersions(
                        stages.schemaVersion(type), stages.rulesVersion(type), stages.codeVersion(), "", ""));
        return models.map(asked -> alone.asking(ModelReader.promptVersion(type), asked))
                .orElse(alone);
    }

    private DerivationKey reconciledKey(DocumentType type, DerivationKey extracted, List<Caveat> caveats) {
        return DerivationKey.of(
                Stage.RECONCILE, stages.reconciler().version(type.id()), extracted.value(), caveats.toString());
    }

    private Reconciliation reconciled(
            FileRow file, ExtractedDocument extracted, DerivationKey key, List<Caveat> caveats, StageWatch watch) {
        return stage(
                file,
                Optional.of(extracted.document().id()),
                watch,
                Stage.RECONCILE,
                key,
                Reconciliation.class,
                () -> stages.reconciler().reconcile(extracted, caveats));
    }

    /** The artifact of a document: as it was read if it has one print, else as it was merged from all that were read. */
    private DerivationKey extractedKey(ExtractedDocument extracted, Map<DerivationKey, ExtractedDocument> read) {
        for (Map.Entry<DerivationKey, ExtractedDocument> alone : read.entrySet()) {
            if (alone.getValue().equals(extracted)) {
                return alone.getKey();
            }
        }
        List<String> inputs = new ArrayList<>();
        read.keySet().forEach(key -> inputs.add(key.value()));
        inputs.add(extracted.document().id());
        DerivationKey merged = DerivationKey.of(Stage.SYNTHESIZE, MERGED, inputs);
        artifacts.put(Stage.SYNTHESIZE, merged, extracted);
        return merged;
    }

    private static int place(Classification classification, ExtractedDocument document) {
        List<String> ids = classification.documents().stream().map(Document::id).toList();
        int place = ids.indexOf(document.document().id());
        if (place < 0) {
            throw new IllegalStateException(
                    "document " + document.document().id() + " was not recognised in this file");
        }
        return place;
    }

    private static DocumentRow parked(FileRow file, Document document, int ordinal, Trouble trouble) {
        return new DocumentRow(
                file.run(),
                document.id(),
                file.path(),
                ordinal,
                document.type(),
                document.typeVersion(),
                document.pages(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                DocumentState.PARKED,
                Optional.of(trouble.stage() + ": " + trouble.cause()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Asked.nobody(0),
                Optional.empty());
    }

    private <T> T stage(
            FileRow file,
            Optional<String> document,
            StageWatch watch,
            Stage stage,
            DerivationKey key,
            Class<T> type,
            Supplier<T> compute) {
        watch.enter(stage);
        if (file.recompute().isPresent() && file.recompute().get().wants(stage, document)) {
            T computed = retry.call(() -> computeWithin(compute));
            artifacts.put(stage, key, computed);
            return computed;
        }
        return artifacts.getOrCompute(stage, key, type, () -> retry.call(() -> computeWithin(compute)));
    }

    /** Where several files together need more memory than there is, one by itself may not. */
    private <T> T computeWithin(Supplier<T> compute) {
        try {
            return gate.compute(compute);
        } catch (OutOfMemoryError e) {
            return gate.computeAlone(compute);
        }
    }

    /** Remembers which stage a file is in, for the failure record. */
    private static final class StageWatch {

        private Stage stage = Stage.PARSE;

        void enter(Stage entered) {
            stage = entered;
        }

        String label() {
            return stage.label();
        }
    }
}
