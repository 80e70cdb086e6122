package dev.tabellio.extraction.synthesis.model;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.extraction.llm.ModelAccess;
import dev.tabellio.extraction.llm.ModelAccess.Purpose;
import dev.tabellio.extraction.llm.ModelCapabilities;
import dev.tabellio.extraction.llm.ModelRequest;
import dev.tabellio.extraction.llm.ModelUnavailable;
import dev.tabellio.extraction.llm.Tier;
import dev.tabellio.extraction.llm.tokens.TokenCounter;
import dev.tabellio.extraction.synthesis.normalise.Conventions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads fields of a document with language models: the small one first, the large one where the small one's answer does
 * not hold, contradicts what the page was read as, or breaks a rule, and, if one is configured, a challenger that must
 * agree. Safe for all threads; spends its time waiting for answers.
 */
public final class ModelReader {

    /** Version of the code: part of every result's derivation key. */
    public static final String VERSION = "model-reader-3";

    private final TokenCounter tokens;

    public ModelReader(TokenCounter tokens) {
        this.tokens = tokens;
    }

    /** Version of everything that models are told about a type before they see a document: 16 hex digits. */
    public static String promptVersion(DocumentType type) {
        return Instructions.version(type);
    }

    /**
     * Asks for the wanted fields.
     *
     * @return the document unchanged and no calls if none is wanted
     * @throws ModelUnavailable if nobody may or can be asked now; answers until then are in the ledger
     */
    public ModelReading read(ReadingTask task, ModelAccess access, Purpose purpose) {
        FieldSet wanted = task.fields();
        if (wanted.isEmpty()) {
            return new ModelReading(task.read(), List.of(), Map.of());
        }
        Round round = new Round(task, access, purpose, tokens);
        round.ask(firstTier(access), wanted);
        FieldSet doubtful = round.unsettled(wanted);
        if (!doubtful.isEmpty()
                && firstTier(access) == Tier.SMALL
                && access.capabilities(Tier.LARGE).isPresent()) {
            round.ask(Tier.LARGE, doubtful);
        }
        if (access.capabilities(Tier.CHALLENGER).isPresent()) {
            round.ask(Tier.CHALLENGER, wanted);
        }
        return round.reading();
    }

    /**
     * The calls that {@link #read} would begin with, without asking anybody. Sending back and larger models may add to
     * them, answers in the ledger take away. Which lines of a long contract are shown may change with vectors that are yet
     * to be paid for, how many hardly.
     */
    public List<PlannedCall> estimate(ReadingTask task, ModelAccess access) {
        FieldSet wanted = task.fields();
        if (wanted.isEmpty()) {
            return List.of();
        }
        NumberedText text = NumberedText.of(task.file(), task.read().document());
        List<PlannedCall> planned = new ArrayList<>();
        List<Tier> tiers = new ArrayList<>(List.of(firstTier(access)));
        access.capabilities(Tier.CHALLENGER).ifPresent(model -> tiers.add(Tier.CHALLENGER));
        Optional<MeaningSearch> meaning = MeaningSearch.of(task.type(), access, Optional.empty(), tokens);
        for (Tier tier : tiers) {
            ContextLimit limit = limit(access, tier, tokens);
            new Questions(task, text, tokens, limit, meaning)
                    .of(wanted).stream()
                            .flatMap(List::stream)
                            .forEach(question -> limit.fit(
                                            question.request(task.type(), text, task.read(), tier != Tier.CHALLENGER))
                                    .ifPresent(request -> planned.add(new PlannedCall(
                                            tier,
                                            request,
                                            question.wanted().patterns(),
                                            tokens.input(request),
                                            question.expectedTokens()))));
        }
        meaning.ifPresent(search -> planned.addAll(0, search.planned()));
        return planned;
    }

    private static ContextLimit limit(ModelAccess access, Tier tier, TokenCounter tokens) {
        return new ContextLimit(
                tokens,
                access.capabilities(tier).map(ModelCapabilities::contextTokens).orElse(Integer.MAX_VALUE));
    }

    private static Tier firstTier(ModelAccess access) {
        if (access.capabilities(Tier.SMALL).isPresent()) {
            return Tier.SMALL;
        }
        if (access.capabilities(Tier.LARGE).isPresent()) {
            return Tier.LARGE;
        }
        throw new ModelUnavailable(ModelUnavailable.Reason.PROVIDER, "no small or large model is configured", null);
    }

    /** One document on its way through the tiers. */
    private static final class Round {

