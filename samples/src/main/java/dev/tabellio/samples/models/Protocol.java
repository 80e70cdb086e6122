package dev.tabellio.samples.models;

/** How a request is written. */
public enum Protocol {
    OPEN_AI(new OpenAiWire()),
    ANTHROPIC(new AnthropicWire()),
    GEMINI(new GeminiWire());

    private final Wire wire;

    Protocol(Wire wire) {
        this.wire = wire;
    }

    Wire wire() {
        return wire;
    }
}
