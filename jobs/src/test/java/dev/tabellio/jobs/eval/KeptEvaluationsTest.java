package dev.tabellio.jobs.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.extraction.admission.Admission;
import dev.tabellio.jobs.eval.ConfidenceQuality.Judgement;
import dev.tabellio.jobs.eval.EvaluationResult.Group;
import dev.tabellio.jobs.eval.EvaluationResult.Mistake;
import dev.tabellio.jobs.eval.EvaluationResult.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptEvaluationsTest {

    @TempDir
    Path folder;

    @Test
    void whatIsKeptReadsBackEqual() throws Exception {
        KeptEvaluations evaluations = new KeptEvaluations(folder);
        EvaluationResult result = result(FieldScore.ofDocument(4, 3, 2, 3, 1, 2, 1), 0);
        evaluations.keep("before", result, "<html>");
        assertThat(evaluations.get("before")).isEqualTo(result);
        assertThat(evaluations.get(folder.resolve("before/result.json").toString()))
                .isEqualTo(result);
        assertThat(evaluations.names()).containsExactly("before");
    }

    @Test
    void aResultOfAnEarlierVersionHasNoMeansOverDocuments() throws Exception {
        KeptEvaluations evaluations = new KeptEvaluations(folder);
        evaluations.keep("before", result(FieldScore.ofDocument(4, 4, 3, 3, 0, 0, 0), 0), "");
        Path kept = folder.resolve("before/result.json");
        String json = Files.readString(kept);
        Files.writeString(kept, json.replaceAll(",\\s*\"byDocument\"\\s*:\\s*\\{[^}]*\\}", ""));
        assertThat(Files.readString(kept)).isNotEqualTo(json).doesNotContain("byDocument");
        FieldScore earlier =
                evaluations.get("before").groups().values().iterator().next().total();
        assertThat(earlier.meanF1()).isEqualTo(earlier.f1()).isEqualTo(0.75);
    }

    @Test
    void aMissingOneIsNamedWithThoseThatThereAre() throws Exception {
        KeptEvaluations evaluations = new KeptEvaluations(folder);
        assertThatThrownBy(() -> evaluations.get("other")).hasMessageContaining("there are: none");
        evaluations.keep("before", result(FieldScore.NONE, 0), "");
        assertThatThrownBy(() -> evaluations.get("other"))
                .isInstanceOf(IOException.class)
                .hasMessage("no evaluation 'other' is kept; there are: before");
    }

    @Test
    void aNameStaysInTheFolder() {
        assertThatThrownBy(() -> new KeptEvaluations(folder).keep("../out", result(FieldScore.NONE, 0), ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLostValueIsWorseAndAFoundOneBetter() {
        EvaluationResult before = result(FieldScore.ofDocument(4, 4, 4, 4, 0, 0, 0), 1);
        EvaluationResult after = result(FieldScore.ofDocument(4, 4, 3, 3, 0, 0, 0), 0);
        Comparison comparison = Comparison.of(before, after);
        assertThat(comparison.regressed()).isTrue();
        assertThat(comparison.changes())
                .extracting(change -> change.figure() + " " + change.before() + " " + change.after())
                .containsExactly(
                        "/Box1 right 4 3",
                        "/Box1 exactly right 4 3",
                        "/Box1 wrong 0 1",
                        "documents posted with a wrong value 1 0");
        assertThat(Comparison.of(before, before).changes()).isEmpty();
    }

    @Test
    void thePageShowsMistakesAsTextNotAsMarkup() {
        String html = EvaluationPage.html(
                result(FieldScore.ofDocument(1, 1, 0, 0, 0, 0, 0), 0),
                new MistakeCrops(
                        folder, path -> new Admission.Refused("a".repeat(64), 0, Admission.Reason.EMPTY, "empty")));
        assertThat(html).contains("&lt;b&gt;12.00").doesNotContain("<b>12.00").contains("not enough data");
    }

    private static EvaluationResult result(FieldScore score, int falselyPosted) {
        Mistake mistake = new Mistake(
                "a.pdf",
                1,
                "/Box1",
                "11.00",
                "<b>12.00",
                Mistake.WRONG,
                Optional.of(new BoundingBox(1, 2, 3, 4)),
                Optional.empty());
        Group group = new Group(
                1,
                1,
                1,
                0,
                1,
                0,
                falselyPosted,
                Map.of("/Box1", score),
                List.of(mistake),
                List.of(new Judgement(0.9, true, Optional.empty())));
        return new EvaluationResult("set", Map.of("us-w2", group), 1, new Pages(1, 1, 1, 1), 0.5, List.of());
    }
}