        private final ReadingTask task;
        private final ModelAccess access;
        private final Purpose purpose;
        private final NumberedText text;
        private final TokenCounter tokens;
        private final StatementCheck check;
        private final Optional<MeaningSearch> meaning;
        private final List<ModelReading.Call> calls = new ArrayList<>();
        private final Map<Tier, Answers> said = new EnumMap<>(Tier.class);

        Round(ReadingTask task, ModelAccess access, Purpose purpose, TokenCounter tokens) {
            this.task = task;
            this.access = access;
            this.purpose = purpose;
            this.text = NumberedText.of(task.file(), task.read().document());
            this.tokens = tokens;
            this.check = new StatementCheck(task.file(), text, Conventions.of(task.type()));
            this.meaning = MeaningSearch.of(task.type(), access, Optional.of(purpose), tokens);
        }

        void ask(Tier tier, FieldSet fields) {
            ContextLimit limit = limit(access, tier, tokens);
            Conversation conversation = new Conversation(task.type(), check, access, purpose, tier, limit);
            Answers answers = Answers.none();
            for (List<Question> windows : new Questions(task, text, tokens, limit, meaning).of(fields)) {
                List<Answers> parts = new ArrayList<>();
                for (Question question : windows) {
                    ModelRequest request = question.request(task.type(), text, task.read(), tier != Tier.CHALLENGER);
                    parts.add(conversation.ask(question, request));
                }
                answers = answers.and(
                        parts.size() == 1
                                ? parts.get(0)
                                : RowWindows.merged(windows.get(0).wanted(), parts));
            }
            calls.addAll(conversation.calls());
            said.put(tier, answers);
        }

        /** The fields for which a larger model is worth asking. */
        FieldSet unsettled(FieldSet wanted) {
            Map<String, Fusion.Fused> fused = fused();
            Set<String> patterns = new LinkedHashSet<>();
            fused.forEach((pointer, field) -> {
                if (!field.settled()) {
                    patterns.add(FieldSet.pattern(pointer));
                }
            });
            for (String pointer : task.check().failing(document(fused))) {
                patterns.add(FieldSet.pattern(pointer));
            }
            Set<String> asked = new LinkedHashSet<>();
            for (AskedField field : wanted.fields()) {
                boolean sameRows = field.rows().isPresent()
                        && patterns.stream()
                                .anyMatch(pattern ->
                                        pattern.startsWith(field.rows().get() + "/"));
                if (patterns.contains(field.pattern()) || sameRows) {
                    asked.add(field.pattern());
                }
            }
            return wanted.only(asked);
        }

        ModelReading reading() {
            Map<String, Fusion.Fused> fused = fused();
            Map<String, FieldEvidence> evidence = new LinkedHashMap<>();
            fused.forEach((pointer, field) -> evidence.put(pointer, field.evidence()));
            List<ModelReading.Call> all =
                    new ArrayList<>(meaning.map(MeaningSearch::calls).orElse(List.of()));
            all.addAll(calls);
            return new ModelReading(document(fused), all, evidence);
        }

        private Map<String, Fusion.Fused> fused() {
            Map<Tier, Answers> aligned = Rows.aligned(task.read(), task.fields(), said);
            Set<String> pointers = new LinkedHashSet<>();
            FieldSet wanted = task.fields();
            task.read().fields().keySet().stream()
                    .filter(pointer -> wanted.find(pointer).isPresent())
                    .forEach(pointers::add);
            task.type().required().stream()
                    .filter(pointer -> wanted.find(pointer).isPresent())
                    .forEach(pointers::add);
            aligned.values()
                    .forEach(answers -> pointers.addAll(answers.byPointer().keySet()));
            Map<String, Fusion.Fused> fused = new LinkedHashMap<>();
            for (String pointer : pointers) {
                Map<Tier, Checked> voices = new EnumMap<>(Tier.class);
                aligned.forEach((tier, answers) -> answers.of(pointer).ifPresent(checked -> voices.put(tier, checked)));
                ExtractedField read = task.read().fields().getOrDefault(pointer, new ExtractedField.Absent());
                boolean clause = wanted.find(pointer).filter(AskedField::clause).isPresent();
                boolean required = task.type().required().contains(pointer);
                fused.put(pointer, Fusion.of(read, voices, clause, required));
            }
            return fused;
        }

        private ExtractedDocument document(Map<String, Fusion.Fused> fused) {
            return Rows.inOrder(task, fused);
        }
    }
}
