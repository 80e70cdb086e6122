package dev.tabellio.extraction.image;

import dev.tabellio.document.MediaType;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** An open PNG, JPEG or (multi-page) TIFF file. To be used by one thread at a time. */
public final class ImageFile implements AutoCloseable {

    private final ImageReader reader;
    private final ImageInputStream input;
    private final int pages;

    private ImageFile(ImageReader reader, ImageInputStream input) throws IOException {
        this.reader = reader;
        this.input = input;
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
            return new ImageFile(reader, input);
        } catch (IOException | RuntimeException e) {
            reader.dispose();
            input.close();
            throw e;
        }
    }

    public int pages() {
        return pages;
    }

    /** Width times height. @param number from 1 */
    public long pixels(int number) throws IOException {
        return (long) reader.getWidth(number - 1) * reader.getHeight(number - 1);
    }

    /** @param number from 1 */
    public BufferedImage read(int number) throws IOException {
        return reader.read(number - 1);
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        input.close();
    }
}
