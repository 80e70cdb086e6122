package dev.tabellio.jobs.process;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.MediaType;
import dev.tabellio.document.ProcessingFailure.StopTheRun;
import dev.tabellio.jobs.config.ConfigReader;
import dev.tabellio.jobs.config.TabellioConfig;
import dev.tabellio.jobs.store.ArtifactStore;
import dev.tabellio.jobs.store.FileRow;
import dev.tabellio.jobs.store.FileState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The child's side of {@link ChildTrial}: carries one file through the stages into the artifact store, no database. */
public final class TrialProcess {

    private TrialProcess() {}

    /** @param args the home folder, then what {@link #arguments} made */
    public static void main(String[] args) {
        TabellioConfig config = new ConfigReader(System.getenv(), System.getProperties()).read(Path.of(args[0]));
        Stages stages = StandardStages.open(config, DocumentTypes.withUserFolder(config.doctypes()));
        attend(stages, config, List.of(args).subList(1, args.length));
    }

    /** What a child has to know of a file. */
    static List<String> arguments(FileRow file, Path path) {
        return List.of(
                file.path(),
                file.source().sha256(),
                String.valueOf(file.bytes()),
                file.source().mediaType().name(),
                path.toString());
    }

    /** Says that it begins, works on the file and ends the process. */
    public static void attend(Stages stages, TabellioConfig config, List<String> arguments) {
        Thread parent = new Thread(TrialProcess::endWithParent, "parent");
        parent.setDaemon(true);
        parent.start();
        FileRow file = new FileRow(
                "trial",
                arguments.get(0),
                Optional.of(arguments.get(1)),
                Long.parseLong(arguments.get(2)),
                Optional.of(MediaType.valueOf(arguments.get(3))),
                FileState.REGISTERED,
                Optional.empty(),
                0);
        System.out.println("begins");
        System.out.flush();
        try {
            new FilePipeline(
                            stages,
                            new ArtifactStore(config.artifacts()),
                            new CpuGate(1),
                            new StageRetry(0, Duration.ofMillis(1)))
                    .process(file, Path.of(arguments.get(4)));
        } catch (StopTheRun e) {
            // the parent will meet it too, and it can tell the operator
            Runtime.getRuntime().halt(0);
        }
        Runtime.getRuntime().halt(0);
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                continue;
            }
        } catch (IOException e) {
            Runtime.getRuntime().halt(1);
        }
        Runtime.getRuntime().halt(1);
    }
}
