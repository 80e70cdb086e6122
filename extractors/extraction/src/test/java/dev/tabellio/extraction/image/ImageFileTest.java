package dev.tabellio.extraction.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.MediaType;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFileTest {

    @TempDir
    private Path folder;

    private static BufferedImage page(int type) {
        BufferedImage image = new BufferedImage(850, 1100, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 850, 1100);
        graphics.setColor(Color.BLACK);
        graphics.fillRect(100, 200, 50, 50);
        graphics.dispose();
        return image;
    }

    @Test
    void aFileThatDoesNotSayIsTakenForALetterPage() throws IOException {
        Path path = folder.resolve("photo.png");
        ImageIO.write(page(BufferedImage.TYPE_INT_RGB), "PNG", path.toFile());
        try (ImageFile file = ImageFile.open(path, MediaType.PNG)) {
            ScannedPage page = file.page(1);
            assertThat(page.dpi()).isEqualTo(100);
            assertThat(page.width()).isEqualTo(612);
            assertThat(page.height()).isEqualTo(792);
            assertThat(page.image().at(125, 225)).isZero();
        }
    }

    @Test
    void aPosterIsDecodedCoarselyAndStandsWhereItStood() throws IOException {
        Path path = folder.resolve("poster.png");
        BufferedImage poster = new BufferedImage(8500, 11000, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D graphics = poster.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 8500, 11000);
        graphics.setColor(Color.BLACK);
        graphics.fillRect(1000, 2000, 500, 500);
        graphics.dispose();
        ImageIO.write(poster, "PNG", path.toFile());
        try (ImageFile file = ImageFile.open(path, MediaType.PNG)) {
            ScannedPage page = file.page(1);
            assertThat(page.image().width() * page.image().height()).isBetween(17_000_000, 18_500_000);
            assertThat(page.width()).isEqualTo(612);
            double scale = page.image().width() / 8500.0;
            assertThat(page.image().at((int) (1020 * scale), (int) (2020 * scale)))
                    .isZero();
            assertThat(page.image().at((int) (980 * scale), (int) (2020 * scale)))
                    .isEqualTo(255);
            assertThat(page.image().at((int) (1480 * scale), (int) (2480 * scale)))
                    .isZero();
            assertThat(page.image().at((int) (1480 * scale), (int) (2520 * scale)))
                    .isEqualTo(255);
        }
    }

    @Test
    void theStatedResolutionIsUsed() throws IOException {
        Path path = folder.resolve("scan.png");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("PNG").next();
        BufferedImage image = page(BufferedImage.TYPE_BYTE_GRAY);
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
        IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
        IIOMetadataNode physical = new IIOMetadataNode("pHYs");
        physical.setAttribute("pixelsPerUnitXAxis", "7874");
        physical.setAttribute("pixelsPerUnitYAxis", "7874");
        physical.setAttribute("unitSpecifier", "meter");
        root.appendChild(physical);
        metadata.mergeTree("javax_imageio_png_1.0", root);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(path.toFile())) {
            writer.setOutput(out);
            writer.write(new IIOImage(image, null, metadata));
        }
        writer.dispose();
        try (ImageFile file = ImageFile.open(path, MediaType.PNG)) {
            assertThat(file.page(1).dpi()).isEqualTo(200);
            assertThat(file.bounds(1).width()).isCloseTo(306, within(0.2));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CCITT T.6", "LZW", "Deflate"})
    void everyPageOfATiffIsRead(String compression) throws IOException {
        Path path = folder.resolve("fax.tif");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("TIFF").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionType(compression);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(path.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < 2; i++) {
                writer.writeToSequence(new IIOImage(page(BufferedImage.TYPE_BYTE_BINARY), null, null), parameters);
            }
            writer.endWriteSequence();
        }
        writer.dispose();
        try (ImageFile file = ImageFile.open(path, MediaType.TIFF)) {
            assertThat(file.pages()).isEqualTo(2);
            for (int number : List.of(1, 2)) {
                assertThat(file.page(number).image().at(125, 225)).isZero();
                assertThat(file.page(number).image().at(300, 225)).isEqualTo(255);
            }
        }
    }

    @Test
    void aJpegWithFourColoursIsRead() throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(java.awt.image.DataBuffer.TYPE_BYTE, 64, 64, 4, null);
        int[] paper = {0, 0, 0, 0};
        int[] ink = {0, 0, 0, 255};
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 64; x++) {
                raster.setPixel(x, y, x < 32 ? paper : ink);
            }
        }
        Path path = folder.resolve("cmyk.jpg");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("JPEG").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(path.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(raster, null, null), null);
        }
        writer.dispose();
        try (ImageFile file = ImageFile.open(path, MediaType.JPEG)) {
            BufferedImage picture = file.picture(1);
            assertThat(picture.getRGB(10, 32) & 0xff).isGreaterThan(200);
            assertThat(picture.getRGB(54, 32) & 0xff).isLessThan(55);
        }
    }

    /** Contradictory markers, which the JDK does not accept: JFIF has one colour or three. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aJfifFileWithFourColoursIsReadAsViewersShowIt(boolean adobe) throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(java.awt.image.DataBuffer.TYPE_BYTE, 170, 220, 4, null);
        for (int y = 0; y < 220; y++) {
            for (int x = 0; x < 170; x++) {
                int key = x < 85 ? 0 : 255;
                raster.setPixel(x, y, adobe ? new int[] {255, 255, 255, 255 - key} : new int[] {0, 0, 0, key});
            }
        }
        Path path = folder.resolve("plain.jpg");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("JPEG").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(path.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(raster, null, null), null);
        }
        writer.dispose();
        byte[] plain = Files.readAllBytes(path);
        ByteBuffer marked = ByteBuffer.allocate(plain.length + 18 + 16);
        marked.put(plain, 0, 2);
        marked.putShort((short) 0xFFE0).putShort((short) 16);
        marked.put("JFIF\0".getBytes(StandardCharsets.US_ASCII)).put(new byte[] {1, 1, 1});
        marked.putShort((short) 100).putShort((short) 100).putShort((short) 0);
        if (adobe) {
            marked.putShort((short) 0xFFEE).putShort((short) 14);
            marked.put("Adobe".getBytes(StandardCharsets.US_ASCII)).put(new byte[] {0, 100, 0, 0, 0, 0, 0});
        }
        marked.put(plain, 2, plain.length - 2);
        Path cmyk = folder.resolve("jfif.jpg");
        Files.write(cmyk, Arrays.copyOf(marked.array(), marked.position()));
        try (ImageFile file = ImageFile.open(cmyk, MediaType.JPEG)) {
            assertThat(file.bounds(1)).isEqualTo(new BoundingBox(0, 0, 122.4, 158.4));
            BufferedImage picture = file.picture(1);
            assertThat(picture.getRGB(20, 100) & 0xff).isGreaterThan(200);
            assertThat(picture.getRGB(150, 100) & 0xff).isLessThan(55);
        }
    }

    @Test
    void theOrientationOfACameraIsRead() {
        ByteBuffer segment = ByteBuffer.allocate(6 + 8 + 2 + 12);
        segment.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        segment.put("MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8);
        segment.putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6);
        assertThat(Resolution.exifOrientation(segment.array())).isEqualTo(6);
        assertThat(Resolution.exifOrientation(new byte[] {'E', 'x', 'i', 'f'})).isEqualTo(1);
        assertThat(Turn.ofOrientation(6)).isEqualTo(new Turn(false, 1));
    }

    @Test
    void picturesAndGreyImagesAreTurnedAlike() {
        BufferedImage image = new BufferedImage(4, 2, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 8; i++) {
            int grey = 30 * i;
            image.setRGB(i % 4, i / 4, grey << 16 | grey << 8 | grey);
        }
        for (int orientation = 1; orientation <= 8; orientation++) {
            Turn turn = Turn.ofOrientation(orientation);
            assertThat(GreyImage.of(turn.applied(image)).pixels())
                    .as("orientation %d", orientation)
                    .isEqualTo(turn.applied(GreyImage.of(image)).pixels());
        }
    }
}
