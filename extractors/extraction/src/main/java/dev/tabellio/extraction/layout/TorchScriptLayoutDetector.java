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
import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.ProcessingFailure;
import dev.tabellio.document.Region;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A detector, the one that ships or the user's own: a TorchScript file, run by PyTorch on the CPU.
 *
 * <p>The model's {@code forward} takes one float tensor of 1 x 3 x height x width: the whole page in red, green and blue
 * from 0 to 1, stretched to the input size. It returns one tensor of N x 6, a row for each region: left, top, right and
 * bottom in pixels of the input, score from 0 to 1, class index. N may be 0; which scores count and which boxes overlap
 * is the model's business.
 *
 * <p>A text file of the same name that ends with {@code .txt} states the input size and, one a line in order of their
 * index, the classes in the words of {@link dev.tabellio.document.RegionLabel}:
 *
 * <pre>
 * input 768 x 1024
 * text
 * section-header
 * table
 * </pre>
 */
public final class TorchScriptLayoutDetector implements LayoutDetector {

    private static final int COLUMNS = 6;

    /** The files of the model that ships, the TorchScript archive first. */
    private static final List<String> BUILT_IN = List.of("layout.pt", "layout.txt");

    private final ModelCard card;
    private final Model model;
    private final String version;

    /** Held for reading while the model is used: natives that are freed in use take the process with them. */
    private final ReadWriteLock use = new ReentrantReadWriteLock();

    private boolean closed;

    /**
     * Loads a model and tries it on an empty page.
     *
     * @param file the TorchScript archive
     * @param cache folder that PyTorch's natives are unpacked into before their first use, 428 MB
     * @throws ProcessingFailure.StopTheRun if PyTorch does not run here or the model is not as described above
     */
    public TorchScriptLayoutDetector(Path file, Path cache) {
        Path cardFile = ModelCard.beside(file);
        String digest;
        try {
            digest = digest(file, cardFile);
            card = ModelCard.read(cardFile);
        } catch (IOException e) {
            throw unusable(file, e);
        }
        Engine engine = PyTorchEngine.load(cache);
        version = "pytorch %s model:%s".formatted(engine.getVersion(), digest);
        model = Model.newInstance("layout", Device.cpu(), PyTorchEngine.NAME);
        try {
            model.load(file.toAbsolutePath());
            detect(emptyPage(), 612, 792);
        } catch (IOException | MalformedModelException | EngineException | ProcessingFailure.PermanentFailure e) {
            model.close();
            throw unusable(file, e);
        }
    }

    /**
     * The model that ships: what it finds, how well, and what it was trained on is in {@code scripts/layout/README.md}.
     *
     * @param cache folder that model and natives are unpacked into
     * @throws ProcessingFailure.StopTheRun if PyTorch does not run here or the folder cannot be written
     */
    public static TorchScriptLayoutDetector builtIn(Path cache) {
        try {
            Files.createDirectories(cache);
            Path folder = Files.createTempDirectory(cache, "layout");
            try {
                for (String name : BUILT_IN) {
                    Files.copy(resource(name), folder.resolve(name));
                }
                return new TorchScriptLayoutDetector(folder.resolve(BUILT_IN.get(0)), cache);
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
        InputStream found = TorchScriptLayoutDetector.class.getResourceAsStream(name);
        if (found == null) {
            throw new FileNotFoundException(name);
        }
        return found;
    }

    @Override
    public List<Region> detect(BufferedImage page, double width, double height) {
        float[] input = InputPixels.of(page, card.width(), card.height());
        float[] rows = forward(input);
        List<Region> regions = new ArrayList<>();
        for (int row = 0; row < rows.length; row += COLUMNS) {
            double left = clipped(rows[row] / card.width()) * width;
            double top = clipped(rows[row + 1] / card.height()) * height;
            double right = clipped(rows[row + 2] / card.width()) * width;
            double bottom = clipped(rows[row + 3] / card.height()) * height;
            float score = rows[row + 4];
            float index = rows[row + 5];
            if (!(score >= 0
                    && score <= 1
                    && index >= 0
                    && index < card.classes().size())) {
                throw new ProcessingFailure.PermanentFailure(
                        "The layout model gives score %s and class %s, but scores are from 0 to 1 and there are %d classes."
                                .formatted(score, index, card.classes().size()),
                        null);
            }
            if (left < right && top < bottom) {
                regions.add(
                        new Region(card.classes().get((int) index), new BoundingBox(left, top, right, bottom), score));
            }
        }
        regions.sort(Comparator.comparingDouble(Region::confidence).reversed());
        return List.copyOf(regions);
    }

    @Override
    public String version() {
        return version;
    }

    /** Waits for the pages in work. */
    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                model.close();
            }
        } finally {
            use.writeLock().unlock();
        }
    }

    private float[] forward(float[] input) {
        use.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the layout detector is closed");
            }
            // A predictor owns the memory of its tensors and frees it when closed.
            try (Predictor<float[], float[]> predictor =
                    model.newPredictor(new Tensors(new Shape(1, 3, card.height(), card.width())))) {
                return predictor.predict(input);
            }
        } catch (TranslateException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new ProcessingFailure.PermanentFailure("The layout model refuses the page: " + firstLine(cause), e);
        } finally {
            use.readLock().unlock();
        }
    }

    private static BufferedImage emptyPage() {
        BufferedImage page = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        page.setRGB(0, 0, Color.WHITE.getRGB());
        return page;
    }

    private static double clipped(double share) {
        return Math.max(0, Math.min(1, share));
    }

    /** What a file without a usable model says to a person; PyTorch adds a page of native calls. */
    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse(cause.toString());
    }

    private static ProcessingFailure.StopTheRun unusable(Path file, Exception cause) {
        String says = cause instanceof IOException ? cause.toString() : firstLine(cause);
        return new ProcessingFailure.StopTheRun("%s cannot be used as layout model: %s".formatted(file, says), cause);
    }

    private static String digest(Path... files) throws IOException {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                sha256.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(sha256.digest()).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
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
            if (rows.getShape().dimension() != 2 || rows.getShape().get(1) != COLUMNS) {
                throw new IllegalArgumentException(
                        "its result has the shape %s instead of (N, %d)".formatted(rows.getShape(), COLUMNS));
            }
            return rows.size() == 0
                    ? new float[0]
                    : rows.toType(DataType.FLOAT32, false).toFloatArray();
        }
    }
}
