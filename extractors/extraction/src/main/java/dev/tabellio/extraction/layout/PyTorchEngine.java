package dev.tabellio.extraction.layout;

import ai.djl.engine.Engine;
import dev.tabellio.document.ProcessingFailure;
import java.nio.file.Path;

/** DJL's PyTorch engine with the natives from the class path; nothing is downloaded and nothing is reported home. */
final class PyTorchEngine {

    static final String NAME = "PyTorch";

    private PyTorchEngine() {}

    /**
     * Loads the engine; once per process, later calls are cheap. The first one on a machine unpacks 428 MB in 3 s (two
     * cores, 2026-11-20).
     *
     * @param cache where the natives are unpacked; that of the first call counts
     * @throws ProcessingFailure.StopTheRun if the natives do not run here, saying so
     */
    static synchronized Engine load(Path cache) {
        System.setProperty("ai.djl.offline", "true");
        preset("ENGINE_CACHE_DIR", cache.toAbsolutePath().toString());
        preset("DJL_CACHE_DIR", cache.toAbsolutePath().toString());
        // Files are processed in parallel already; more threads for each would only compete with one another.
        preset("ai.djl.pytorch.num_threads", "1");
        preset("ai.djl.pytorch.num_interop_threads", "1");
        try {
            return Engine.getEngine(NAME);
        } catch (RuntimeException | LinkageError e) {
            throw new ProcessingFailure.StopTheRun(
                    "Layout detection needs PyTorch on Linux x86-64, which cannot be loaded from %s: %s"
                            .formatted(cache, e),
                    e);
        }
    }

    private static void preset(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
