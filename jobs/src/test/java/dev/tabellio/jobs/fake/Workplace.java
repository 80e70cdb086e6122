package dev.tabellio.jobs.fake;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.jobs.ActiveRun;
import dev.tabellio.jobs.Rerun;
import dev.tabellio.jobs.RunOutcome;
import dev.tabellio.jobs.RunRequest;
import dev.tabellio.jobs.Runs;
import dev.tabellio.jobs.config.ConfigReader;
import dev.tabellio.jobs.config.TabellioConfig;
import dev.tabellio.jobs.llm.ConfiguredModels;
import dev.tabellio.jobs.process.ChildTrial;
import dev.tabellio.jobs.process.Stages;
import dev.tabellio.jobs.register.Inbox;
import dev.tabellio.jobs.store.DocumentRow;
import dev.tabellio.jobs.store.DocumentState;
import dev.tabellio.jobs.store.FileRow;
import dev.tabellio.jobs.store.FileState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A home folder with an inbox, worked on with {@link FakeStages}. */
public final class Workplace {

    private final Path folder;
    private final String inbox;
    private final TabellioConfig config;

    private Workplace(Path folder, String inbox, TabellioConfig config) {
        this.folder = folder;
        this.inbox = inbox;
        this.config = config;
    }

    /** On H2 in the folder. */
    public static Workplace in(Path folder) {
        return in(folder, Map.of());
    }

    /** @param environment as {@link ConfigReader} reads it */
    public static Workplace in(Path folder, Map<String, String> environment) {
        TabellioConfig config = new ConfigReader(environment, new Properties()).read(folder.resolve("home"));
        return new Workplace(folder, "inbox", config.withWorkers(2));
    }

    /** The same home with another inbox. @param name of a folder beside the home */
    public Workplace withInbox(String name) {
        return new Workplace(folder, name, config);
    }

    public Path folder() {
        return folder;
    }

    public TabellioConfig config() {
        return config;
    }

    public Path inbox() {
        return folder.resolve(inbox);
    }

    public Path out() {
        return folder.resolve("out");
    }

    /** Puts a file into the inbox. */
    public Workplace put(String path, String text) {
        try {
            Path file = inbox().resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A slip as a file has it. */
    public static String slip(String owner, String number, String wages) {
        return "slip\nOwner: %s\nNumber: %s\nWages: %s\n".formatted(owner, number, wages);
    }

    public Stages stages(long millis) {
        DocumentTypes types = SlipTypes.in(config.doctypes());
        List<String> command = new ArrayList<>(ChildTrial.javaCommand(TrialInChild.class, List.of("-XX:+UseSerialGC")));
        command.add(folder.toString());
        return FakeStages.of(
                types,
                folder.resolve("journal"),
                millis,
                new ChildTrial(command),
                ConfiguredModels.open(config.llm(), Map.of()));
    }

    /** Runs the inbox with a run id. */
    public RunOutcome run(String id) {
        return run(Optional.of(id));
    }

    public RunOutcome run(Optional<String> id) {
        try (Runs runs = Runs.open(config);
                Stages stages = stages(0)) {
            return start(runs, stages, id).work();
        }
    }

    /** Runs the inbox. @param millis that each file takes */
    public RunOutcome runTaking(long millis) {
        try (Runs runs = Runs.open(config);
                Stages stages = stages(millis)) {
            return start(runs, stages, Optional.of("r1")).work();
        }
    }

    public ActiveRun start(Runs runs, Stages stages, Optional<String> id) {
        return runs.start(new RunRequest(Inbox.of(List.of(inbox())), out(), id), stages);
    }

    public RunOutcome rerun(String id, Rerun rerun) {
        try (Runs runs = Runs.open(config);
                Stages stages = stages(0)) {
            return runs.rerun(id, rerun, stages).work();
        }
    }

    /** State of each file of a run by path. */
    public Map<String, FileState> files(String run) {
        try (Runs runs = Runs.open(config)) {
            return runs.stores().files().of(run).stream()
                    .collect(Collectors.toMap(FileRow::path, FileRow::state, (a, b) -> a, TreeMap::new));
        }
    }

    public String cause(String run, String path) {
        try (Runs runs = Runs.open(config)) {
            return runs.stores().files().find(run, path).orElseThrow().cause().orElse("");
        }
    }

    /** States of the documents of a run, by file and place. */
    public List<DocumentState> documents(String run) {
        try (Runs runs = Runs.open(config)) {
            return runs.stores().documents().of(run).stream()
                    .map(DocumentRow::state)
                    .toList();
        }
    }

    /** How often something stands in the journal. */
    public long journal(String line) {
        Path journal = folder.resolve("journal");
        try {
            return Files.exists(journal)
                    ? Files.readString(journal).lines().filter(line::equals).count()
                    : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many parses stand in the journal. */
    public long parsed() {
        return Files.exists(folder.resolve("journal"))
                ? journal().stream().filter(line -> line.startsWith("parse")).count()
                : 0;
    }

    /** Everything in the journal. */
    public List<String> journal() {
        try {
            return Files.readString(folder.resolve("journal")).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of a run's export by name. */
    public Map<String, String> export(String run) {
        return read(out().resolve(run));
    }

    public static Map<String, String> read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Map<String, String> bytes = new TreeMap<>();
            for (Path file : files.toList()) {
                bytes.put(
                        String.valueOf(file.getFileName()),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
