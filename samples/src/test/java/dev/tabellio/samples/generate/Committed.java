package dev.tabellio.samples.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The sample folders of the repository. */
final class Committed {

    static final Path DOCUMENTS = Path.of("documents");
    static final Path TRUTH = Path.of("truth");

    private Committed() {}

    static Stream<String> cases(boolean scanned) throws IOException {
        CommittedSamples samples = new CommittedSamples();
        List<String> ids = new ArrayList<>();
        for (String id : samples.ids()) {
            if (samples.scanned(id) == scanned) {
                ids.add(id);
            }
        }
        return ids.stream();
    }

    static void assertReproduced(Sample sample) {
        sample.files()
                .forEach((path, bytes) -> assertThat(DOCUMENTS.resolve(path))
                        .as("%s: after a change of the generator run 'scripts/tabellio samples rebuild samples'", path)
                        .hasBinaryContent(bytes));
    }
}
