package dev.tabellio.samples.degrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.samples.content.Dice;
import dev.tabellio.samples.draw.Canvas;
import dev.tabellio.samples.draw.PdfDrawing;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class ScanTest {

    /** Off the middle, so that a wrong turn or mirror image cannot hide. */
    private static final BoundingBox INK = new BoundingBox(100, 60, 220, 90);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scan100",
                "scan100,skew3",
                "scan100,rotate90",
                "scan100,rotate180",
                "scan100,rotate270",
                "scan100,skew2,rotate90",
                "scan100,skew2,light40,blur0.3,noise10,rotate270",
                "scan100,skew,bilevel"
            })
    void boxesStayOnTheInk(String degradations) throws IOException {
        Scan scan = Scan.of(page(), Degradation.parseAll(degradations), new Dice(5));
        BoundingBox expected = scan.pages().get(0).moved(INK);

        BoundingBox ink = inkOf(scan.bytes());

        assertThat(ink.left()).isCloseTo(expected.left(), within(1.2));
        assertThat(ink.top()).isCloseTo(expected.top(), within(1.2));
        assertThat(ink.right()).isCloseTo(expected.right(), within(1.2));
        assertThat(ink.bottom()).isCloseTo(expected.bottom(), within(1.2));
    }

    @Test
    void degradationsShow() throws IOException {
        Scan clean = Scan.of(page(), Degradation.parseAll("scan100"), new Dice(5));
        for (String one : new String[] {"skew", "light", "blur", "noise", "bleed", "rotate180"}) {
            Scan worn = Scan.of(page(), Degradation.parseAll("scan100," + one), new Dice(5));
            assertThat(worn.bytes()).as(one).isNotEqualTo(clean.bytes());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "tiff", "tiff,bilevel", "png,bilevel"})
    void pictureFilesStateTheirResolution(String form) throws IOException {
        Scan scan = Scan.of(page(), Degradation.parseAll("scan100," + form), new Dice(5));

        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(scan.bytes()))) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            reader.setInput(in);
            IIOMetadata metadata = reader.getImageMetadata(0);
            Element root = (Element) metadata.getAsTree("javax_imageio_1.0");
            String size =
                    ((Element) root.getElementsByTagName("HorizontalPixelSize").item(0)).getAttribute("value");
            assertThat(25.4 / Double.parseDouble(size)).isCloseTo(100, within(0.5));
            reader.dispose();
        }
    }

    @Test
    void valuesOfFieldsAreDrawnWhole() throws IOException {
        byte[] clipped;
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.LETTER);
            document.addPage(page);
            PDFormXObject field = new PDFormXObject(document);
            field.setBBox(new PDRectangle(0, 0, 220, 90));
            field.setResources(new PDResources());
            try (OutputStream out = field.getContentStream().createOutputStream()) {
                out.write("/Tx BMC q 2 0 50 90 re W BT ET 0 0 120 30 re f Q EMC".getBytes(StandardCharsets.US_ASCII));
            }
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.transform(Matrix.getTranslateInstance(100, 792 - 90));
                content.drawForm(field);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            clipped = bytes.toByteArray();
        }

        BoundingBox ink = inkOf(
                Scan.of(clipped, Degradation.parseAll("scan100"), new Dice(5)).bytes());

        assertThat(ink.left()).isCloseTo(INK.left(), within(1.2));
        assertThat(ink.right()).isCloseTo(INK.right(), within(1.2));
    }

    private static byte[] page() throws IOException {
        try (PdfDrawing drawing = new PdfDrawing(PdfDrawing.Kind.EMBEDDED, 1)) {
            Canvas page = drawing.letterPage();
            page.fill(INK, 0);
            return drawing.bytes();
        }
    }

    /** The box around all dark pixels that are not specks, in points. */
    private static BoundingBox inkOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 144, ImageType.GRAY);
            int left = Integer.MAX_VALUE;
            int top = Integer.MAX_VALUE;
            int right = -1;
            int bottom = -1;
            for (int y = 2; y < image.getHeight() - 2; y++) {
                for (int x = 2; x < image.getWidth() - 2; x++) {
                    if (dark(image, x, y) && dark(image, x + 2, y) && dark(image, x, y + 2)
                            || dark(image, x, y) && dark(image, x - 2, y) && dark(image, x, y - 2)) {
                        left = Math.min(left, x);
                        top = Math.min(top, y);
                        right = Math.max(right, x + 1);
                        bottom = Math.max(bottom, y + 1);
                    }
                }
            }
            return new BoundingBox(left / 2.0, top / 2.0, right / 2.0, bottom / 2.0);
        }
    }

    private static boolean dark(BufferedImage image, int x, int y) {
        return image.getRaster().getSample(x, y, 0) < 100;
    }
}
