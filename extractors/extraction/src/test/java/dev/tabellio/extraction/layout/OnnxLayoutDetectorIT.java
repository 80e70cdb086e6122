package dev.tabellio.extraction.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.ProcessingFailure;
import dev.tabellio.document.Region;
import dev.tabellio.document.RegionLabel;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxLayoutDetectorIT {

    private static final Region TABLE = new Region(RegionLabel.TABLE, new BoundingBox(0, 128, 256, 256), 0.5);
    private static final Region HEADER =
            new Region(RegionLabel.SECTION_HEADER, new BoundingBox(32, 64, 128, 128), 0.25);

    private static final float[] TWO_ROWS = {16, 32, 64, 64, 0.25f, 0, -8, 64, 192, 128, 0.5f, 1};

    @TempDir
    Path folder;

    private Path model(String card, long... shape) throws IOException {
        Files.writeString(folder.resolve("layout.txt"), card);
        return OnnxFile.write(folder.resolve("layout.onnx"), 128, 256, shape, TWO_ROWS);
    }

    private Path model(long... shape) throws IOException {
        return model("input 128 x 256\nsection-header\ntable\n", shape);
    }

    private static BufferedImage page(Color paper) {
        BufferedImage page = new BufferedImage(612, 792, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = page.createGraphics();
        graphics.setColor(paper);
        graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
        graphics.dispose();
        return page;
    }

    @Test
    void whatTheModelSeesIsFoundInPointsTheBestFirst() throws IOException {
        try (LayoutDetector detector = new OnnxLayoutDetector(model(2, 6))) {
            assertThat(detector.detect(page(Color.WHITE), 256, 512)).containsExactly(TABLE, HEADER);
            assertThat(detector.detect(page(Color.YELLOW), 256, 512))
                    .extracting(Region::confidence)
                    .containsExactly(0.0, 0.0);
        }
    }

    @Test
    void aBatchOfOnePageIsAResultToo() throws IOException {
        try (LayoutDetector detector = new OnnxLayoutDetector(model(1, 2, 6))) {
            assertThat(detector.detect(page(Color.BLUE), 256, 512)).containsExactly(TABLE, HEADER);
        }
    }

    @Test
    void whatHasALowerScoreThanTheTextFileDemandsIsLeftOut() throws IOException {
        try (LayoutDetector detector =
                new OnnxLayoutDetector(model("input 128 x 256\nthreshold 0.3\nsection-header\ntable\n", 2, 6))) {
            assertThat(detector.detect(page(Color.WHITE), 256, 512)).containsExactly(TABLE);
        }
    }

    @Test
    void severalThreadsUseOneDetector() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (LayoutDetector detector = new OnnxLayoutDetector(model(2, 6))) {
            BufferedImage page = page(Color.WHITE);
            List<Callable<List<Region>>> tasks = Stream.generate(
                            () -> (Callable<List<Region>>) () -> detector.detect(page, 256, 512))
                    .limit(40)
                    .toList();
            for (Future<List<Region>> regions : threads.invokeAll(tasks)) {
                assertThat(regions.get()).containsExactly(TABLE, HEADER);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theVersionNamesEngineAndModel() throws IOException {
        try (LayoutDetector detector = new OnnxLayoutDetector(model(2, 6))) {
            assertThat(detector.version()).matches("onnxruntime 1\\.\\d+\\.\\d+ model:[0-9a-f]{12}");
        }
    }

    @Test
    void aClosedDetectorIsNotUsed() throws IOException {
        LayoutDetector detector = new OnnxLayoutDetector(model(2, 6));
        detector.close();
        detector.close();
        assertThatThrownBy(() -> detector.detect(page(Color.WHITE), 612, 792))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFileThatIsNoModelStopsTheStart() throws IOException {
        Path file = Files.writeString(model(2, 6), "no model");
        assertThatThrownBy(() -> new OnnxLayoutDetector(file))
                .isInstanceOf(ProcessingFailure.StopTheRun.class)
                .hasMessageContaining("layout.onnx cannot be used as layout model");
    }

    @Test
    void aModelWithAnotherResultOrInputStopsTheStart() throws IOException {
        Path file = model(3, 4);
        assertThatThrownBy(() -> new OnnxLayoutDetector(file))
                .isInstanceOf(ProcessingFailure.StopTheRun.class)
                .hasMessageContaining("(3, 4) instead of (N, 6)");
        Path other = model("input 256 x 256\nsection-header\ntable\n", 2, 6);
        assertThatThrownBy(() -> new OnnxLayoutDetector(other)).isInstanceOf(ProcessingFailure.StopTheRun.class);
    }

    @Test
    void theModelThatShipsFindsTheFieldsOfAForm() {
        BufferedImage form = new BufferedImage(1224, 1584, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = form.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, form.getWidth(), form.getHeight());
        graphics.setColor(Color.BLACK);
        graphics.setFont(graphics.getFont().deriveFont(14f));
        for (int line = 0; line < 20; line++) {
            int top = 300 + 40 * line;
            graphics.drawString((line + 1) + "   What was paid for this in all of the year", 80, top + 28);
            graphics.drawRect(900, top, 50, 40);
            graphics.drawRect(950, top, 200, 40);
        }
        graphics.dispose();
        try (LayoutDetector detector = OnnxLayoutDetector.builtIn(folder)) {
            List<Region> regions = detector.detect(form, 612, 792);
            assertThat(regions)
                    .filteredOn(region -> region.label() == RegionLabel.KEY_VALUE_REGION
                            && region.box().centerX() > 475
                            && region.box().centerX() < 575
                            && region.box().height() < 30)
                    .hasSizeBetween(10, 40);
            assertThat(detector.detect(page(Color.WHITE), 612, 792)).isEmpty();
        }
        assertThat(folder).isEmptyDirectory();
    }
}
