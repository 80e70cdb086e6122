package dev.tabellio.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParseCommandIT {

    /** One for all tests: native libraries are loaded once, from the cache of the home that was first. */
    @TempDir
    static Path home;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String good = "";
    private String bad = "";
    private String target = "";

    @BeforeEach
    void makeFiles() throws IOException {
        Path samples = Path.of("..", "samples", "documents");
        good = Files.copy(samples.resolve("us-w2/irs/document.pdf"), folder.resolve("good.pdf"))
                .toString();
        bad = Files.writeString(folder.resolve("bad.pdf"), "no PDF").toString();
        target = folder.resolve("read").toString();
    }

    @Test
    void oneFileIsPrinted() {
        assertThat(run("parse", good)).isZero();
        assertThat(out.toString()).contains("Wage and Tax");
        assertThat(run("parse", bad)).isEqualTo(ExitCode.FAILED.code());
        assertThat(err.toString()).contains(bad + ": The file is not a PDF");
    }

    @Test
    void theExitCodeTellsWhetherNoneSomeOrAllFailed() {
        assertThat(run("parse", good, "--out", target, "--format", "json")).isZero();
        assertThat(out.toString()).contains("Read 1 files, 1 pages in ", "0 failed: " + target);
        assertThat(Path.of(target, "good.pdf.json")).isNotEmptyFile();

        assertThat(run("parse", good, bad, "--out", target)).isEqualTo(3);
        assertThat(err.toString()).startsWith("bad.pdf: The file is not a PDF");
        assertThat(Path.of(target, "good.pdf.txt")).content().contains("Wage and Tax");

        assertThat(run("parse", bad, "--out", target, "--workers", "1")).isEqualTo(ExitCode.FAILED.code());
    }

    @Test
    void whatMakesNoSenseIsRefusedBeforeAnythingIsDone() {
        assertThat(List.of(
                        run("parse"),
                        run("parse", good, bad),
                        run("parse", folder.toString()),
                        run("parse", folder.resolve("none.pdf").toString()),
                        run("parse", folder.resolve("none.pdf").toString(), "--out", target),
                        run("parse", good, "--out", bad),
                        run("parse", good, "--out", target, "--workers", "0"),
                        run("parse", good, "--format", "word")))
                .containsOnly(ExitCode.USAGE.code());
        assertThat(Path.of(target)).doesNotExist();
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--home", home.toString()));
        all.addAll(List.of(arguments));
        return Tabellio.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
    }
}
