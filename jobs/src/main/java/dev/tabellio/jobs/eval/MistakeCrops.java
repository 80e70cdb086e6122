package dev.tabellio.jobs.eval;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.ProcessingFailure;
import dev.tabellio.extraction.admission.Admission;
import dev.tabellio.extraction.parse.PageImages;
import dev.tabellio.jobs.eval.EvaluationResult.Mistake;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.imageio.ImageIO;

/** Cuts the places of mistakes out of their pages. */
public final class MistakeCrops {

    /** Pixels per inch: 8 point print is 11 pixels high and readable. */
    private static final int DPI = 100;
    /** Points around the place that are shown with it. */
    private static final double AROUND = 36;

    private static final Color MARK = new Color(0xC2, 0x18, 0x5B);

    private final Path inbox;
    private final Function<Path, Admission> admission;
    private final PageImages images = new PageImages(Duration.ofSeconds(30));

    /** @param inbox folder that the files of the set are relative to */
    public MistakeCrops(Path inbox, Function<Path, Admission> admission) {
        this.inbox = inbox;
        this.admission = admission;
    }

    /** PNG pictures of the places of mistakes; those without a place, or on a page that cannot be drawn, have none. */
    Map<Mistake, byte[]> cut(List<Mistake> mistakes) {
        Map<Mistake, byte[]> crops = new HashMap<>();
        List<Mistake> placed = mistakes.stream()
                .filter(mistake -> mistake.box().isPresent())
                .sorted(Comparator.comparing(Mistake::file).thenComparing(Mistake::page))
                .toList();
        String drawn = "";
        Optional<BufferedImage> page = Optional.empty();
        for (Mistake mistake : placed) {
            String wanted = mistake.file() + " " + mistake.page();
            if (!wanted.equals(drawn)) {
                page = draw(mistake);
                drawn = wanted;
            }
            page.ifPresent(image -> crops.put(mistake, crop(image, mistake.box().orElseThrow())));
        }
        return crops;
    }

    private Optional<BufferedImage> draw(Mistake mistake) {
        Path file = inbox.resolve(mistake.file());
        if (!(admission.apply(file) instanceof Admission.Admitted admitted)) {
            return Optional.empty();
        }
        try {
            return Optional.of(images.draw(file, admitted.mediaType(), mistake.page(), DPI));
        } catch (ProcessingFailure e) {
            return Optional.empty();
        }
    }

    private static byte[] crop(BufferedImage page, BoundingBox place) {
        double scale = DPI / 72.0;
        BoundingBox around = place.grow(AROUND);
        int left = (int) Math.max(0, around.left() * scale);
        int top = (int) Math.max(0, around.top() * scale);
        int right = (int) Math.min(page.getWidth(), Math.ceil(around.right() * scale));
        int bottom = (int) Math.min(page.getHeight(), Math.ceil(around.bottom() * scale));
        BufferedImage crop =
                new BufferedImage(Math.max(1, right - left), Math.max(1, bottom - top), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = crop.createGraphics();
        graphics.drawImage(page, -left, -top, null);
        graphics.setColor(MARK);
        graphics.drawRect(
                (int) (place.left() * scale) - left - 1,
                (int) (place.top() * scale) - top - 1,
                (int) (place.width() * scale) + 2,
                (int) (place.height() * scale) + 2);
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(crop, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
