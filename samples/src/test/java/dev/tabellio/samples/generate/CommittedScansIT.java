package dev.tabellio.samples.generate;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** As {@link CommittedSamplesTest}, for the cases that take a second each. */
class CommittedScansIT {

    static Stream<String> scanned() throws IOException {
        return Committed.cases(true);
    }

    @ParameterizedTest
    @MethodSource("scanned")
    void scannedFilesAreReproduced(String id) throws IOException {
        Committed.assertReproduced(new CommittedSamples().make(id));
    }
}
