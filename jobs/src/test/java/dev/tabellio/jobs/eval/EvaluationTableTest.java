package dev.tabellio.jobs.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.jobs.eval.EvaluationResult.Group;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluationTableTest {

    private static final EvaluationTable TABLE = new EvaluationTable(new EvaluationResult(
            "test",
            Map.of(
                    "contract",
                    new Group(
                            1,
                            1,
                            1,
                            0,
                            0,
                            0,
                            0,
                            Map.of(
                                    "/Clauses/AuditRights/*/Text", score(10, 6, 5),
                                    "/Clauses/Insurance/*/Text", score(2, 2, 1),
                                    "/Parties/*/Name", score(2, 2, 2),
                                    "/Term/Text", score(1, 0, 0)),
                            List.of(),
                            List.of())),
            1,
            EvaluationResult.Pages.NONE,
            1,
            List.of()));

    @Test
    void addsUpTheListsBelowOneProperty() {
        StringWriter printed = new StringWriter();
        PrintWriter out = new PrintWriter(printed);
        TABLE.print(out, false, 0);
        out.flush();
        assertThat(printed.toString().lines().filter(line -> line.contains(" all of ")))
                .singleElement()
                .asString()
                .matches("\\s+all of /Clauses/\\*\\s+12\\s+8\\s+75\\.00\\s+50\\.00\\s+60\\.00\\s.*");
    }

    @Test
    void programsGetTheSameSums() {
        JsonNode sums = new JsonMapper().<JsonNode>valueToTree(TABLE.tree()).at("/groups/contract/sums");
        assertThat(sums.propertyNames()).containsExactly("/Clauses/*");
        assertThat(sums.at("/~1Clauses~1*/right").asInt()).isEqualTo(6);
    }

    private static FieldScore score(int expected, int found, int right) {
        return FieldScore.ofDocument(expected, found, right, right, 0, 0, 0);
    }
}
