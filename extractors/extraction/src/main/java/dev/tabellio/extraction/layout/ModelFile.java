package dev.tabellio.extraction.layout;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.ProcessingFailure;
import dev.tabellio.document.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * A detection model as a file with its {@link ModelCard} beside it, whatever engine runs it.
 *
 * <p>In comes one float tensor of 1 x 3 x height x width: the whole page in red, green and blue from 0 to 1, stretched to the
 * input size. Out comes one tensor of N x 6 or 1 x N x 6, a row for each region: left, top, right and bottom in pixels of the
 * input, score from 0 to 1, class index. N may be 0; which boxes overlap is the model's business.
 *
 * @param digest of both files, 12 hex digits
 */
record ModelFile(Path path, ModelCard card, String digest) {

    /** Numbers in a row of the result. */
    static final int COLUMNS = 6;

    /** @throws ProcessingFailure.StopTheRun if one of the two files cannot be read or the card says something else */
    static ModelFile read(Path path) {
        Path cardFile = ModelCard.beside(path);
        try {
            String digest = digest(path, cardFile);
            return new ModelFile(path, ModelCard.read(cardFile), digest);
        } catch (IOException e) {
            throw new ProcessingFailure.StopTheRun(
                    "%s cannot be used as layout model: %s".formatted(path, e.toString()), e);
        }
    }

    /** What an engine that refuses the file says to a person; engines add pages of native calls. */
    ProcessingFailure.StopTheRun unusable(Exception cause) {
        return new ProcessingFailure.StopTheRun(
                "%s cannot be used as layout model: %s".formatted(path, firstLine(cause)), cause);
    }

    static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse(cause.toString());
    }

    /** @throws IllegalArgumentException if a result of this shape has no rows of six */
    static void checkShape(long... shape) {
        boolean batch = shape.length == 3 && shape[0] == 1;
        if (!(shape.length == 2 || batch) || shape[shape.length - 1] != COLUMNS) {
            StringBuilder says = new StringBuilder();
            for (long size : shape) {
                says.append(says.isEmpty() ? "" : ", ").append(size);
            }
            throw new IllegalArgumentException(
                    "its result has the shape (%s) instead of (N, %d)".formatted(says, COLUMNS));
        }
    }

    /**
     * The regions that the rows of a result are.
     *
     * @param width of the page in points
     * @param height of the page in points
     * @return in points, within the page, best first
     * @throws ProcessingFailure.PermanentFailure if a row makes no sense
     */
    List<Region> regions(float[] rows, double width, double height) {
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
            if (left < right && top < bottom && score >= card.threshold()) {
                regions.add(
                        new Region(card.classes().get((int) index), new BoundingBox(left, top, right, bottom), score));
            }
        }
        regions.sort(Comparator.comparingDouble(Region::confidence).reversed());
        return List.copyOf(regions);
    }

    private static double clipped(double share) {
        return Math.max(0, Math.min(1, share));
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
}
