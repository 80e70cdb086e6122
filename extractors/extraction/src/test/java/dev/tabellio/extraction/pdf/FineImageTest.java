package dev.tabellio.extraction.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tabellio.extraction.DrawnPdf;
import dev.tabellio.extraction.image.GreyImage;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images far finer than the picture; each would take PDFBox half a gigabyte and minutes. */
class FineImageTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final int WIDTH = 30_000;
    private static final int HEIGHT = 4_000;

    @TempDir
    private Path folder;

    /** Bits of an image whose left half is 1, the right half 0. */
    private static PDImageXObject halves(PDDocument document) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] row = new byte[WIDTH / 8];
        Arrays.fill(row, 0, row.length / 2, (byte) 0xff);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            for (int y = 0; y < HEIGHT; y++) {
                out.write(row);
            }
        }
        return new PDImageXObject(
                document,
                new ByteArrayInputStream(packed.toByteArray()),
                COSName.FLATE_DECODE,
                WIDTH,
                HEIGHT,
                1,
                PDDeviceGray.INSTANCE);
    }

    private static int grey(GreyImage image, double x, double y) {
        int at = (int) (image.height() * (1 - y / 792)) * image.width() + (int) (image.width() * x / 612);
        return image.pixels()[at] & 0xff;
    }

    /** The picture of a page with something at 100 to 500, 400 to 500. */
    private GreyImage drawn(DrawnPdf.Drawing drawing) throws IOException {
        try (DrawnPdf drawn = new DrawnPdf(folder.resolve("drawn.pdf"));
                PdfFile pdf = PdfFile.open(drawn.letter(drawing).saved())) {
            return pdf.pixels(1, pdf.read(1, LIMIT), 100, LIMIT).image();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSmallImageWithAHugeMaskShowsWhereTheMaskLetsIt(boolean soft) throws IOException {
        GreyImage picture = drawn(sheet -> {
            BufferedImage black = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
            PDImageXObject image = LosslessFactory.createFromImage(sheet.document(), black);
            PDImageXObject mask = halves(sheet.document());
            mask.setStencil(!soft);
            image.getCOSObject().setItem(soft ? COSName.SMASK : COSName.MASK, mask);
            sheet.content().drawImage(image, 100, 400, 400, 100);
        });
        assertThat(grey(picture, 150, 450)).isEqualTo(soft ? 0 : 255);
        assertThat(grey(picture, 450, 450)).isEqualTo(soft ? 255 : 0);
        assertThat(grey(picture, 50, 450)).isEqualTo(255);
    }

    @Test
    void aHugeStencilIsPaintedInTheColourOfTheMoment() throws IOException {
        GreyImage picture = drawn(sheet -> {
            PDImageXObject stencil = halves(sheet.document());
            stencil.setStencil(true);
            sheet.content().setNonStrokingColor(Color.GRAY);
            sheet.content().drawImage(stencil, 100, 400, 400, 100);
        });
        assertThat(grey(picture, 150, 450)).isEqualTo(255);
        assertThat(grey(picture, 450, 450)).isBetween(120, 136);
    }

    @Test
    void aHugeImageWithoutAMaskIsDecodedCoarsely() throws IOException {
        GreyImage picture = drawn(sheet -> sheet.content().drawImage(halves(sheet.document()), 100, 400, 400, 100));
        assertThat(grey(picture, 150, 450)).isEqualTo(255);
        assertThat(grey(picture, 450, 450)).isEqualTo(0);
    }

    @Test
    void aPageAtSixHundredDotsAnInchIsDecodedAsItIs() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDImageXObject page = new PDImageXObject(
                    document,
                    new ByteArrayInputStream(new byte[0]),
                    COSName.FLATE_DECODE,
                    5100,
                    6600,
                    1,
                    PDDeviceGray.INSTANCE);
            assertThat(FineImage.step(page, 2550 * 3300)).isEqualTo(1);
            assertThat(FineImage.step(page, 850 * 1100)).isEqualTo(3);
        }
    }

    @Test
    void drawingEndsWhenItsTimeIsOver() throws IOException {
        try (DrawnPdf drawn = new DrawnPdf(folder.resolve("drawn.pdf"))) {
            drawn.letter(sheet -> sheet.line(10, 10, 20, 20));
            BoundedRenderer renderer = new BoundedRenderer(drawn.document(), Deadline.in(Duration.ZERO));
            assertThatThrownBy(() ->
                            renderer.drawn(1, PageFrame.of(drawn.document().getPage(0)), 72, ImageType.GRAY))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("takes longer");
        }
    }
}
