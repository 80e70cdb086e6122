package dev.tabellio.extraction.layout;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.tabellio.document.ProcessingFailure;
import dev.tabellio.document.Region;
import java.awt.image.BufferedImage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A detector, the one that ships or the user's own: an ONNX file, run by ONNX Runtime on the CPU. What it takes and gives is in
 * {@link ModelFile}; detectors exported with their suppression of overlaps, such as YOLO's from version 10 on, are so as they
 * come.
 */
public final class OnnxLayoutDetector implements LayoutDetector {

    /** The files of the model that ships, the ONNX file first. */
    private static final List<String> BUILT_IN = List.of("layout.onnx", "layout.txt");

    private final ModelFile file;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final UntilClosed natives = new UntilClosed();

    /**
     * Loads a model and tries it on an empty page.
     *
     * @param path the ONNX file
     * @throws ProcessingFailure.StopTheRun if ONNX Runtime does not run here or the model is not as described above
     */
    public OnnxLayoutDetector(Path path) {
        file = ModelFile.read(path);
        try {
            environment = OrtEnvironment.getEnvironment();
            environment.setTelemetry(false);
        } catch (OrtException | LinkageError e) {
            throw new ProcessingFailure.StopTheRun(
                    "ONNX Runtime, which %s needs, cannot be loaded here: %s".formatted(path, e), e);
        }
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // Files are processed in parallel already; more threads for each would only compete with one another.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(path.toAbsolutePath().toString(), options);
        } catch (OrtException e) {
            throw file.unusable(e);
        }
        try {
            detect(InputPixels.emptyPage(), 612, 792);
        } catch (ProcessingFailure.PermanentFailure e) {
            close();
            throw file.unusable(e);
        }
    }

    /**
     * The model that ships: what it finds, how well, and what it was trained on is in {@code scripts/layout/README.md}.
     *
     * @param cache folder that the model is unpacked into while it is loaded
     * @throws ProcessingFailure.StopTheRun if ONNX Runtime does not run here or the folder cannot be written
     */
    public static OnnxLayoutDetector builtIn(Path cache) {
        try {
            Files.createDirectories(cache);
            Path folder = Files.createTempDirectory(cache, "layout");
            try {
                for (String name : BUILT_IN) {
                    try (InputStream resource = resource(name)) {
                        Files.copy(resource, folder.resolve(name));
                    }
                }
                return new OnnxLayoutDetector(folder.resolve(BUILT_IN.get(0)));
            } finally {
                for (String name : BUILT_IN) {
                    Files.deleteIfExists(folder.resolve(name));
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new ProcessingFailure.StopTheRun(
                    "The layout model that ships cannot be unpacked into %s: %s".formatted(cache, e), e);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream found = OnnxLayoutDetector.class.getResourceAsStream(name);
        if (found == null) {
            throw new FileNotFoundException(name);
        }
        return found;
    }

    @Override
    public List<Region> detect(BufferedImage page, double width, double height) {
        float[] input = InputPixels.of(page, file.card().width(), file.card().height());
        return file.regions(natives.use(() -> forward(input)), width, height);
    }

    @Override
    public String version() {
        return "onnxruntime %s model:%s".formatted(environment.getVersion(), file.digest());
    }

    /** Waits for the pages in work. */
    @Override
    public void close() {
        natives.close(() -> {
            try {
                session.close();
            } catch (OrtException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private float[] forward(float[] input) {
        long[] shape = {1, 3, file.card().height(), file.card().width()};
        String name = session.getInputNames().iterator().next();
        try (OnnxTensor page = OnnxTensor.createTensor(environment, FloatBuffer.wrap(input), shape);
                OrtSession.Result results = session.run(Map.of(name, page))) {
            if (results.size() != 1 || !(results.get(0) instanceof OnnxTensor rows)) {
                throw new IllegalArgumentException(
                        "it gives %d results instead of one tensor".formatted(results.size()));
            }
            ModelFile.checkShape(rows.getInfo().getShape());
            FloatBuffer values = rows.getFloatBuffer();
            if (values == null) {
                throw new IllegalArgumentException(
                        "its result is of %s instead of floats".formatted(rows.getInfo().type));
            }
            float[] copy = new float[values.remaining()];
            values.get(copy);
            return copy;
        } catch (OrtException | IllegalArgumentException e) {
            throw new ProcessingFailure.PermanentFailure(
                    "The layout model refuses the page: " + ModelFile.firstLine(e), e);
        }
    }
}
