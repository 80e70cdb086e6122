package dev.tabellio.jobs.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.jobs.config.ConfigReader;
import dev.tabellio.jobs.config.LlmConfig;
import dev.tabellio.jobs.verify.Answer;
import dev.tabellio.jobs.verify.ModelProbe;
import dev.tabellio.samples.models.Protocol;
import dev.tabellio.samples.models.Reply;
import dev.tabellio.samples.models.Script;
import dev.tabellio.samples.models.ScriptedModelServer;
import dev.tabellio.samples.models.WordEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCheckIT {

    private static final Map<String, String> KEYS = Map.of("SOME_KEY", "secret");

    @TempDir
    private Path home;

    @Test
    void saysWhatEachModelCanDoAndWhatItCost() throws IOException {
        try (ScriptedModelServer server =
                ScriptedModelServer.start(request -> request.model().equals("good")
                        ? Reply.answer("{\"lines\": [\"p1.l2\"], \"value\": \"12.50\"}")
                        : Reply.status(401))) {
            List<ModelReport> reports = new ModelCheck(config(server), KEYS).ask();
            assertThat(reports).extracting(ModelReport::works).containsExactly(true, false);
            ModelReport good = reports.get(0);
            assertThat(good.usage()).isNotNull();
            assertThat(good.money()).isPositive();
            assertThat(good.answeredBy()).isEqualTo("good");
            assertThat(reports.get(1).says()).contains("401", "bad").doesNotContain("secret");
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void anAnswerThatIsWrongOrNoJsonIsNamed() throws IOException {
        try (ScriptedModelServer server =
                ScriptedModelServer.start(request -> request.model().equals("good")
                        ? Reply.answer("{\"lines\": [\"p1.l1\"], \"value\": \"12.50\"}")
                        : Reply.answer("The total is 12.50."))) {
            List<ModelReport> reports = new ModelCheck(config(server), KEYS).ask();
            assertThat(reports).extracting(ModelReport::works).containsExactly(false, false);
            assertThat(reports.get(0).says()).contains("not right");
            assertThat(reports.get(1).says()).contains("not JSON");
        }
    }

    @Test
    void vectorsAreJudgedByWhatTheyFindAlike() throws IOException {
        Script vectors = request -> request.path().endsWith("/embeddings")
                ? new WordEmbedder(List.of()).reply(request)
                : Reply.answer("{\"lines\": [\"p1.l2\"], \"value\": \"12.50\"}");
        try (ScriptedModelServer server = ScriptedModelServer.start(vectors)) {
            List<ModelReport> reports = new ModelCheck(withEmbedder(server), KEYS).ask();
            assertThat(reports).extracting(ModelReport::tier).containsExactly("small", "embedder");
            assertThat(reports).allMatch(ModelReport::works);
            assertThat(server.requests().get(0).body().toString()).contains("data:image/png;base64,");
        }
        Script nonsense =
                request -> new Reply.Vectors(List.of(new float[] {1, 0}, new float[] {0, 1}, new float[] {1, 1}));
        try (ScriptedModelServer server = ScriptedModelServer.start(nonsense)) {
            ModelReport report =
                    new ModelCheck(withEmbedder(server), KEYS).ask().get(1);
            assertThat(report.works()).isFalse();
            assertThat(report.says()).contains("more like 'Wages");
        }
    }

    private LlmConfig withEmbedder(ScriptedModelServer server) throws IOException {
        Files.writeString(home.resolve("tabellio.yaml"), """
                llm:
                  small: {provider: openai, base-url: "%1$s", model: good, local: true, images: true}
                  embedder: {provider: openai, base-url: "%1$s", model: vectors, local: true}
                """.formatted(server.baseUrl(Protocol.OPEN_AI)));
        return new ConfigReader(Map.of(), new Properties()).read(home).llm();
    }

    @Test
    void verifyNamesTheKeyThatIsMissing() throws IOException {
        try (ScriptedModelServer server = ScriptedModelServer.start(request -> Reply.answer("{}"))) {
            Answer without = new ModelProbe(config(server), Map.of()).look();
            assertThat(without.state()).isEqualTo(Answer.State.FAIL);
            assertThat(without.says()).contains("llm.large", "SOME_KEY");
            assertThat(new ModelProbe(config(server), KEYS).look().state()).isEqualTo(Answer.State.OK);
            assertThat(new ModelProbe(LlmConfig.none(), Map.of()).look().state())
                    .isEqualTo(Answer.State.OK);
            assertThat(server.requests()).isEmpty();
        }
    }

    private LlmConfig config(ScriptedModelServer server) throws IOException {
        Files.writeString(home.resolve("tabellio.yaml"), """
                llm:
                  small:
                    provider: openai
                    base-url: %s
                    model: good
                    local: true
                    prices: {input: 2, output: 8}
                  large:
                    provider: anthropic
                    base-url: %s
                    model: bad
                    key-variable: SOME_KEY
                    prices: {input: 2, output: 8}
                """.formatted(
                        server.baseUrl(Protocol.OPEN_AI), server.baseUrl(Protocol.ANTHROPIC)));
        return new ConfigReader(Map.of(), new Properties()).read(home).llm();
    }
}
