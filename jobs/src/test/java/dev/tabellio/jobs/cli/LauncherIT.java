package dev.tabellio.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a checkout of its own, with a Maven and a Java that only write down how they were called. */
class LauncherIT {

    private static final Path LAUNCHER = Path.of("..", "scripts", "tabellio");

    @TempDir
    Path folder;

    private Path checkout = Path.of("");
    private Path mavenCalls = Path.of("");

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = folder.resolve("check out");
        mavenCalls = folder.resolve("maven-calls");
        Files.createDirectories(checkout.resolve("scripts"));
        Files.copy(LAUNCHER, checkout.resolve("scripts/tabellio"));
        assertThat(checkout.resolve("scripts/tabellio").toFile().setExecutable(true))
                .isTrue();
        Files.writeString(checkout.resolve("pom.xml"), "");
        for (String module :
                List.of("extractors/document-model", "extractors/extraction", "reconciliation", "samples", "jobs")) {
            Files.createDirectories(checkout.resolve(module).resolve("src/main"));
            Files.writeString(checkout.resolve(module).resolve("pom.xml"), "");
        }
        script("jdk/bin/java", """
                for word in "$@"; do case $word in -X*|-D*|--enable*|--sun*) ;; *) echo "[$word]" ;; esac; done
                """);
        script("jdk/bin/javac", "");
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.15\"\n");
        script("bin/mvn", """
                echo called >> "$MAVEN_CALLS"
                sleep 1
                for word in "$@"; do case $word in -Dtabellio.lib=*) lib=${word#*=} ;; esac; done
                mkdir -p "$lib" && touch "$lib/b.jar" "$lib/a.jar"
                """);
    }

    @Test
    void buildsOnFirstUseAndNotAgain() throws Exception {
        Ran first = launch("status", "a run");
        Ran second = launch("status", "a run");

        assertThat(first.exit()).isZero();
        assertThat(first.out())
                .containsSubsequence(
                        "[-cp]", "a.jar:", "b.jar", "[dev.tabellio.jobs.cli.Tabellio]", "[status]", "[a run]");
        assertThat(first.err()).contains("Building Tabellio");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(mavenCalls).content().hasLineCount(1);
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        launch("status");
        Path source = Files.writeString(checkout.resolve("reconciliation/src/main/New.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));

        launch("status");

        assertThat(mavenCalls).content().hasLineCount(2);
    }

    @Test
    void twoAtOnceBuildOnce() throws Exception {
        Process one = start(Map.of(), checkout.resolve("scripts/tabellio"), "status");
        Process two = start(Map.of(), checkout.resolve("scripts/tabellio"), "status");

        Ran first = finish(one);
        Ran second = finish(two);

        assertThat(List.of(first.exit(), second.exit())).containsOnly(0);
        assertThat(first.err() + second.err()).contains("Another tabellio is building");
        assertThat(mavenCalls).content().hasLineCount(1);
    }

    @Test
    void worksThroughALinkFromAnotherFolder() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("bin/tab"), Path.of("../check out/scripts/tabellio"));

        assertThat(finish(start(Map.of(), link, "--help")).out()).contains("[--help]");
    }

    @Test
    void aFailedBuildShowsTheErrorsAndNamesTheLog() throws Exception {
        script("bin/mvn", """
                echo '[INFO] Scanning for projects...'
                echo '[ERROR] Rule.java:[12,5] cannot find symbol'
                echo '[ERROR] -> [Help 1]'
                exit 1
                """);

        Ran ran = launch("status");

        assertThat(ran.exit()).isEqualTo(ExitCode.FAILED.code());
        assertThat(ran.err())
                .contains("Rule.java:[12,5] cannot find symbol", "jobs/target/tabellio/build.log")
                .doesNotContain("Help 1", "Scanning");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void anOldJavaIsNamed() throws Exception {
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"11.0.2\"\n");

        Ran ran = launch("status");

        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ran.err()).contains("11.0.2", "17 or newer");
    }

    @Test
    void aMissingMavenIsNamed() throws Exception {
        Files.delete(folder.resolve("bin/mvn"));
        for (String tool : List.of(
                "bash", "env", "uname", "dirname", "readlink", "sed", "find", "locale", "flock", "mkdir", "touch")) {
            script("bin/" + tool, "exec /usr/bin/%s \"$@\"%n".formatted(tool));
        }

        Ran ran = finish(start(
                Map.of("PATH", folder.resolve("bin").toString()), checkout.resolve("scripts/tabellio"), "status"));

        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ran.err()).contains("Maven is missing");
    }

    @Test
    void optionsForJavaAreHandedOn() throws Exception {
        script("jdk/bin/java", "echo \"$@\"\n");

        Ran ran = finish(start(
                Map.of("TABELLIO_JAVA_OPTS", "-Xmx3g -Dx=1"), checkout.resolve("scripts/tabellio"), "run", "inbox"));

        assertThat(ran.out()).contains(" -Xmx3g -Dx=1 -cp ");
    }

    private record Ran(int exit, String out, String err) {}

    private Ran launch(String... arguments) throws Exception {
        return finish(start(Map.of(), checkout.resolve("scripts/tabellio"), arguments));
    }

    private Process start(Map<String, String> environment, Path launcher, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("MAVEN_CALLS", mavenCalls.toString());
        builder.environment().remove("TABELLIO_JAVA_OPTS");
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Ran finish(Process process) throws Exception {
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), out, err);
    }

    private void script(String name, String body) throws IOException {
        Path script = folder.resolve(name);
        Files.createDirectories(script.getParent());
        Files.writeString(script, "#!/bin/bash\n" + body);
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }
}
