package dev.tabellio.jobs.process;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.Page;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.extraction.llm.ModelAccess;
import dev.tabellio.extraction.llm.ModelAccess.Purpose;
import dev.tabellio.extraction.llm.ModelCapabilities;
import dev.tabellio.extraction.llm.ModelRequest;
import dev.tabellio.extraction.llm.ModelUnavailable;
import dev.tabellio.extraction.llm.ModelUnavailable.Reason;
import dev.tabellio.extraction.llm.Tier;
import dev.tabellio.extraction.llm.privacy.Privacy;
import dev.tabellio.extraction.synthesis.model.ModelReader;
import dev.tabellio.extraction.synthesis.model.ModelReading;
import dev.tabellio.extraction.synthesis.model.NeededFields;
import dev.tabellio.extraction.synthesis.model.PlannedCall;
import dev.tabellio.extraction.synthesis.model.ReadingTask;
import dev.tabellio.jobs.config.LlmConfig;
import dev.tabellio.jobs.config.LlmConfig.Policy;
import dev.tabellio.jobs.llm.PseudonymousAccess;
import dev.tabellio.jobs.store.ArtifactStore;
import dev.tabellio.jobs.store.DerivationKey;
import dev.tabellio.jobs.store.DocumentRow.Asked;
import dev.tabellio.jobs.store.FileRow;
import dev.tabellio.jobs.store.Stage;
import dev.tabellio.reconciliation.Disposition;
import dev.tabellio.reconciliation.Finding;
import dev.tabellio.reconciliation.Reconciler;
import dev.tabellio.reconciliation.Reconciliation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Asks language models about a document whose deterministic reading is not enough. Waits for their answers without
 * holding a core. Safe for all threads.
 *
 * <p>The reading is kept under a key of the deterministic one, prompt, schema, rules, models and code, and every answer is
 * in the ledger before that; so a restart pays for nothing again.
 */
public final class ModelStage implements ModelQuestions {

    private final LlmConfig config;
    private final DocumentTypes types;
    private final ModelReader reader;
    private final ModelAccess access;
    private final Reconciler reconciler;
    private final ArtifactStore artifacts;
    private final CpuGate gate;
    private final String tenant;
    private final Consumer<FileRow> waiting;
    private final NeededFields needed = new NeededFields(Reconciler.LEAST_AMOUNT_CONFIDENCE);

    /**
     * @param tenant of the run
     * @param waiting told of a file before models are asked about one of its documents: all of them are read by then, and
     *     what is left to do is waiting
     */
    public ModelStage(
            LlmConfig config,
            Stages stages,
            ModelReader reader,
            ModelAccess access,
            ArtifactStore artifacts,
            CpuGate gate,
            String tenant,
            Consumer<FileRow> waiting) {
        this.config = config;
        this.types = stages.types();
        this.reader = reader;
        this.access = access;
        this.reconciler = stages.reconciler();
        this.artifacts = artifacts;
        this.gate = gate;
        this.tenant = tenant;
        this.waiting = waiting;
    }

    @Override
    public Outcome read(
            FileRow file, ParsedFile parsed, ExtractedDocument read, DerivationKey key, Reconciliation judged) {
        DocumentType type = types.get(read.document().type());
        Set<String> wanted = wanted(type, read, judged);
        if (wanted.isEmpty()) {
            return Outcome.notAsked(read, key);
        }
        DerivationKey fused = key(type, key, wanted);
        try {
            ModelReading reading = reading(file, parsed, read, type, wanted, fused);
            return new Outcome(
                    reading.document(),
                    fused,
                    Optional.empty(),
                    false,
                    asked(reading),
                    Optional.of(String.join(", ", models())));
        } catch (ModelUnavailable e) {
            Outcome without = Outcome.notAsked(read, key);
            return e.reason() == Reason.FORBIDDEN
                    ? without
                    : new Outcome(
                            read,
                            key,
                            Optional.of(String.valueOf(e.getMessage())),
                            e.reason() == Reason.BUDGET,
                            without.asked(),
                            Optional.empty());
        }
    }

    /** The calls that would be made first. */
    List<PlannedCall> planned(ParsedFile parsed, ExtractedDocument read, Reconciliation judged) {
        DocumentType type = types.get(read.document().type());
        Set<String> wanted = wanted(type, read, judged);
        return wanted.isEmpty() ? List.of() : reader.estimate(task(parsed, read, type, wanted), access(parsed, read));
    }

