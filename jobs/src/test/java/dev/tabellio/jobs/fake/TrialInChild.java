package dev.tabellio.jobs.fake;

import dev.tabellio.jobs.process.TrialProcess;
import java.nio.file.Path;
import java.util.List;

/** The trial of a file of a {@link Workplace}. */
public final class TrialInChild {

    private TrialInChild() {}

    public static void main(String[] args) {
        Workplace place = Workplace.in(Path.of(args[0]));
        TrialProcess.attend(place.stages(0), place.config(), List.of(args).subList(1, args.length));
    }
}
