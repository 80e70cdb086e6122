package dev.tabellio.jobs.models;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tabellio.extraction.llm.AnswerFormat;
import dev.tabellio.extraction.llm.ApiKey;
import dev.tabellio.extraction.llm.LanguageModel;
import dev.tabellio.extraction.llm.ModelFailure;
import dev.tabellio.extraction.llm.ModelRequest;
import dev.tabellio.extraction.llm.ModelRequest.Role;
import dev.tabellio.extraction.llm.ModelRequest.Turn;
import dev.tabellio.extraction.llm.ProviderSettings;
import dev.tabellio.extraction.llm.ProviderSettings.Provider;
import dev.tabellio.extraction.llm.langchain4j.LanguageModels;
import dev.tabellio.samples.models.Protocol;
import dev.tabellio.samples.models.ScriptedModelServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An adapter of each provider beside a scripted server, for the contract that all of them keep. */
abstract class ProviderContract {

    static final String KEY = "sk-very-secret-key";
    static final String SECRET_TEXT = "p1.l1 | Pat Secret 400-00-1038";

    /** Everything that an adapter could be tempted to mend: no type, unions, refs, order of properties. */
    static final JsonNode SCHEMA = JsonMapper.shared().readTree("""
            {"type": "object", "additionalProperties": false, "required": ["b", "a"],
             "properties": {
               "b": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/leaf"}]},
               "a": {"type": ["string", "null"], "pattern": "^[0-9]+$", "description": "Box a: Ünïcode \\"quoted\\""}},
             "$defs": {"leaf": {"type": "object", "additionalProperties": false, "required": ["value", "lines"],
               "properties": {"value": {"type": "string"}, "lines": {"type": "array", "items": {"type": "string"}}}}}}
            """);

    static final ModelRequest REQUEST = new ModelRequest(
            "Read the fields.",
            List.of(new Turn(Role.USER, SECRET_TEXT), new Turn(Role.MODEL, "{}"), new Turn(Role.USER, "b is missing")),
            "us-w2",
            SCHEMA,
            500);

    @Parameter
    Protocol protocol;

    final Settings settings(ScriptedModelServer server) {
        return new Settings(server.baseUrl(protocol));
    }

    final LanguageModel open(ScriptedModelServer server) {
        return open(server, settings(server));
    }

    static LanguageModel open(ScriptedModelServer server, Settings settings) {
        return LanguageModels.open(settings.build(), Map.of("TEST_KEY", KEY));
    }

    static ModelFailure failure(LanguageModel model) {
        return catchThrowableOfType(ModelFailure.class, () -> model.ask(REQUEST));
    }

    static String printed(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    static List<Integer> limits(JsonNode body) {
        return Arrays.asList("/max_tokens", "/max_completion_tokens", "/generationConfig/maxOutputTokens").stream()
                .map(body::at)
                .filter(JsonNode::isNumber)
                .map(JsonNode::asInt)
                .toList();
    }

    /** Settings of the provider under test with some of them changed. */
    final class Settings {

        private final URI url;
        private AnswerFormat format = AnswerFormat.SCHEMA;
        private Duration answerTimeout = Duration.ofSeconds(30);
        private boolean images;
        private boolean streaming;
        private boolean idempotent;

        Settings(URI url) {
            this.url = url;
        }

        Settings format(AnswerFormat changed) {
            format = changed;
            return this;
        }

        Settings answerTimeout(Duration changed) {
            answerTimeout = changed;
            return this;
        }

        Settings images(boolean changed) {
            images = changed;
            return this;
        }

        Settings streaming(boolean changed) {
            streaming = changed;
            return this;
        }

        Settings idempotent(boolean changed) {
            idempotent = changed;
            return this;
        }

        ProviderSettings build() {
            return new ProviderSettings(
                    "small",
                    switch (protocol) {
                        case OPEN_AI -> Provider.OPENAI;
                        case ANTHROPIC -> Provider.ANTHROPIC;
                        case GEMINI -> Provider.GEMINI;
                    },
                    Optional.of(url),
                    "model-1",
                    new ApiKey.Variable("TEST_KEY"),
                    Duration.ofSeconds(5),
                    answerTimeout,
                    Optional.empty(),
                    format,
                    images,
                    true,
                    128_000,
                    false,
                    streaming,
                    idempotent);
        }
    }
}
