package dev.tabellio.samples.models;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a scripted server does with a request. */
public sealed interface Reply {

    /** Why an answer ends. */
    enum Ending {
        COMPLETE,
        TRUNCATED,
        REFUSED
    }

    /**
     * An answer of the model.
     *
     * @param cachedTokens so many of the prompt's tokens are said to come from the provider's cache
     */
    record Answer(String text, Ending ending, long cachedTokens) implements Reply {}

    /** Vectors for the texts of a request for embeddings, in their order. */
    record Vectors(List<float[]> vectors) implements Reply {
        public Vectors {
            vectors = List.copyOf(vectors);
        }
    }

    /** An error of the provider, worded as its protocol does. */
    record Status(int code, Map<String, String> headers, String message) implements Reply {
        public Status {
            headers = Map.copyOf(headers);
        }
    }

    /** A response that no protocol describes. */
    record Raw(int code, String body) implements Reply {}

    /** Nothing for a while, then the reply. */
    record Late(Duration pause, Reply then) implements Reply {}

    /** The connection is closed without a byte. */
    record Dropped() implements Reply {}

    /** The connection is closed in the middle of an answer. */
    record Cut(Answer answer) implements Reply {}

    /** Half of an answer, then nothing for a while, then the rest. */
    record Stalled(Duration pause, Answer answer) implements Reply {}

    static Answer answer(String text) {
        return new Answer(text, Ending.COMPLETE, 0);
    }

    static Answer truncated(String text) {
        return new Answer(text, Ending.TRUNCATED, 0);
    }

    static Answer refusal(String text) {
        return new Answer(text, Ending.REFUSED, 0);
    }

    static Status status(int code) {
        return new Status(code, Map.of(), "scripted error " + code);
    }

    /** @param retryAfter seconds or an HTTP date */
    static Status status(int code, String retryAfter) {
        return new Status(code, Map.of("Retry-After", retryAfter), "scripted error " + code);
    }
}
