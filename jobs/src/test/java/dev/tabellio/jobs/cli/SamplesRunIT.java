package dev.tabellio.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.jobs.export.jsonl.JsonLinesExporter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The committed samples, each case against its expected lines in {@code samples/expected}. After a change that is meant,
 * {@code scripts/golden-update} rewrites them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SamplesRunIT {

    private static final Path SAMPLES =
            Path.of("..", "samples").toAbsolutePath().normalize();
    private static final Path DOCUMENTS = SAMPLES.resolve("documents");
    private static final Path EXPECTED = SAMPLES.resolve("expected");

    private List<String> exported = List.of();

    @BeforeAll
    void run(@TempDir Path folder) throws IOException {
        StringWriter out = new StringWriter();
        int exit = Tabellio.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(
                        "--home",
                        folder.resolve("home").toString(),
                        "run",
                        DOCUMENTS.toString(),
                        "--out",
                        folder.toString(),
                        "--run-id",
                        "samples");
        assertThat(exit).as(out.toString()).isEqualTo(ExitCode.COMPLETED.code());
        exported = Files.readAllLines(folder.resolve("samples").resolve(JsonLinesExporter.FILE));
    }

    @TestFactory
    Stream<DynamicTest> readsWhatIsExpected() throws IOException {
        List<String> cases = cases(DOCUMENTS);
        assertThat(cases(EXPECTED)).as("expected cases").isEqualTo(cases);
        return cases.stream().map(name -> DynamicTest.dynamicTest(name, () -> compare(name)));
    }

    private void compare(String name) throws IOException {
        List<String> found = exported.stream()
                .filter(line -> line.contains("\"file\":\"" + name + "/"))
                .filter(line -> line.indexOf("\"file\":\"") == line.indexOf("\"file\":\"" + name + "/"))
                .map(SamplesRunIT::withoutConfidences)
                .toList();
        assertThat(found).isEqualTo(Files.readAllLines(EXPECTED.resolve(name).resolve(JsonLinesExporter.FILE)));
    }

    /** Computed in floating point by recognition, and not the same to the last digit on every processor. */
    private static String withoutConfidences(String line) {
        return line.replaceAll(",\"confidence\":[0-9.eE+-]+", "");
    }

    private static List<String> cases(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder, 2)) {
            return found.filter(path -> folder.relativize(path).getNameCount() == 2)
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }
}
