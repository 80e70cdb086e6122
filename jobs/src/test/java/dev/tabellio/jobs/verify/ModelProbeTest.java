package dev.tabellio.jobs.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.jobs.config.ConfigReader;
import dev.tabellio.jobs.config.LlmConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelProbeTest {

    @TempDir
    private Path home;

    @Test
    void saysWhatIsAskedWhatItCostsAndWhereItEnds() throws IOException {
        Answer answer = look("""
                llm:
                  currency: EUR
                  small: {provider: openai, model: tiny, key-variable: KEY, prices: {input: 0.25, cached-input: 0.03, output: 2}}
                  large: {provider: openai, base-url: "http://localhost:8000/v1", model: own, local: true}
                  budgets: {day: {money: 5.00}, run: {tokens: 1000000, money: 1}, tenants: {acme: {money: 2}}}
                """, Map.of("KEY", "secret"));

        assertThat(answer.state()).isEqualTo(Answer.State.OK);
        assertThat(answer.says())
                .isEqualTo("policy when-needed: small tiny at openai (key there, 0.25 in, 0.03 cached, 2 out EUR for a"
                        + " million tokens); large own at http://localhost:8000/v1 (no key, costs nothing, local);"
                        + " budgets: run 1000000 tokens, 1 EUR; day 5.00 EUR; tenant acme 2 EUR;"
                        + " 'tabellio models check' asks them");
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        Answer answer = look("""
                llm:
                  small: {provider: openai, model: tiny, key-variable: KEY, prices: {input: 1, output: 2}}
                """, Map.of());

        assertThat(answer.state()).isEqualTo(Answer.State.FAIL);
        assertThat(answer.says()).contains("llm.small", "KEY").doesNotContain("secret");
    }

    private Answer look(String yaml, Map<String, String> environment) throws IOException {
        Files.writeString(home.resolve("tabellio.yaml"), yaml);
        LlmConfig config =
                new ConfigReader(Map.of(), new Properties()).read(home).llm();
        return new ModelProbe(config, environment).look();
    }
}
