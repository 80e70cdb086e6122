package dev.tabellio.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.samples.sets.LabelledSet;
import dev.tabellio.samples.sets.LabelledSets;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void generatesDocumentsWithTheirTruth() throws IOException {
        Path target = folder.resolve("made");

        int exit = run(
                "samples",
                "generate",
                "--out",
                target.toString(),
                "--seed",
                "5",
                "--count",
                "3",
                "--types",
                "w2-irs,w2-copies");

        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(out.toString()).contains("3 cases in 4 files");
        LabelledSet set = LabelledSets.read(target);
        assertThat(set.cases())
                .extracting("id")
                .containsExactly("us-w2/w2-copies-0002", "us-w2/w2-irs-0001", "us-w2/w2-irs-0003");
        assertThat(set.cases())
                .allSatisfy(labelled -> assertThat(labelled.files())
                        .allSatisfy(file ->
                                assertThat(set.inbox().resolve(file.path())).isNotEmptyFile()));
    }

    @Test
    void scansDocumentsOfTheUserTheSameEveryTime() throws IOException {
        run("samples", "generate", "--out", folder.toString(), "--seed", "5", "--count", "1", "--types", "w2-irs");
        Path document = folder.resolve("documents/us-w2/w2-irs-0001/document.pdf");

        for (String target : List.of("one", "two")) {
            String out = folder.resolve(target).toString();
            assertThat(run("samples", "scan", document.toString(), "--out", out, "--as", "scan150,phone"))
                    .isZero();
        }

        assertThat(folder.resolve("one/phone/document.pdf"))
                .hasSameBinaryContentAs(folder.resolve("two/phone/document.pdf"));
        assertThat(Files.size(folder.resolve("one/scan150/document.pdf"))).isGreaterThan(10_000);
        assertThat(run("samples", "scan", folder.toString(), "--out", folder.toString()))
                .isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void namesTheKindsWhenOneIsUnknown() {
        assertThat(run("samples", "generate", "--out", folder.toString(), "--types", "w3"))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString()).contains("unknown kind of sample 'w3'", "w2-four-up");
    }

    @Test
    void namesTheDegradationsWhenOneIsUnknown() {
        assertThat(run("samples", "generate", "--out", folder.toString(), "--degrade", "crumple"))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString()).contains("unknown degradation 'crumple'", "bilevel");
    }

    private int run(String... args) {
        String[] all = new String[args.length + 2];
        System.arraycopy(args, 0, all, 0, args.length);
        all[args.length] = "--home";
        all[args.length + 1] = folder.resolve("home").toString();
        return Tabellio.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
