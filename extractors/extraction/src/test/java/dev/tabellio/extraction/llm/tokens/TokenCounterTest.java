package dev.tabellio.extraction.llm.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.extraction.llm.ModelRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TokenCounterTest {

    private final TokenCounter counter = new TokenCounter();

    @Test
    void countsAsTheTokenizerDoes() {
        assertThat(counter.count("")).isZero();
        assertThat(counter.count("hello world")).isEqualTo(2);
        assertThat(counter.count("Wages, tips, other compensation")).isEqualTo(7);
    }

    @Test
    void takesControlTokensInADocumentForText() {
        assertThat(counter.count("<|endoftext|>")).isGreaterThan(1);
    }

    @Test
    void countsEverythingThatIsSent() {
        ModelRequest.Turn turn = new ModelRequest.Turn(ModelRequest.Role.USER, "hello world");
        ModelRequest request = new ModelRequest(
                "hello world", List.of(turn), "name", JsonMapper.shared().readTree("{}"), 10);

        assertThat(counter.input(request)).isBetween(2 + 2 + 1, 2 + 2 + 1 + 15);
    }
}
