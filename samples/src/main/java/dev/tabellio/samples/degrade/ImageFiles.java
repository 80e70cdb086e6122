package dev.tabellio.samples.degrade;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Writes pages of pixels as files that state their resolution. */
final class ImageFiles {

    /** How pixels are compressed. */
    enum Compression {
        LOSSLESS,
        JPEG,
        BILEVEL
    }

    private ImageFiles() {}

    /** A PDF with one image a page. @param quality of JPEG, 0 to 1 */
    static byte[] pdf(List<GreyPage> pages, Compression compression, double quality, long id) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            pdf.setDocumentId(id);
            for (GreyPage grey : pages) {
                PDPage page = new PDPage(new PDRectangle((float) grey.widthInPoints(), (float) grey.heightInPoints()));
                pdf.addPage(page);
                PDImageXObject image = switch (compression) {
                    case JPEG -> JPEGFactory.createFromByteArray(pdf, jpeg(grey, quality));
                    case BILEVEL -> CCITTFactory.createFromImage(pdf, grey.image(BufferedImage.TYPE_BYTE_BINARY));
                    case LOSSLESS -> LosslessFactory.createFromImage(pdf, grey.image(BufferedImage.TYPE_BYTE_GRAY));
                };
                try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                    content.drawImage(image, 0, 0, (float) grey.widthInPoints(), (float) grey.heightInPoints());
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        }
    }

    static byte[] jpeg(GreyPage page, double quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality((float) quality);
        BufferedImage image = page.image(BufferedImage.TYPE_BYTE_GRAY);
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), param);
        Node root = metadata.getAsTree("javax_imageio_jpeg_image_1.0");
        Element jfif =
                (Element) ((Element) root).getElementsByTagName("app0JFIF").item(0);
        jfif.setAttribute("resUnits", "1");
        jfif.setAttribute("Xdensity", Integer.toString(page.dpi()));
        jfif.setAttribute("Ydensity", Integer.toString(page.dpi()));
        metadata.setFromTree("javax_imageio_jpeg_image_1.0", root);
        return written(writer, param, List.of(new IIOImage(image, null, metadata)));
    }

    static byte[] png(GreyPage page, boolean bilevel) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        BufferedImage image = page.image(bilevel ? BufferedImage.TYPE_BYTE_BINARY : BufferedImage.TYPE_BYTE_GRAY);
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), param);
        IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
        IIOMetadataNode size = new IIOMetadataNode("pHYs");
        String perMetre = Long.toString(Math.round(page.dpi() / 0.0254));
        size.setAttribute("pixelsPerUnitXAxis", perMetre);
        size.setAttribute("pixelsPerUnitYAxis", perMetre);
        size.setAttribute("unitSpecifier", "meter");
        root.appendChild(size);
        metadata.mergeTree("javax_imageio_png_1.0", root);
        return written(writer, param, List.of(new IIOImage(image, null, metadata)));
    }

    static byte[] tiff(List<GreyPage> pages, boolean bilevel) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType(bilevel ? "CCITT T.6" : "Deflate");
        List<IIOImage> images = new ArrayList<>();
        for (GreyPage page : pages) {
            BufferedImage image = page.image(bilevel ? BufferedImage.TYPE_BYTE_BINARY : BufferedImage.TYPE_BYTE_GRAY);
            IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), param);
            IIOMetadataNode root = new IIOMetadataNode("javax_imageio_1.0");
            IIOMetadataNode dimension = new IIOMetadataNode("Dimension");
            for (String axis : List.of("HorizontalPixelSize", "VerticalPixelSize")) {
                IIOMetadataNode size = new IIOMetadataNode(axis);
                size.setAttribute("value", Double.toString(25.4 / page.dpi()));
                dimension.appendChild(size);
            }
            root.appendChild(dimension);
            metadata.mergeTree("javax_imageio_1.0", root);
            images.add(new IIOImage(image, null, metadata));
        }
        return written(writer, param, images);
    }

    private static byte[] written(ImageWriter writer, ImageWriteParam param, List<IIOImage> images) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            if (images.size() == 1) {
                writer.write(null, images.get(0), param);
            } else {
                writer.prepareWriteSequence(null);
                for (IIOImage image : images) {
                    writer.writeToSequence(image, param);
                }
                writer.endWriteSequence();
            }
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
