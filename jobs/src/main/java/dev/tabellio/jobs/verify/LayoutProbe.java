package dev.tabellio.jobs.verify;

import dev.tabellio.document.ProcessingFailure;
import dev.tabellio.extraction.layout.LayoutDetector;
import dev.tabellio.jobs.config.TabellioConfig;
import java.util.function.Supplier;

/** Whether the layout model works, where one is configured. */
public final class LayoutProbe implements Probe {

    private final TabellioConfig config;
    private final Supplier<LayoutDetector> detector;

    /** @param detector loads the model and tries it */
    public LayoutProbe(TabellioConfig config, Supplier<LayoutDetector> detector) {
        this.config = config;
        this.detector = detector;
    }

    @Override
    public String name() {
        return "layout";
    }

    @Override
    public Answer look() {
        if (config.layout().isNone()) {
            return Answer.ok(name(), "no model configured (layout.model); pages have no regions");
        }
        try (LayoutDetector loaded = detector.get()) {
            return Answer.ok(name(), "%s works".formatted(loaded.version()));
        } catch (ProcessingFailure e) {
            return Answer.fail(
                    name(),
                    String.valueOf(e.getMessage()),
                    "Correct layout.model, or leave it out to do without regions.");
        }
    }
}
