package dev.tabellio.jobs.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.extraction.llm.Embeddings;
import dev.tabellio.extraction.llm.ModelAccess;
import dev.tabellio.extraction.llm.ModelAnswer;
import dev.tabellio.extraction.llm.ModelCapabilities;
import dev.tabellio.extraction.llm.ModelRequest;
import dev.tabellio.extraction.llm.Tier;
import dev.tabellio.extraction.llm.TokenUsage;
import dev.tabellio.extraction.llm.privacy.Privacy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** What leaves, and what comes back. */
class PseudonymousAccessTest {

    private static final String LINE = "p1.l1 | Pat Loman 400-00-1038";

    private final Recording models = new Recording();

    @Test
    void nothingPrivateLeavesAndTheAnswerIsAsPrinted() {
        ModelRequest question = new ModelRequest(
                "Read.",
                List.of(new ModelRequest.Turn(ModelRequest.Role.USER, LINE)),
                "s",
                JsonNodeFactory.instance.objectNode(),
                9);
        models.answer = access(false).hidden(question).turns().get(0).text();

        ModelAccess.Charged charged = access(false).ask(Tier.SMALL, question, purpose());

        assertThat(sent()).doesNotContain("Loman").doesNotContain("400-00-1038");
        assertThat(charged.answer().text()).isEqualTo(LINE);
    }

    @Test
    void vectorsAreOfStandInsAndWhatIsLookedForIsNoSecret() {
        models.answer = Embeddings.written(List.of(new float[] {1, 2}));
        access(false).ask(Tier.EMBEDDER, Embeddings.passages(List.of(LINE)), purpose());
        assertThat(sent()).doesNotContain("Loman").doesNotContain("400-00-1038").contains("p1.l1");

        ModelRequest looked = Embeddings.queries(List.of("the name of Loman"));
        ModelAccess.Charged charged = access(false).ask(Tier.EMBEDDER, looked, purpose());
        assertThat(models.asked.get(1))
                .as("the same request for every document")
                .isEqualTo(looked);
        assertThat(Embeddings.vectors(charged.answer()).get(0)).containsExactly(1, 2);
    }

    @Test
    void noPictureLeaves() {
        ModelRequest shown = new ModelRequest(
                "Read.",
                List.of(new ModelRequest.Turn(
                        ModelRequest.Role.USER, LINE, List.of(new ModelRequest.Picture("image/png", "AAAA")))),
                "s",
                JsonNodeFactory.instance.objectNode(),
                9);
        assertThat(access(false).hidden(shown).turns().get(0).pictures()).isEmpty();
    }

    @Test
    void aLocalModelSeesEverything() {
        models.answer = "fine";
        access(true).ask(Tier.EMBEDDER, Embeddings.passages(List.of(LINE)), purpose());
        assertThat(sent()).isEqualTo(LINE);
        assertThat(access(true).known(Tier.EMBEDDER, Embeddings.passages(List.of(LINE))))
                .isPresent();
        assertThat(access(false).known(Tier.EMBEDDER, Embeddings.passages(List.of(LINE))))
                .as("another request")
                .isEmpty();
    }

    private PseudonymousAccess access(boolean local) {
        models.local = local;
        return new PseudonymousAccess(
                models, Privacy.STRICT.pseudonyms(List.of(LINE), Map.of("/Employee/Name", List.of("Pat Loman"))));
    }

    private String sent() {
        return models.asked.get(0).turns().get(0).text();
    }

    private static ModelAccess.Purpose purpose() {
        return new ModelAccess.Purpose("tenant", "run", "document", "type", "reading");
    }

    /** Remembers what it is asked, and answers one thing. */
    private static final class Recording implements ModelAccess {

        private final List<ModelRequest> asked = new ArrayList<>();
        private String answer = "";
        private boolean local;

        @Override
        public Optional<ModelCapabilities> capabilities(Tier tier) {
            return Optional.of(new ModelCapabilities("recording", true, false, false, 8_000, local));
        }

        @Override
        public Optional<ModelAnswer> known(Tier tier, ModelRequest request) {
            return asked.contains(request) ? Optional.of(answer()) : Optional.empty();
        }

        @Override
        public Charged ask(Tier tier, ModelRequest request, Purpose purpose) {
            asked.add(request);
            return new Charged(answer(), "1", true);
        }

        private ModelAnswer answer() {
            return new ModelAnswer(
                    answer, ModelAnswer.Finish.COMPLETE, new TokenUsage(1, 0, 1), "recording", Duration.ofMillis(1));
        }
    }
}
