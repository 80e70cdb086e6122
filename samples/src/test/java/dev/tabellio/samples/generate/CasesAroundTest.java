package dev.tabellio.samples.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.samples.content.Shape;
import dev.tabellio.samples.sets.ExpectedDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CasesAroundTest {

    private static final String SECRET = "Zebulon Q Wiggins-Trelawney";

    private final Failure name = new Failure(
            "us-1098",
            "/Borrower/Name",
            "text",
            "wrong",
            Shape.mask(SECRET),
            "us-1098/us-1098-statement-0001/a.pdf",
            "");
    private final Failure amount =
            new Failure("us-1098", "/MortgageInterest", "amount", "missing", "99.99", "a.pdf", "");
    private final Failure wages =
            new Failure("us-w2", "/WagesTipsAndOtherCompensation", "amount", "wrong", "99999.99", "a.pdf", "scan150");

    @Test
    void frequentFailuresGetMoreCases() throws IOException {
        CasesAround cases = new CasesAround(List.of(name, name, name, name, name, name, amount));

        assertThat(cases.drawable())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("us-1098 /Borrower/Name", 6, "us-1098 /MortgageInterest", 1));
        assertThat(cases.shares(1)).containsEntry("us-1098 /Borrower/Name", 1);
        assertThat(cases.shares(14))
                .containsEntry("us-1098 /Borrower/Name", 12)
                .containsEntry("us-1098 /MortgageInterest", 2);
    }

    @Test
    void whatCannotBeDrawnIsNamedWithTheCause() throws IOException {
        CasesAround cases = new CasesAround(List.of(
                new Failure("us-1040-schedule-se", "/Box2", "amount", "wrong", "", "a.pdf", ""),
                new Failure("us-1098", "/NoSuchField", "text", "wrong", "", "a.pdf", "")));

        assertThat(cases.drawable()).isEmpty();
        assertThat(cases.undrawable())
                .containsEntry("us-1040-schedule-se /Box2", "documents of this type are not drawn")
                .containsEntry("us-1098 /NoSuchField", "the drawn documents of this type do not have the field");
        assertThat(made(cases, 5, 1)).isEmpty();
    }

    @Test
    void theSameFailuresAndSeedGiveTheSameCasesInAnyOrder() throws IOException {
        List<Failure> failures = new ArrayList<>(List.of(name, amount, amount));
        Map<String, Sample> once = made(new CasesAround(failures), 3, 3);
        Collections.reverse(failures);
        Map<String, Sample> again = made(new CasesAround(failures), 3, 3);

        assertThat(again.keySet()).isEqualTo(once.keySet());
        once.forEach((note, sample) -> {
            assertThat(again.get(note).truth()).isEqualTo(sample.truth());
            sample.files()
                    .forEach((path, bytes) ->
                            assertThat(again.get(note).files().get(path)).isEqualTo(bytes));
        });
        assertThat(made(new CasesAround(failures), 3, 4).values())
                .extracting(Sample::truth)
                .doesNotContainAnyElementsOf(
                        once.values().stream().map(Sample::truth).toList());
    }

    @Test
    void valuesLayoutsAndDamagesVaryAndEveryValueIsWhereTheTruthSays() throws IOException {
        Map<String, Sample> cases = made(new CasesAround(List.of(name, amount)), 8, 1);

        String notes = String.join("\n", cases.keySet());
        assertThat(notes)
                .contains("value as long as", "value long", "value below zero", "damage scan300")
                .containsPattern("/Borrower/Name, .*layout us-1098(,|\\.|-sheet|-statement-sheet)");
        for (Sample sample : cases.values()) {
            assertThat(sample.truth().documents()).allSatisfy((ExpectedDocument document) -> {
                assertThat(document.type()).isEqualTo("us-1098");
                assertThat(document.prints().get(0).places().keySet())
                        .isEqualTo(document.values().keySet());
                assertThat(document.values().values())
                        .noneMatch(value -> value.contains("Zebulon") || value.contains("Trelawney"));
            });
        }
    }

    @Test
    void scansStayScansAndNeighboursComeToThem() throws IOException {
        Map<String, Sample> cases = made(new CasesAround(List.of(wages)), 4, 1);

        assertThat(cases.keySet())
                .allSatisfy(note -> assertThat(note).containsPattern("damage (scan150|scan200|phone)"));
        assertThat(cases.values())
                .anySatisfy(sample -> assertThat(sample.truth().id()).contains("-scan150-"))
                .allSatisfy(sample ->
                        assertThat(sample.truth().documents().get(0).type()).isEqualTo("us-w2"));
    }

    private static Map<String, Sample> made(CasesAround cases, int count, long seed) throws IOException {
        Map<String, Sample> made = new TreeMap<>();
        cases.make(count, seed, (sample, note) -> made.put(sample.truth().id() + ": " + note, sample));
        return made;
    }
}
