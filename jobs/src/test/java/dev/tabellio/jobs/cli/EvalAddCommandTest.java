package dev.tabellio.jobs.cli;

import static dev.tabellio.jobs.fake.Workplace.slip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.jobs.RunOutcome;
import dev.tabellio.jobs.fake.Workplace;
import dev.tabellio.samples.sets.ExpectedDocument;
import dev.tabellio.samples.sets.LabelledCase;
import dev.tabellio.samples.sets.LabelledSet;
import dev.tabellio.samples.sets.LabelledSets;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalAddCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void runAnInbox() {
        Workplace place = Workplace.in(folder)
                .put("a/slip.txt", slip("Ann", "1", "10.00"))
                .put("b.txt", slip("Bob", "2", "20.00"))
                .put("strange.txt", "nothing that is known\n");
        assertThat(place.run("r1")).isEqualTo(RunOutcome.COMPLETED);
    }

    @Test
    void aFileBecomesACaseThatStatesWhatWasRead() throws Exception {
        Path set = folder.resolve("set");
        assertThat(run("eval", "add", "a/slip.txt", "--to", set.toString())).isZero();
        assertThat(run("eval", "add", "b.txt", "--to", set.toString())).isZero();

        LabelledSet read = LabelledSets.read(set);
        assertThat(read.cases()).hasSize(2);
        LabelledCase labelled = read.cases().stream()
                .filter(one -> one.files().get(0).path().endsWith("slip.txt"))
                .findFirst()
                .orElseThrow();
        assertThat(Files.readString(read.inbox().resolve(labelled.files().get(0).path())))
                .isEqualTo(slip("Ann", "1", "10.00"));
        ExpectedDocument document = labelled.documents().get(0);
        assertThat(document.values()).containsEntry("/Wages", "10.00");
        assertThat(document.prints().get(0).places()).containsKey("/Wages");
        assertThat(read.scores(document.type(), "/Wages")).isTrue();
    }

    @Test
    void aCaseIsNotOverwritten() {
        String set = folder.resolve("set").toString();
        assertThat(run("eval", "add", "b.txt", "--to", set)).isZero();
        assertThat(run("eval", "add", "b.txt", "--to", set)).isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString()).contains("already");
    }

    @Test
    void aFileWithoutADocumentIsNoCase() {
        assertThat(run("eval", "add", "strange.txt")).isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString()).contains("no document was recognised in strange.txt");
    }

    private int run(String... arguments) {
        List<String> all =
                new ArrayList<>(List.of("--home", folder.resolve("home").toString()));
        all.addAll(List.of(arguments));
        return Tabellio.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
    }
}
