package dev.tabellio.extraction.image;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.MediaType;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;

/** An open PNG, JPEG or (multi-page) TIFF file. To be used by one thread at a time. */
public final class ImageFile implements AutoCloseable {

    /** Most pixels of a page that is handed on, those of an A3 page at 300 dpi; a larger one is scaled down. */
    private static final double MOST_PIXELS = 18e6;

    /** Most pixels that are decoded; of a larger page only every second or third one is, which takes 120 MB at most. */
    private static final double MOST_DECODED = 40e6;

    private final ImageReader reader;
    private final ImageInputStream input;
    private final MediaType mediaType;
    private final Optional<JpegHeader> jpeg;
    private final int pages;

    private ImageFile(ImageReader reader, ImageInputStream input, MediaType mediaType, Optional<JpegHeader> jpeg)
            throws IOException {
        this.reader = reader;
        this.input = input;
        this.mediaType = mediaType;
        this.jpeg = jpeg;
        reader.setInput(input, false, false);
        pages = reader.getNumImages(true);
    }

    /**
     * Opens a file; the pixels are not read yet.
     *
     * @throws IOException if it is not of that kind or damaged beyond opening
     */
    public static ImageFile open(Path path, MediaType mediaType) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(mediaType.name());
        if (!readers.hasNext()) {
            throw new IOException("no decoder for " + mediaType);
        }
        ImageInputStream input = ImageIO.createImageInputStream(path.toFile());
        ImageReader reader = readers.next();
        try {
            Optional<JpegHeader> jpeg =
                    mediaType == MediaType.JPEG ? Optional.of(JpegHeader.read(path)) : Optional.empty();
            return new ImageFile(reader, input, mediaType, jpeg);
        } catch (IOException | RuntimeException e) {
            reader.dispose();
            input.close();
            throw e;
        }
    }

    public int pages() {
        return pages;
    }

    /** Width times height of a page, numbered from 1. */
    public long pixels(int number) throws IOException {
        return (long) reader.getWidth(number - 1) * reader.getHeight(number - 1);
    }

    /** Size of a displayed page in points; pages are numbered from 1. */
    public BoundingBox bounds(int number) throws IOException {
        Resolution resolution = resolution(number);
        double width = reader.getWidth(number - 1) * 72.0 / resolution.x();
        double height = reader.getHeight(number - 1) * 72.0 / resolution.y();
        boolean onItsSide = resolution.turn().quarters() % 2 == 1;
        return new BoundingBox(0, 0, onItsSide ? height : width, onItsSide ? width : height);
    }

    /**
     * One page for OCR.
     *
     * @param number from 1
     */
    public ScannedPage page(int number) throws IOException {
        Resolution resolution = resolution(number);
        BoundingBox bounds = bounds(number);
        int step = (int) Math.ceil(Math.sqrt(pixels(number) / MOST_DECODED));
        GreyImage image = resolution.turn().applied(GreyImage.of(read(number, step)));
        double shrink = Math.min(1, Math.sqrt(MOST_PIXELS / pixels(number)));
        int dpi = Resolution.usable(Math.max(resolution.x(), resolution.y()) * shrink);
        return new ScannedPage(
                image.scaled(Math.max(1, (int) Math.round(bounds.width() / 72 * dpi)), Math.max(1, (int)
                        Math.round(bounds.height() / 72 * dpi))),
                dpi,
                bounds.width(),
                bounds.height());
    }

    /**
     * One page in colour, as displayed.
     *
     * @param number from 1
     */
    public BufferedImage picture(int number) throws IOException {
        return resolution(number).turn().applied(read(number, 1));
    }

    private Resolution resolution(int number) throws IOException {
        int width = reader.getWidth(number - 1);
        int height = reader.getHeight(number - 1);
        if (jpeg.isPresent()) {
            return Resolution.of(jpeg.get(), width, height);
        }
        IIOMetadata metadata;
        try {
            metadata = reader.getImageMetadata(number - 1);
        } catch (IIOException | RuntimeException e) {
            metadata = null;
        }
        return Resolution.of(mediaType, metadata, width, height);
    }

    /** @param step every how many-th pixel is decoded, in each direction */
    private BufferedImage read(int number, int step) throws IOException {
        ImageReadParam coarse = reader.getDefaultReadParam();
        coarse.setSourceSubsampling(step, step, 0, 0);
        return jpeg.isPresent() && jpeg.get().colours() == CmykJpeg.COLOURS
                ? CmykJpeg.read(reader, number - 1, coarse, jpeg.get().transform())
                : reader.read(number - 1, coarse);
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        input.close();
    }
}
