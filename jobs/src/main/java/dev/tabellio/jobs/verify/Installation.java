package dev.tabellio.jobs.verify;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks all probes. */
public final class Installation {

    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);

    private final List<Probe> probes;

    public Installation(List<Probe> probes) {
        this.probes = List.copyOf(probes);
    }

    /** One answer for each probe, in their order. A probe that fails does not keep the others from being asked. */
    public List<Answer> verify() {
        List<Answer> answers = new ArrayList<>();
        for (Probe probe : probes) {
            answers.add(ask(probe));
        }
        return answers;
    }

    private static Answer ask(Probe probe) {
        try {
            return probe.look();
        } catch (Exception | LinkageError e) {
            LOG.warn("probe {} failed", probe.name(), e);
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            String says = String.valueOf(root.getMessage()).lines().findFirst().orElse(root.toString());
            return Answer.fail(probe.name(), says, "The log has the details.");
        }
    }
}
