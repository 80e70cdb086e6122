package dev.tabellio.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tabellio.document.Classification;
import dev.tabellio.document.PageUse;
import dev.tabellio.document.ProcessingFailure.StopTheRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactStoreTest {

    private static final Classification CLASSIFICATION =
            new Classification(List.of(), List.of(new PageUse(1, PageUse.Kind.UNKNOWN, "Ünknown")));
    private static final DerivationKey KEY = DerivationKey.of(Stage.CLASSIFY, "1", "input");

    @TempDir
    private Path folder;

    @Test
    void computesOnce() {
        ArtifactStore store = new ArtifactStore(folder);
        AtomicInteger computed = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            assertThat(store.getOrCompute(Stage.CLASSIFY, KEY, Classification.class, () -> {
                        computed.incrementAndGet();
                        return CLASSIFICATION;
                    }))
                    .isEqualTo(CLASSIFICATION);
        }
        assertThat(computed).hasValue(1);
        assertThat(store.has(Stage.CLASSIFY, KEY)).isTrue();
        assertThat(store.has(Stage.PARSE, KEY)).isFalse();
    }

    @Test
    void damagedArtifactsCountAsMissing() throws IOException {
        ArtifactStore store = new ArtifactStore(folder);
        store.put(Stage.CLASSIFY, KEY, CLASSIFICATION);
        Path file = onlyFile();
        byte[] bytes = Files.readAllBytes(file);

        for (int length : new int[] {0, 5, bytes.length / 2, bytes.length - 1}) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThat(store.find(Stage.CLASSIFY, KEY, Classification.class))
                    .as("cut to %d bytes", length)
                    .isEmpty();
        }
        for (int at = 10; at < bytes.length; at++) {
            byte[] flipped = bytes.clone();
            flipped[at] ^= 1;
            Files.write(file, flipped);
            assertThat(store.find(Stage.CLASSIFY, KEY, Classification.class))
                    .as("bit flipped in byte %d", at)
                    .matches(found -> found.isEmpty() || found.get().equals(CLASSIFICATION));
        }
        assertThatThrownBy(() -> {
                    Files.write(file, new byte[3]);
                    store.get(Stage.CLASSIFY, KEY.value(), Classification.class);
                })
                .isInstanceOf(StopTheRun.class)
                .hasMessageContaining("missing or damaged");
    }

    @Test
    void leavesNoTemporaryFiles() throws IOException {
        new ArtifactStore(folder).put(Stage.CLASSIFY, KEY, CLASSIFICATION);
        assertThat(onlyFile()).hasFileName(KEY.value() + ".json.gz");
    }

    @Test
    void whatCannotBeWrittenStopsTheRun() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "no folder");
        assertThatThrownBy(() -> new ArtifactStore(blocked).put(Stage.CLASSIFY, KEY, CLASSIFICATION))
                .isInstanceOf(StopTheRun.class)
                .hasMessageContaining("cannot write the classify artifact");
    }

    @Test
    void keysTellTheirPartsApart() {
        assertThat(DerivationKey.of(Stage.PARSE, "1", "ab", "c"))
                .isNotEqualTo(DerivationKey.of(Stage.PARSE, "1", "a", "bc"))
                .isNotEqualTo(DerivationKey.of(Stage.PARSE, "1a", "b", "c"))
                .isNotEqualTo(DerivationKey.of(Stage.CLASSIFY, "1", "ab", "c"))
                .isEqualTo(DerivationKey.of(Stage.PARSE, "1", "ab", "c"));
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(Files::isRegularFile).toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }
}
