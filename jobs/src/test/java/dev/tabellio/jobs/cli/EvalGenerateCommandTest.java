package dev.tabellio.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.jobs.eval.EvaluationResult;
import dev.tabellio.jobs.eval.EvaluationResult.Group;
import dev.tabellio.jobs.eval.EvaluationResult.Mistake;
import dev.tabellio.jobs.eval.EvaluationResult.Pages;
import dev.tabellio.jobs.eval.KeptEvaluations;
import dev.tabellio.samples.sets.LabelledSet;
import dev.tabellio.samples.sets.LabelledSets;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalGenerateCommandTest {

    private static final String SECRET = "482139.77";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void makesCasesAroundTheMistakesOfAKeptEvaluation() throws IOException {
        keep("before", Map.of("flat/us-1098", group("/MortgageInterest"), "us-1040-schedule-se", group("/Box2")));

        assertThat(run("eval", "generate", "before", "--out", target("made"), "--count", "3", "--seed", "9"))
                .isZero();

        assertThat(out.toString())
                .contains("us-1040-schedule-se /Box2", "not drawn", "us-1098 /MortgageInterest", "1 wrong", "3 cases");
        LabelledSet set = LabelledSets.read(folder.resolve("made"));
        assertThat(set.cases()).hasSize(3).allSatisfy(labelled -> {
            assertThat(labelled.documents().get(0).type()).isEqualTo("us-1098");
            assertThat(labelled.files())
                    .allSatisfy(
                            file -> assertThat(set.inbox().resolve(file.path())).isNotEmptyFile());
        });
        assertThat(set.scores("us-1098", "/MortgageInterest")).isTrue();
        try (Stream<Path> truths = Files.walk(folder.resolve("made/truth"))) {
            for (Path file : truths.filter(Files::isRegularFile).toList()) {
                assertThat(file).content().doesNotContain(SECRET);
            }
        }
    }

    @Test
    void casesThatAreThereAreNotMixedWithOthers() throws IOException {
        keep("before", Map.of("us-1098", group("/MortgageInterest")));
        assertThat(run("eval", "generate", "before", "--out", target("made"), "--count", "1"))
                .isZero();
        assertThat(run("eval", "generate", "before", "--out", target("made"), "--count", "1"))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString()).contains("has cases already");
    }

    @Test
    void nothingWrongIsNothingToMake() throws IOException {
        keep("clean", Map.of());
        assertThat(run("eval", "generate", "clean", "--out", target("made"))).isZero();
        assertThat(out.toString()).contains("Nothing was read wrong");
        assertThat(folder.resolve("made")).doesNotExist();
    }

    @Test
    void nothingThatCanBeDrawnIsAFailure() throws IOException {
        keep("odd", Map.of("us-1040-schedule-se", group("/Box2")));
        assertThat(run("eval", "generate", "odd", "--out", target("made"))).isEqualTo(ExitCode.FAILED.code());
        assertThat(out.toString()).contains("us-1040-schedule-se /Box2");
    }

    @Test
    void aWrongCommandLineDoesNothing() {
        assertThat(run("eval", "generate", "nowhere", "--out", target("made"))).isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString()).contains("no evaluation 'nowhere' is kept");
        assertThat(run("eval", "generate", "--out", target("made"))).isEqualTo(ExitCode.USAGE.code());
        assertThat(run("eval", "generate", "x", "--count", "0", "--out", target("made")))
                .isEqualTo(ExitCode.USAGE.code());
    }

    private static Group group(String pointer) {
        Mistake mistake = new Mistake("a/b.pdf", 1, pointer, SECRET, "", "missing", Optional.empty(), Optional.empty());
        return new Group(1, 1, 1, 0, 0, 0, 0, Map.of(), List.of(mistake), List.of());
    }

    private void keep(String name, Map<String, Group> groups) throws IOException {
        EvaluationResult result = new EvaluationResult("set", groups, 1, new Pages(1, 1, 1, 1), 1, List.of());
        new KeptEvaluations(folder.resolve("home/evaluations")).keep(name, result, "");
    }

    private String target(String name) {
        return folder.resolve(name).toString();
    }

    private int run(String... arguments) {
        List<String> all =
                new ArrayList<>(List.of("--home", folder.resolve("home").toString()));
        all.addAll(List.of(arguments));
        return Tabellio.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }
}
