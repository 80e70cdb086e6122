package dev.tabellio.jobs.release;

import static dev.tabellio.jobs.fake.Workplace.slip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.jobs.RunOutcome;
import dev.tabellio.jobs.RunRequest;
import dev.tabellio.jobs.Runs;
import dev.tabellio.jobs.config.LlmConfig;
import dev.tabellio.jobs.fake.FakeStages;
import dev.tabellio.jobs.fake.Workplace;
import dev.tabellio.jobs.process.Stages;
import dev.tabellio.jobs.register.Inbox;
import dev.tabellio.jobs.release.ReleaseComparison.TypeLine;
import dev.tabellio.jobs.store.DocumentRow;
import dev.tabellio.jobs.store.DocumentState;
import dev.tabellio.jobs.store.ReleaseStore.Activation;
import dev.tabellio.jobs.store.ReleaseStore.ReleaseRow;
import dev.tabellio.jobs.store.ResultVersions;
import dev.tabellio.jobs.store.RunRow.Beside;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasesTest {

    private static final String STRICT = """
            rules:
              - id: slip.small
                severity: error
                says: "the wages are under 50"
                expression: Wages < 50
                examples:
                  satisfied: [{Wages: 1}]
                  edge: [{Wages: 49.99}]
                  violated: [{Wages: 50}]
                  notApplicable: [{Owner: Ann}]
            """;

    @TempDir
    private Path folder;

    @Test
    void keepsWhatTheInstallationWasLike() throws IOException {
        Workplace place = place();
        try (Runs runs = Runs.open(place.config());
                Stages stages = place.stages(0)) {
            Releases releases = runs.releases();
            ReleaseRow lenient = releases.create("lenient", "the first", stages, LlmConfig.none());
            assertThatThrownBy(() -> releases.create("lenient", "", stages, LlmConfig.none()))
                    .hasMessage("there is a release 'lenient' already");
            assertThatThrownBy(() -> releases.create("no/name", "", stages, LlmConfig.none()))
                    .isInstanceOf(IllegalArgumentException.class);
            ReleaseRow strict = releases.create("strict", "", strict(place), LlmConfig.none());

            assertThat(releases.types(lenient).all())
                    .containsExactlyElementsOf(stages.types().all());
            DocumentType changed = releases.types(strict).get("slip");
            assertThat(changed.file("rules.yaml")).contains(STRICT);
            assertThat(changed.digest()).isNotEqualTo(stages.types().get("slip").digest());
            assertThat(lenient.code()).isEqualTo(stages.codeVersion());
            assertThat(strict.types())
                    .filteredOn(type -> lenient.types().stream().noneMatch(type::equals))
                    .as("what changed")
                    .singleElement()
                    .satisfies(type -> assertThat(type.type()).isEqualTo("slip"));
        }
    }

    @Test
    void goesForwardAndBack() {
        Workplace place = place();
        try (Runs runs = Runs.open(place.config());
                Stages stages = place.stages(0)) {
            Releases releases = runs.releases();
            assertThat(releases.active()).isEmpty();
            assertThatThrownBy(releases::rollBack).hasMessageContaining("no release is active");
            assertThatThrownBy(() -> releases.activate("a")).hasMessageContaining("there is no release 'a'");
            List.of("a", "b", "c").forEach(name -> {
                releases.create(name, "", stages, LlmConfig.none());
                releases.activate(name);
            });
            assertThat(releases.active()).contains("c");
            assertThat(releases.rollBack()).contains("b");
            assertThat(releases.rollBack()).contains("a");
            releases.activate("c");
            assertThat(releases.rollBack()).contains("a");
            assertThat(releases.rollBack()).isEmpty();
            assertThat(releases.active()).isEmpty();
            assertThat(releases.history()).filteredOn(Activation::rolledBack).hasSize(4);
        }
    }

    @Test
    void aSecondReleaseIsComparedAndNeverExported() throws IOException {
        Workplace place = place();
        for (int i = 0; i < 20; i++) {
            place.put("f%02d.txt".formatted(i), slip("Ann", "n" + i, i % 2 == 0 ? "10.00" : "90.00"));
        }
        Map<String, String> alone = exported(place, "alone", Optional.empty());
        Workplace other = Workplace.in(folder.resolve("beside"), environment());
        for (int i = 0; i < 20; i++) {
            other.put("f%02d.txt".formatted(i), slip("Ann", "n" + i, i % 2 == 0 ? "10.00" : "90.00"));
        }
        Map<String, String> beside = exported(other, "alone", Optional.of(new BigDecimal("0.5")));

        assertThat(beside).isEqualTo(alone);
        try (Runs runs = Runs.open(other.config())) {
            assertThat(runs.stores().documents().of("alone"))
                    .hasSize(20)
                    .extracting(DocumentRow::state)
                    .containsOnly(DocumentState.POSTED);
            assertThat(runs.stores().runs().get("alone").beside())
                    .map(Beside::release)
                    .contains("strict");
            ReleaseComparison comparison = ReleaseComparison.of(
                    "alone", Optional.empty(), "strict", runs.stores().shadows().of("alone"));
            assertThat(comparison.documents()).as("about half of 20").isBetween(4, 16);
            TypeLine slips = comparison.types().get(0);
            assertThat(slips.dispositions()).containsOnlyKeys("POST -> REVIEW");
            assertThat(slips.alike() + slips.dispositions().get("POST -> REVIEW"))
                    .isEqualTo(comparison.documents());
            assertThat(slips.alike()).isPositive();
            assertThat(slips.same()).isEqualTo(3 * comparison.documents());
            assertThat(slips.different()).isZero();
        }
    }

    @Test
    void everyResultSaysWhatLedToIt() throws IOException {
        Workplace place = place().put("a.txt", slip("Ann", "1", "10.00"));
        exported(place, "r1", Optional.empty());
        try (Runs runs = Runs.open(place.config());
                Stages stages = place.stages(0)) {
            ResultVersions versions =
                    runs.stores().documents().of("r1").get(0).versions().orElseThrow();
            assertThat(versions.code()).isEqualTo(stages.codeVersion());
            assertThat(versions.rules())
                    .isEqualTo(stages.rulesVersion(stages.types().get("slip")));
            assertThat(versions.models()).isEmpty();
            assertThat(place.export("r1").get("manifest.json")).contains(versions.schema(), versions.rules());
        }
    }

    private Map<String, String> exported(Workplace place, String run, Optional<BigDecimal> share) throws IOException {
        try (Runs runs = Runs.open(place.config());
                Stages stages = place.stages(0);
                Stages second = strict(place)) {
            RunRequest request = new RunRequest(Inbox.of(List.of(place.inbox())), place.out(), Optional.of(run));
            ReleasedStages first = ReleasedStages.unreleased(LlmConfig.none(), stages);
            Optional<ShadowStages> beside = share.map(part -> new ShadowStages(
                    new Beside("strict", part), new ReleasedStages(Optional.of("strict"), LlmConfig.none(), second)));
            assertThat(runs.start(request, first, beside).work()).isEqualTo(RunOutcome.COMPLETED);
        }
        return place.export(run);
    }

    /** The stages of the place, with a rule that it does not have. */
    private static Stages strict(Workplace place) throws IOException {
        Path type = Files.createDirectories(place.folder().resolve("strict").resolve("slip"));
        for (String name : List.of("doctype.yaml", "schema.json")) {
            Files.writeString(
                    type.resolve(name),
                    Files.readString(place.config().doctypes().resolve("slip").resolve(name)));
        }
        Files.writeString(type.resolve("rules.yaml"), STRICT);
        Stages own = place.stages(0);
        return FakeStages.of(
                own.types().with(DocumentTypes.load(type)),
                place.folder().resolve("journal"),
                0,
                own.trial(),
                Map.of());
    }

    private Workplace place() {
        return Workplace.in(folder.resolve("place"), environment());
    }

    /** Where the database is; an H2 file in the home unless this says otherwise. */
    Map<String, String> environment() {
        return Map.of();
    }
}
