package dev.tabellio.extraction.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.MediaType;
import dev.tabellio.document.Page;
import dev.tabellio.document.ProcessingFailure;
import dev.tabellio.document.Region;
import dev.tabellio.document.RegionLabel;
import dev.tabellio.document.SourceFile;
import dev.tabellio.extraction.DrawnPdf;
import dev.tabellio.extraction.ocr.NoOcr;
import dev.tabellio.extraction.parse.ParseOptions;
import dev.tabellio.extraction.parse.StandardDocumentParser;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TorchScriptLayoutDetectorIT {

    /** Stays between runs, as in use: natives once loaded belong to the process. */
    private static final Path CACHE = Path.of("target", "layout-cache");

    /** One region around everything that has no blue in it; none on an empty page. */
    private static final String AROUND_INK = """
            blue = torch.select(torch.select(input, 0, 0), 0, 2)
            ink = torch.nonzero(torch.lt(blue, 0.5))
            if torch.eq(torch.size(ink, 0), 0):
              rows = torch.zeros([0, 6])
            else:
              first = torch.flip(torch.amin(ink, [0]), [0])
              last = torch.flip(torch.amax(ink, [0]), [0])
              box = torch.cat([first, torch.add(last, 1)])
              row = torch.cat([torch.to(box, 6), torch.tensor([0.75, 1.])])
              rows = torch.unsqueeze(row, 0)
            return rows
            """;

    /** Two regions, the lesser first; their scores are not a number on a black page. */
    private static final String TWO_REGIONS = """
            mean = torch.mean(input)
            rows = torch.tensor([[16., 32., 64., 64., 0.25, 0.], [-8., 64., 192., 128., 0.5, 1.]])
            return torch.mul(rows, torch.div(mean, mean))
            """;

    @TempDir
    Path folder;

    private Path model(String forward) throws IOException {
        Files.writeString(folder.resolve("layout.txt"), """
                # made by a test
                input 128 x 256
                section-header
                table
                """);
        return TorchScriptFile.write(folder.resolve("layout.pt"), forward);
    }

    private static BufferedImage page(Color paper) {
        BufferedImage page = new BufferedImage(1224, 1584, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = page.createGraphics();
        graphics.setColor(paper);
        graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
        graphics.dispose();
        return page;
    }

    /** A white page at 144 dpi with a red block at [100, 300, 400, 350] pt. */
    private static BufferedImage block() {
        BufferedImage page = page(Color.WHITE);
        Graphics2D graphics = page.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(200, 600, 600, 100);
        graphics.dispose();
        return page;
    }

    private static void assertIsBlock(List<Region> regions) {
        assertThat(regions).hasSize(1);
        Region region = regions.get(0);
        assertThat(region.label()).isEqualTo(RegionLabel.TABLE);
        assertThat(region.confidence()).isEqualTo(0.75);
        double pixel = 612 / 128.0;
        assertThat(region.box().left()).isCloseTo(100, within(pixel));
        assertThat(region.box().top()).isCloseTo(300, within(pixel));
        assertThat(region.box().right()).isCloseTo(400, within(pixel));
        assertThat(region.box().bottom()).isCloseTo(350, within(pixel));
    }

    @Test
    void whatTheModelSeesIsFoundInPoints() throws IOException {
        try (LayoutDetector detector = new TorchScriptLayoutDetector(model(AROUND_INK), CACHE)) {
            assertIsBlock(detector.detect(block(), 612, 792));
            assertThat(detector.detect(page(Color.WHITE), 612, 792)).isEmpty();
        }
    }

    @Test
    void theBestComesFirstAndNothingLiesOutsideOfThePage() throws IOException {
        try (LayoutDetector detector = new TorchScriptLayoutDetector(model(TWO_REGIONS), CACHE)) {
            assertThat(detector.detect(page(Color.WHITE), 256, 512))
                    .containsExactly(
                            new Region(RegionLabel.TABLE, new BoundingBox(0, 128, 256, 256), 0.5),
                            new Region(RegionLabel.SECTION_HEADER, new BoundingBox(32, 64, 128, 128), 0.25));
        }
    }

    @Test
    void aPageThatTheModelMakesNoSenseOfIsRefused() throws IOException {
        try (LayoutDetector detector = new TorchScriptLayoutDetector(model(TWO_REGIONS), CACHE)) {
            assertThatThrownBy(() -> detector.detect(page(Color.BLACK), 612, 792))
                    .isInstanceOf(ProcessingFailure.PermanentFailure.class)
                    .hasMessageContaining("score NaN");
        }
    }

    @Test
    void severalThreadsUseOneDetector() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (LayoutDetector detector = new TorchScriptLayoutDetector(model(AROUND_INK), CACHE)) {
            BufferedImage page = block();
            List<Callable<List<Region>>> tasks = Stream.generate(
                            () -> (Callable<List<Region>>) () -> detector.detect(page, 612, 792))
                    .limit(40)
                    .toList();
            for (Future<List<Region>> regions : threads.invokeAll(tasks)) {
                assertIsBlock(regions.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theVersionNamesEngineAndModel() throws IOException {
        String first;
        try (LayoutDetector detector = new TorchScriptLayoutDetector(model(AROUND_INK), CACHE)) {
            first = detector.version();
        }
        assertThat(first).matches("pytorch 2\\.7\\.1 model:[0-9a-f]{12}");
        try (LayoutDetector detector = new TorchScriptLayoutDetector(model(TWO_REGIONS), CACHE)) {
            assertThat(detector.version()).isNotEqualTo(first);
        }
    }

    @Test
    void aClosedDetectorIsNotUsed() throws IOException {
        LayoutDetector detector = new TorchScriptLayoutDetector(model(AROUND_INK), CACHE);
        detector.close();
        detector.close();
        assertThatThrownBy(() -> detector.detect(block(), 612, 792)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFileThatIsNoModelStopsTheStart() throws IOException {
        Path file = Files.writeString(model(AROUND_INK), "no archive");
        assertThatThrownBy(() -> new TorchScriptLayoutDetector(file, CACHE))
                .isInstanceOf(ProcessingFailure.StopTheRun.class)
                .hasMessageContaining("layout.pt cannot be used as layout model");
    }

    @Test
    void aModelWithAnotherResultStopsTheStart() throws IOException {
        Path file = model("return torch.zeros([3, 5])");
        assertThatThrownBy(() -> new TorchScriptLayoutDetector(file, CACHE))
                .isInstanceOf(ProcessingFailure.StopTheRun.class)
                .hasMessageContaining("(3, 5)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            table             | line 1: 'input WIDTH x HEIGHT' is expected here
            input 128 x 256   | one line for each class
            input 9 x 9;chart | line 1: 'input WIDTH x HEIGHT' is expected here
            input 64x64;chart | line 2: 'chart' is not one of
            """)
    void whatTheTextFileLacksIsNamed(String lines, String says) throws IOException {
        Path file = model(AROUND_INK);
        Files.writeString(folder.resolve("layout.txt"), lines.replace(';', '\n'));
        assertThatThrownBy(() -> new TorchScriptLayoutDetector(file, CACHE))
                .isInstanceOf(ProcessingFailure.StopTheRun.class)
                .hasMessageContaining("layout.txt")
                .hasMessageContaining(says);
    }

    @Test
    void theRegionsOfAPdfLieOnItsPages() throws IOException {
        Path pdf;
        try (DrawnPdf drawn = new DrawnPdf(folder.resolve("block.pdf"))) {
            pdf = drawn.letter(sheet -> {
                        sheet.content().setNonStrokingColor(Color.BLUE);
                        sheet.text(100, 600, 12, "A text layer that needs no recognition");
                        sheet.content().setNonStrokingColor(Color.RED);
                        sheet.content().addRect(100, 442, 300, 50);
                        sheet.content().fill();
                    })
                    .saved();
        }
        SourceFile file = new SourceFile("0".repeat(64), "block.pdf", Files.size(pdf), MediaType.PDF);
        try (StandardDocumentParser parser = new StandardDocumentParser(
                ParseOptions.defaults(), new NoOcr(), new TorchScriptLayoutDetector(model(AROUND_INK), CACHE))) {
            Page page = parser.parse(file, pdf).page(1);
            assertThat(page.words()).isNotEmpty();
            assertIsBlock(page.regions());
        }
    }
}
