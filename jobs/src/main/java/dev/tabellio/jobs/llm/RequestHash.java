package dev.tabellio.jobs.llm;

import dev.tabellio.extraction.llm.ModelRequest;
import dev.tabellio.jobs.config.LlmConfig.Model;
import dev.tabellio.jobs.store.DerivationKey;
import java.util.ArrayList;
import java.util.List;

/** What makes two requests the same one: everything that the model sees, and which model that is. */
final class RequestHash {

    private static final int VERSION_DIGITS = 12;

    private RequestHash() {}

    /** 64 hex digits. */
    static String of(Model model, ModelRequest request) {
        List<String> parts = new ArrayList<>(List.of(
                model.name(),
                request.instructions(),
                request.schemaName(),
                request.schema().toString(),
                String.valueOf(request.maxOutputTokens())));
        request.turns().forEach(turn -> {
            parts.add(turn.role().name());
            parts.add(turn.text());
            turn.pictures().forEach(picture -> parts.add("picture " + picture.mediaType() + " " + picture.base64()));
        });
        return DerivationKey.of("model-request-1", parts).value();
    }

    /** The prompt without the document: 12 hex digits. */
    static String promptVersion(ModelRequest request) {
        return DerivationKey.of(
                        "prompt",
                        List.of(request.instructions(), request.schema().toString()))
                .value()
                .substring(0, VERSION_DIGITS);
    }

    /** Who answers: the kind of provider, and its address if that is configured. */
    static String endpoint(Model model) {
        return model.provider() + model.baseUrl().map(url -> " " + url).orElse("");
    }
}
