package dev.tabellio.extraction.llm.tokens;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.tabellio.extraction.llm.ModelRequest;

/** Counts tokens. Safe for all threads; making one takes about half a second of CPU time, so share it. */
public final class TokenCounter {

    /** What a chat protocol adds around each message: role and delimiters. Source: OpenAI's cookbook on counting tokens. */
    private static final int AROUND_TURN = 4;

    /** ... and what opens the answer. */
    private static final int AROUND_REQUEST = 3;

    /** Of a picture: what Anthropic counts at most (width times height through 750, scaled down before); others count less. */
    private static final int PICTURE = 1_600;

    private final Encoding encoding;

    public TokenCounter() {
        this.encoding = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    }

    /** Tokens of a text; markers of control tokens in it count as the plain text that they are. */
    public int count(String text) {
        return encoding.countTokensOrdinary(text);
    }

    /** Tokens of everything that is sent: instructions, turns with their pictures, and schema. */
    public int input(ModelRequest request) {
        int tokens = AROUND_REQUEST + AROUND_TURN + count(request.instructions());
        for (ModelRequest.Turn turn : request.turns()) {
            tokens +=
                    AROUND_TURN + count(turn.text()) + PICTURE * turn.pictures().size();
        }
        return tokens + count(request.schema().toString());
    }
}