    /** The request of a planned call as it would leave. */
    ModelRequest leaving(ParsedFile parsed, ExtractedDocument read, PlannedCall call) {
        boolean local =
                access.capabilities(call.tier()).map(ModelCapabilities::local).orElse(false);
        return local ? call.request() : access(parsed, read).hidden(call.request());
    }

    /** The fields to ask for; empty if the document is good as it is. */
    private Set<String> wanted(DocumentType type, ExtractedDocument read, Reconciliation judged) {
        Set<String> wanted = config.policy() == Policy.ALWAYS
                ? NeededFields.all(type)
                : needed.of(type, read, failing(judged.findings()));
        boolean local = config.models().entrySet().stream()
                .filter(model -> model.getKey() != Tier.EMBEDDER)
                .allMatch(model -> model.getValue().local());
        return local
                ? wanted
                : wanted.stream()
                        .filter(pointer -> config.privacy().allows(type.id(), pointer.replaceAll("/\\d+(?=/|$)", "/*")))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private ReadingTask task(ParsedFile parsed, ExtractedDocument read, DocumentType type, Set<String> wanted) {
        return new ReadingTask(
                parsed,
                read,
                type,
                wanted,
                document -> gate.compute(
                        () -> failing(reconciler.reconcile(document, List.of()).findings())));
    }

    /** Asks with stand-ins for what must not leave. */
    private PseudonymousAccess access(ParsedFile parsed, ExtractedDocument read) {
        List<String> lines = new ArrayList<>();
        for (int number : read.document().pages()) {
            Page page = parsed.page(number);
            page.lines().forEach(line -> lines.add(page.text(line)));
        }
        Map<String, List<String>> known = new LinkedHashMap<>();
        read.fields().forEach((pointer, field) -> {
            if (field instanceof ExtractedField.Cited cited) {
                known.put(pointer, List.of(cited.value().asText()));
            }
        });
        return new PseudonymousAccess(access, new Privacy(config.privacy().mayLeave()).pseudonyms(lines, known));
    }

    private ModelReading reading(
            FileRow file,
            ParsedFile parsed,
            ExtractedDocument read,
            DocumentType type,
            Set<String> wanted,
            DerivationKey fused) {
        String document = read.document().id();
        DerivationKey how = DerivationKey.of("model-reading", List.of(fused.value()));
        boolean again = file.recompute()
                .map(wish -> wish.wants(Stage.SYNTHESIZE, Optional.of(document)))
                .orElse(false);
        Optional<ModelReading> known = again || !artifacts.has(Stage.SYNTHESIZE, fused)
                ? Optional.empty()
                : artifacts.find(Stage.SYNTHESIZE, how, ModelReading.class);
        if (known.isPresent()) {
            return known.get();
        }
        waiting.accept(file);
        ModelReading reading = reader.read(
                task(parsed, read, type, wanted),
                access(parsed, read),
                new Purpose(tenant, file.run(), document, type.id(), fused.value()));
        artifacts.put(Stage.SYNTHESIZE, how, reading);
        artifacts.put(Stage.SYNTHESIZE, fused, reading.document());
        return reading;
    }

    private DerivationKey key(DocumentType type, DerivationKey read, Set<String> wanted) {
        List<String> inputs = new ArrayList<>(
                List.of(read.value(), ModelReader.promptVersion(type), type.digest(), reconciler.version(type.id())));
        inputs.addAll(models());
        inputs.addAll(new TreeSet<>(wanted));
        return DerivationKey.of(Stage.SYNTHESIZE, ModelReader.VERSION, inputs);
    }

    private List<String> models() {
        return config.models().entrySet().stream()
                .map(model -> model.getKey() + " " + model.getValue().name())
                .toList();
    }

    private static Set<String> failing(List<Finding> findings) {
        Set<String> failing = new HashSet<>();
        findings.stream()
                .filter(finding -> Disposition.of(List.of(finding)) != Disposition.POST)
                .forEach(finding -> failing.addAll(finding.evidence()));
        return failing;
    }

    private static Asked asked(ModelReading reading) {
        return new Asked(
                reading.document().fields().size(),
                asked(reading, Tier.SMALL),
                asked(reading, Tier.LARGE),
                asked(reading, Tier.CHALLENGER));
    }

    private static int asked(ModelReading reading, Tier tier) {
        return (int) reading.calls().stream()
                .filter(call -> call.tier() == tier)
                .flatMap(call -> call.fields().stream())
                .distinct()
                .count();
    }
}
