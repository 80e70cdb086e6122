package dev.tabellio.extraction.synthesis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.extraction.llm.Embeddings;
import dev.tabellio.extraction.llm.ModelAccess;
import dev.tabellio.extraction.llm.ModelAnswer;
import dev.tabellio.extraction.llm.ModelCapabilities;
import dev.tabellio.extraction.llm.ModelRequest;
import dev.tabellio.extraction.llm.ModelUnavailable;
import dev.tabellio.extraction.llm.ModelUnavailable.Reason;
import dev.tabellio.extraction.llm.Tier;
import dev.tabellio.extraction.llm.TokenUsage;
import dev.tabellio.extraction.llm.tokens.TokenCounter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MeaningSearchTest {

    private static final TokenCounter TOKENS = new TokenCounter();
    private static final DocumentType NDA = DocumentTypes.shipped().get("nda");
    private static final FieldSet LAW = FieldSet.of(NDA).only(Set.of("/Jurisdictions/*/Region"));

    /** A clause on the governing law without a word that the field is described by. */
    private static final String FOREIGN = "Anwendbar ist ausschliesslich oesterreichisches Recht.";

    private final Concepts concepts = new Concepts();

    @Test
    void findsWhatSharesNoWord() {
        NumberedText text = contract().text();

        assertThat(shown(text, Optional.empty())).doesNotContain(FOREIGN);
        assertThat(shown(text, search(Optional.of(ScriptedAccess.PURPOSE)))).contains(FOREIGN);
    }

    @Test
    void asksForTheFieldsOfATypeOnceAndForEachDocumentInBatches() {
        MeaningSearch search = search(Optional.of(ScriptedAccess.PURPOSE)).orElseThrow();
        shown(contract().text(), Optional.of(search));
        int asked = concepts.asked.size();
        shown(contract().text(), Optional.of(search));

        assertThat(concepts.asked).as("the second time nothing is asked").hasSize(asked);
        assertThat(search.calls()).hasSize(asked).allMatch(call -> call.tier() == Tier.EMBEDDER);
        assertThat(concepts.asked.stream().filter(Embeddings::areQueries)).hasSize(1);
        assertThat(concepts.asked)
                .hasSizeGreaterThan(2)
                .allSatisfy(
                        request -> assertThat(Embeddings.texts(request)).hasSizeLessThanOrEqualTo(MeaningSearch.BATCH));
    }

    @Test
    void plansWhatIsNotPaidForAndAsksNobody() {
        MeaningSearch search = search(Optional.empty()).orElseThrow();
        assertThat(shown(contract().text(), Optional.of(search)))
                .isEqualTo(shown(contract().text(), Optional.empty()));
        List<PlannedCall> planned = search.planned();

        assertThat(concepts.asked).isEmpty();
        assertThat(planned).isNotEmpty().allMatch(call -> call.tier() == Tier.EMBEDDER && call.inputTokens() > 0);
        planned.forEach(call -> concepts.ask(Tier.EMBEDDER, call.request(), ScriptedAccess.PURPOSE));
        MeaningSearch paid = search(Optional.empty()).orElseThrow();
        assertThat(shown(contract().text(), Optional.of(paid))).contains(FOREIGN);
        assertThat(paid.planned()).isEmpty();
    }

    @Test
    void goesByWordsWhereItMayNotAskAndWaitsWhereItCannot() {
        NumberedText text = contract().text();
        concepts.refusal = Optional.of(Reason.FORBIDDEN);
        assertThat(shown(text, search(Optional.of(ScriptedAccess.PURPOSE)))).isEqualTo(shown(text, Optional.empty()));
        concepts.refusal = Optional.of(Reason.BUDGET);
        assertThatExceptionOfType(ModelUnavailable.class)
                .isThrownBy(() -> shown(text, search(Optional.of(ScriptedAccess.PURPOSE))));
    }

    @Test
    void sendsNoMoreThanTheModelTakesIn() {
        concepts.contextTokens = 60;
        shown(contract().text(), search(Optional.of(ScriptedAccess.PURPOSE)));

        assertThat(concepts.asked.stream().flatMap(request -> Embeddings.texts(request).stream()))
                .allSatisfy(sent -> assertThat(TOKENS.count(sent)).isPositive().isLessThanOrEqualTo(60));
    }

    private Optional<MeaningSearch> search(Optional<ModelAccess.Purpose> purpose) {
        return MeaningSearch.of(NDA, concepts, purpose, TOKENS);
    }

    private static String shown(NumberedText text, Optional<MeaningSearch> search) {
        return new ShownLines(text, true, TOKENS, 100_000, search)
                .of(LAW).stream().map(NumberedLine::text).collect(Collectors.joining("\n"));
    }

    private static TypedDocument contract() {
        StringBuilder text = new StringBuilder("SUPPLY AGREEMENT\nThis Agreement is made by and between A and B.\n");
        for (int section = 1; section <= 60; section++) {
            text.append(section).append(". MATTER ").append(section).append('\n');
            if (section == 41) {
                text.append(FOREIGN).append('\n');
            }
            for (int line = 0; line < 6; line++) {
                text.append(
                        "the applicable law of the state and its courts have no say in the delivery of goods here\n");
            }
        }
        return TypedDocument.of("nda", text.append("IN WITNESS WHEREOF\n").toString());
    }

    /** A model for which what is looked for means "Recht", and everything else something else, more or less. */
    private static final class Concepts implements ModelAccess {

        private final List<ModelRequest> asked = new ArrayList<>();
        private final Map<ModelRequest, ModelAnswer> ledger = new HashMap<>();
        private Optional<Reason> refusal = Optional.empty();
        private int contextTokens = 8_000;

        @Override
        public Optional<ModelCapabilities> capabilities(Tier tier) {
            return tier == Tier.EMBEDDER
                    ? Optional.of(new ModelCapabilities("concepts", false, false, false, contextTokens, true))
                    : Optional.empty();
        }

        @Override
        public Optional<ModelAnswer> known(Tier tier, ModelRequest request) {
            return Optional.ofNullable(ledger.get(request));
        }

        @Override
        public Charged ask(Tier tier, ModelRequest request, Purpose purpose) {
            if (refusal.isPresent()) {
                throw new ModelUnavailable(refusal.get(), "refused for a test", null);
            }
            asked.add(request);
            List<float[]> vectors = Embeddings.texts(request).stream()
                    .map(text -> text.contains("Recht") || Embeddings.areQueries(request)
                            ? new float[] {1, 0}
                            : new float[] {(text.hashCode() & 0xFF) / 1_000f, 1})
                    .toList();
            ModelAnswer answer = new ModelAnswer(
                    Embeddings.written(vectors),
                    ModelAnswer.Finish.COMPLETE,
                    new TokenUsage(10, 0, 0),
                    "concepts",
                    Duration.ofMillis(1));
            ledger.put(request, answer);
            return new Charged(answer, "call-" + asked.size(), true);
        }
    }
}
