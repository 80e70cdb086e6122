package dev.tabellio.jobs.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.ProcessingFailure.PermanentFailure;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TroubleTest {

    @Test
    void troublesOfTheSameKindShareAFingerprint() {
        assertThat(parse("page 3 of 'a.pdf' is broken").fingerprint())
                .isEqualTo(parse("page 17 of 'b.pdf' is broken").fingerprint())
                .isNotEqualTo(parse("page 3 of 'a.pdf' is empty").fingerprint())
                .matches("[0-9a-f]{12}");
    }

    @Test
    void saysInWordsWhatHappened() {
        assertThat(Trouble.of(Optional.empty(), "parse", new StackOverflowError())
                        .cause())
                .isEqualTo("its structure is nested too deeply");
        assertThat(Trouble.of(Optional.empty(), "parse", new IllegalStateException())
                        .cause())
                .isEqualTo("unexpected failure: IllegalStateException");
        assertThat(parse("as it says").cause()).isEqualTo("as it says");
    }

    private static Trouble parse(String message) {
        return Trouble.of(Optional.empty(), "parse", new PermanentFailure(message, null));
    }
}
