package dev.tabellio.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tabellio.extraction.llm.AnswerFormat;
import dev.tabellio.extraction.llm.Tier;
import dev.tabellio.jobs.config.LlmConfig.Ceiling;
import dev.tabellio.jobs.config.LlmConfig.Key;
import dev.tabellio.jobs.config.LlmConfig.Policy;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LlmConfigReaderTest {

    private static final String MODEL = """
            llm:
              small:
                provider: openai
                model: tiny
                prices: {input: 0.15, cached-input: 0.075, output: 0.60}
            """;

    @TempDir
    Path home;

    @Test
    void noModelIsAskedUnlessOneIsConfigured() throws IOException {
        assertThat(read("workers: 2", Map.of())).isEqualTo(LlmConfig.none());
        assertThat(read(MODEL, Map.of()).policy()).isEqualTo(Policy.WHEN_NEEDED);
        assertThat(read(MODEL, Map.of("TABELLIO_LLM_POLICY", "replay")).policy())
                .isEqualTo(Policy.REPLAY);
        assertThat(read(MODEL + "  policy: always", Map.of()).policy()).isEqualTo(Policy.ALWAYS);
        assertThat(read(MODEL + "  policy: always", Map.of("TABELLIO_LLM_POLICY", "never"))
                        .asks())
                .isFalse();
    }

    @Test
    void everythingCanBeSaid() throws IOException {
        LlmConfig llm = read("""
                llm:
                  currency: EUR
                  small:
                    provider: openai
                    base-url: http://localhost:8000/v1
                    model: local
                    local: true
                    tool-call: true
                    streaming: true
                    timeout-seconds: 20
                    requests-per-minute: 60
                    tokens-per-minute: 90_000
                    concurrency: 4
                  large:
                    provider: anthropic
                    model: big
                    key-file: keys/big.txt
                    context-tokens: 200_000
                    idempotent: true
                    prices: {input: 3, output: 15}
                  challenger:
                    provider: gemini
                    model: other
                    key-variable: OTHER_KEY
                    prices: {input: 1, output: 2}
                  embedder:
                    provider: gemini
                    model: vectors
                    prices: {input: 0.15}
                  budgets:
                    call: {tokens: 50_000}
                    day: {money: 20.5, tokens: 1000000}
                    tenant: {money: 1}
                    tenants:
                      acme: {money: 5.5}
                  privacy: {may-leave: name, withheld: [/Spouse/SSN, 'us-w2:/Employee/Name']}
                  forbidden:
                    - {provider: anthropic, tenants: [acme]}
                    - {types: nda}
                """, Map.of());

        assertThat(llm.models()).containsOnlyKeys(Tier.values());
        LlmConfig.Model small = llm.models().get(Tier.SMALL);
        assertThat(small.baseUrl()).contains(URI.create("http://localhost:8000/v1"));
        assertThat(small.prices()).isEqualTo(LlmConfig.Prices.free());
        assertThat(small.timeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(small.settings("small").format()).isEqualTo(AnswerFormat.TOOL);
        assertThat(small.settings("small").streaming()).isTrue();
        assertThat(ModelEntries.read("written", ModelEntries.write(llm.models())))
                .as("in a release, or for another process")
                .containsEntry(Tier.SMALL, small);
        assertThat(small.pace()).isEqualTo(new LlmConfig.Pace(OptionalLong.of(60), OptionalLong.of(90_000), 4));
        LlmConfig.Model large = llm.models().get(Tier.LARGE);
        assertThat(large.key()).contains(new Key.InFile(home.resolve("keys/big.txt")));
        assertThat(large.prices().cachedInput()).isEqualByComparingTo("3");
        assertThat(large.prices().cacheWrite()).as("anthropic").isEqualByComparingTo("3.75");
        assertThat(llm.models().get(Tier.CHALLENGER).prices().cacheWrite()).isEqualByComparingTo("1");
        assertThat(large.idempotent()).isTrue();
        assertThat(llm.models().get(Tier.CHALLENGER).key()).contains(new Key.InVariable("OTHER_KEY"));
        assertThat(llm.models().get(Tier.EMBEDDER).prices().output()).isZero();
        assertThat(llm.budgets().day())
                .isEqualTo(new Ceiling(OptionalLong.of(1_000_000), Optional.of(new BigDecimal("20.5"))));
        assertThat(llm.budgets().of("acme").money()).contains(new BigDecimal("5.5"));
        assertThat(llm.budgets().of("other").money()).contains(new BigDecimal("1"));
        assertThat(llm.budgets().run().limits()).isFalse();
        assertThat(llm.privacy().allows("us-w2", "/Employee/Name")).isFalse();
        assertThat(llm.privacy().allows("nda", "/Employee/Name")).isTrue();
        assertThat(llm.forbidden().get(0).applies(large, "acme", "nda")).isTrue();
        assertThat(llm.forbidden().get(0).applies(small, "acme", "nda")).isFalse();
        assertThat(llm.forbidden().get(1).applies(large, "other", "nda")).isTrue();
        assertThat(llm.forbidden().get(1).applies(small, "other", "nda"))
                .as("local")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            llm: {small: {provider: openai, model: m}}                                   | llm.small has no 'prices': give input, cached-input and output
            llm: {small: {provider: openai, model: m, prices: {input: 1}}}               | llm.small.prices has no 'output'
            llm: {small: {provider: openai, model: m, prices: {input: 1, output: -1}}}   | llm.small.prices.output is '-1', but must be an amount
            llm: {small: {provider: openai, local: true}}                                | llm.small has no 'model'
            llm: {small: {provider: openai, model: m, local: yes!}}                      | llm.small.local is 'yes!', but must be true or false
            llm: {small: {provider: openai, model: m, local: true, base-url: localhost}} | llm.small.base-url is 'localhost', but must be a URL
            llm: {large: {provider: openai, model: m, local: true}}                      | llm has no 'small'
            llm: {policy: always}                                                        | llm has no 'small'
            llm: {policy: sometimes}                                                     | llm.policy is 'sometimes', but must be one of never, when-needed, always, replay
            llm: {budget: {}}                                                            | llm: 'budget' is not known here; the keys are: policy
            llm: {budgets: {day: {money: lots}}}                                         | llm.budgets.day.money is 'lots'
            llm: {budgets: {day: 20}}                                                    | llm.budgets.day needs keys below it
            llm: {privacy: {may-leave: [phone]}}                                         | llm.privacy.may-leave is 'phone', but must be one of ssn, ein
            llm: {small: {provider: deepmind, model: m, local: true}}                    | llm.small.provider is 'deepmind', but must be openai, anthropic or gemini
            llm: {small: {provider: openai, model: m, local: true}, embedder: {provider: anthropic, model: m, local: true}} | llm.embedder.provider is 'anthropic', which has no embeddings
            llm: {small: {provider: gemini, model: m, local: true, tool-call: true}} | llm.small.tool-call is for providers that know functions
            llm: {currency: Dollar}                                                      | llm.currency is 'Dollar'
            llm: {forbidden: [{provider: openai}]}                                       | llm.forbidden[0] forbids nothing
            """)
    void aMistakeIsNamedWithTheRemedy(String yaml, String says) {
        assertThatThrownBy(() -> read(yaml, Map.of()))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining("tabellio.yaml")
                .hasMessageContaining(says);
    }

    private LlmConfig read(String yaml, Map<String, String> environment) throws IOException {
        Files.writeString(home.resolve(ConfigReader.FILE), yaml);
        return new ConfigReader(environment, new Properties()).read(home).llm();
    }
}
