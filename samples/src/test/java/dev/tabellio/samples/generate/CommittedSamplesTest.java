package dev.tabellio.samples.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The repository holds what the generator makes. */
class CommittedSamplesTest {

    private final CommittedSamples samples = new CommittedSamples();

    static Stream<String> drawn() throws IOException {
        return Committed.cases(false);
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void drawnFilesAreReproduced(String id) throws IOException {
        Committed.assertReproduced(samples.make(id));
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void eachCaseSaysWhatItIsFor(String id) throws IOException {
        assertThat(Committed.TRUTH.resolve(id).resolve("README.md")).hasContent(samples.purpose(id));
    }
}
