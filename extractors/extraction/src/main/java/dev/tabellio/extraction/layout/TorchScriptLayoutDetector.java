package dev.tabellio.extraction.layout;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslateException;
import ai.djl.translate.TranslatorContext;
import dev.tabellio.document.ProcessingFailure;
import dev.tabellio.document.Region;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A detector of the user's own: a TorchScript file, run by PyTorch on the CPU. What its {@code forward} takes and gives is in
 * {@link ModelFile}.
 */
public final class TorchScriptLayoutDetector implements LayoutDetector {

    private final ModelFile file;
    private final Model model;
    private final String version;
    private final UntilClosed natives = new UntilClosed();

    /**
     * Loads a model and tries it on an empty page.
     *
     * @param path the TorchScript archive
     * @param cache folder that PyTorch's natives are unpacked into before their first use, 428 MB
     * @throws ProcessingFailure.StopTheRun if PyTorch does not run here or the model is not as described above
     */
    public TorchScriptLayoutDetector(Path path, Path cache) {
        file = ModelFile.read(path);
        Engine engine = PyTorchEngine.load(cache);
        version = "pytorch %s model:%s".formatted(engine.getVersion(), file.digest());
        model = Model.newInstance("layout", Device.cpu(), PyTorchEngine.NAME);
        try {
            model.load(path.toAbsolutePath());
            detect(InputPixels.emptyPage(), 612, 792);
        } catch (IOException | MalformedModelException | EngineException | ProcessingFailure.PermanentFailure e) {
            model.close();
            throw file.unusable(e);
        }
    }

    @Override
    public List<Region> detect(BufferedImage page, double width, double height) {
        float[] input = InputPixels.of(page, file.card().width(), file.card().height());
        return file.regions(natives.use(() -> forward(input)), width, height);
    }

    @Override
    public String version() {
        return version;
    }

    /** Waits for the pages in work. */
    @Override
    public void close() {
        natives.close(model::close);
    }

    private float[] forward(float[] input) {
        Shape shape = new Shape(1, 3, file.card().height(), file.card().width());
        // A predictor owns the memory of its tensors and frees it when closed.
        try (Predictor<float[], float[]> predictor = model.newPredictor(new Tensors(shape))) {
            return predictor.predict(input);
        } catch (TranslateException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new ProcessingFailure.PermanentFailure(
                    "The layout model refuses the page: " + ModelFile.firstLine(cause), e);
        }
    }

    /** Arrays in and out, one page at a time. */
    private record Tensors(Shape shape) implements NoBatchifyTranslator<float[], float[]> {

        @Override
        public NDList processInput(TranslatorContext context, float[] input) {
            return new NDList(context.getNDManager().create(input, shape));
        }

        @Override
        public float[] processOutput(TranslatorContext context, NDList output) {
            NDArray rows = output.singletonOrThrow();
            ModelFile.checkShape(rows.getShape().getShape());
            return rows.size() == 0
                    ? new float[0]
                    : rows.toType(DataType.FLOAT32, false).toFloatArray();
        }
    }
}
