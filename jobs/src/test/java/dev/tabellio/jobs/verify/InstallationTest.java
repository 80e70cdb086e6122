package dev.tabellio.jobs.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.jobs.config.ConfigReader;
import dev.tabellio.jobs.config.TabellioConfig;
import dev.tabellio.jobs.doctypes.DoctypeCheck;
import dev.tabellio.jobs.process.StandardStages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    @TempDir
    Path home;

    @Test
    void aFreshHomeIsFine() {
        assertThat(new HomeProbe(config(Map.of())).look())
                .isEqualTo(Answer.ok("home", home + " is writable; default configuration, 2 workers"));
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aFileInPlaceOfTheHomeFolderFails() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "");

        Answer answer = new HomeProbe(config(file, Map.of())).look();

        assertThat(answer.state()).isEqualTo(Answer.State.FAIL);
        assertThat(answer.says()).contains(file.toString());
        assertThat(answer.remedy()).contains("--home");
    }

    @Test
    void tooManyWorkersForTheMemoryAreAWarning() {
        Answer answer = new MemoryProbe(config(Map.of("TABELLIO_WORKERS", "1024"))).look();

        assertThat(answer.state()).isEqualTo(Answer.State.WARN);
        assertThat(answer.remedy()).contains("workers");
    }

    @Test
    void textCanBeDrawnAndThereIsRoomHere() throws IOException {
        assertThat(new FontProbe().look().state()).isEqualTo(Answer.State.OK);
        assertThat(new DiskProbe(config(Map.of())).look().says()).contains("GiB free");
    }

    @Test
    void withoutALayoutModelNothingIsLoaded() {
        Answer answer = new LayoutProbe(config(Map.of()), () -> {
                    throw new AssertionError("loaded");
                })
                .look();

        assertThat(answer.state()).isEqualTo(Answer.State.OK);
        assertThat(answer.says()).contains("no model configured");
    }

    @Test
    void aLayoutModelThatIsNotThereFails() {
        TabellioConfig config = config(Map.of("TABELLIO_LAYOUT_MODEL", "layout.pt"));

        Answer answer = new LayoutProbe(config, () -> StandardStages.layout(config)).look();

        assertThat(answer.state()).isEqualTo(Answer.State.FAIL);
        assertThat(answer.says()).contains(home.resolve("layout.pt").toString());
    }

    @Test
    void aBrokenDocumentTypeOfTheUserFails() throws IOException {
        Path folder = Files.createDirectories(home.resolve("doctypes/receipt"));
        Files.writeString(folder.resolve("doctype.yaml"), "title: Receipt\n");

        Answer answer = new DoctypeProbe(config(Map.of()), () -> new DoctypeCheck(List.of())).look();

        assertThat(answer.state()).isEqualTo(Answer.State.FAIL);
        assertThat(answer.says()).contains("receipt", "schema.json is missing");
    }

    @Test
    void aProbeThatFailsDoesNotKeepTheOthersFromBeingAsked() {
        Probe failing = new Probe() {
            @Override
            public String name() {
                return "database";
            }

            @Override
            public Answer look() throws IOException {
                throw new IOException("wrapped", new IOException("connection refused\nat once"));
            }
        };

        List<Answer> answers = new Installation(List.of(failing, new FontProbe())).verify();

        assertThat(answers).extracting(Answer::state).containsExactly(Answer.State.FAIL, Answer.State.OK);
        assertThat(answers.get(0).says()).isEqualTo("connection refused");
    }

    private TabellioConfig config(Map<String, String> environment) {
        return config(home, environment);
    }

    private static TabellioConfig config(Path home, Map<String, String> environment) {
        Properties properties = new Properties();
        if (!environment.containsKey("TABELLIO_WORKERS")) {
            properties.setProperty("tabellio.workers", "2");
        }
        return new ConfigReader(environment, properties).read(home);
    }
}
