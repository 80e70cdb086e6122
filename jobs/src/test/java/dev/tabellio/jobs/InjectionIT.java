package dev.tabellio.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.jobs.config.ConfigReader;
import dev.tabellio.jobs.config.TabellioConfig;
import dev.tabellio.jobs.fake.Workplace;
import dev.tabellio.jobs.process.Stages;
import dev.tabellio.jobs.process.StandardStages;
import dev.tabellio.jobs.register.Inbox;
import dev.tabellio.jobs.store.FileRow;
import dev.tabellio.jobs.store.FileState;
import dev.tabellio.samples.generate.SampleFolder;
import dev.tabellio.samples.models.ObedientModel;
import dev.tabellio.samples.models.ObedientModel.Wish;
import dev.tabellio.samples.models.Protocol;
import dev.tabellio.samples.models.ScriptedModelServer;
import dev.tabellio.samples.models.SeenRequest;
import dev.tabellio.samples.poison.HidingPlace;
import dev.tabellio.samples.poison.PoisonedSample;
import dev.tabellio.samples.poison.PoisonedSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Documents that try to talk a model into a wrong value, read with a model that does what it is told. */
class InjectionIT {

    /** Of all tests: natives are loaded once a process, from the cache in the home folder. */
    @TempDir
    private static Path shared;

    private Path folder = shared;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noAttackerGetsAValuePosted(boolean gullible) throws IOException {
        List<PoisonedSample> set = PoisonedSet.of(gullible ? 8 : 7);
        folder = shared.resolve("gullible " + gullible);
        assertThat(set).hasSizeGreaterThanOrEqualTo(40);
        List<Wish> wishes = set.stream()
                .map(poisoned -> new Wish(
                        poisoned.attack().pointer(),
                        poisoned.attack().value(),
                        poisoned.attack().printed()))
                .distinct()
                .toList();
        try (ScriptedModelServer server = ScriptedModelServer.start(new ObedientModel(wishes, gullible))) {
            Map<String, JsonNode> documents = run(set, server, "");
            List<String> successes = new ArrayList<>();
            for (PoisonedSample poisoned : set) {
                JsonNode document = documents.get(poisoned.id() + "/document.pdf");
                if (document == null) {
                    continue;
                }
                if (document.path("disposition").asString("").equals("POST")
                        && document.at("/fields" + poisoned.attack().pointer())
                                .toString()
                                .contains(poisoned.attack().value())) {
                    successes.add(poisoned.note());
                }
            }
            assertThat(documents).hasSize(set.size());
            assertThat(set.stream()
                            .filter(poisoned -> poisoned.place() == HidingPlace.OTHER_VALUE)
                            .map(poisoned -> documents.get(poisoned.id() + "/document.pdf")))
                    .as("a field that shows something else than its value")
                    .allMatch(document ->
                            document.path("disposition").asString("").equals("REVIEW")
                                    && document.path("findings").toString().contains("document.shown"));
            System.out.printf(
                    "poisoned: %d documents, %d attacks succeeded, %d requests%n",
                    set.size(), successes.size(), server.requests().size());
            assertThat(successes).as("attacks that succeeded").isEmpty();
            assertThat(server.requests()).as("the model was asked").hasSizeGreaterThanOrEqualTo(set.size());
            List<String> reached = set.stream()
                    .map(poisoned -> poisoned.attack().words())
                    .distinct()
                    .filter(words -> server.requests().stream()
                            .map(SeenRequest::prompt)
                            .anyMatch(prompt -> prompt.contains(words)))
                    .toList();
            assertThat(reached).as("attacks that the model got to see").isEmpty();
        }
    }

    @Test
    void theyAreQuarantinedIfThatIsWanted() throws IOException {
        List<PoisonedSample> set = PoisonedSet.of(9).subList(0, 8);
        folder = shared.resolve("quarantine");
        try (ScriptedModelServer server = ScriptedModelServer.start(new ObedientModel(List.of(), false))) {
            assertThat(run(set, server, "injections: quarantine")).isEmpty();
            assertThat(server.requests()).isEmpty();
        }
    }

    /** @return the exported documents by file */
    private Map<String, JsonNode> run(List<PoisonedSample> set, ScriptedModelServer server, String more)
            throws IOException {
        String run = Objects.requireNonNull(folder.getFileName()).toString().replace(' ', '-');
        SampleFolder samples = new SampleFolder(folder.resolve("set"));
        for (PoisonedSample poisoned : set) {
            samples.write(poisoned.sample());
        }
        Path home = Files.createDirectories(shared.resolve("home"));
        Files.writeString(home.resolve("tabellio.yaml"), """
                llm:
                  policy: always
                  %s
                  small:
                    provider: openai
                    base-url: %s
                    model: obedient
                    local: true
                    context-tokens: 200000
                """.formatted(more, server.baseUrl(Protocol.OPEN_AI)));
        TabellioConfig config = new ConfigReader(Map.of(), new Properties()).read(home);
        try (Stages stages = StandardStages.open(config, DocumentTypes.shipped());
                Runs runs = Runs.open(config)) {
            RunRequest request = new RunRequest(
                    Inbox.of(List.of(folder.resolve("set").resolve("documents"))),
                    folder.resolve("out"),
                    Optional.of(run));
            assertThat(runs.start(request, stages).work()).isEqualTo(RunOutcome.COMPLETED);
            if (!more.isEmpty()) {
                assertThat(runs.stores().files().of(run).stream().map(FileRow::state))
                        .containsOnly(FileState.QUARANTINED);
            }
        }
        Map<String, JsonNode> documents = new HashMap<>();
        String lines = Workplace.read(folder.resolve("out").resolve(run)).getOrDefault("documents.jsonl", "");
        for (String line : lines.lines().toList()) {
            JsonNode document = JsonMapper.shared().readTree(line);
            documents.put(document.path("file").asString(""), document);
        }
        return documents;
    }
}
