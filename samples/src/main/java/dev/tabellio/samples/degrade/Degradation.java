package dev.tabellio.samples.degrade;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One way in which a document suffers.
 *
 * @param strength in the kind's own unit
 */
public record Degradation(Kind kind, double strength) {

    /** The kinds, with the unit of their strength, what it is unless stated, and its limits. */
    public enum Kind {
        /** Turned into pixels; dots per inch. */
        SCAN(200, 72, 600),
        /** A rubber stamp on the first page; how many. */
        STAMP(1, 1, 3),
        /** The back of the sheet shines through; percent of its blackness. */
        BLEED(12, 1, 60),
        /** Laid on the glass at a slant; degrees at most, either way. */
        SKEW(1.2, 0.1, 10),
        /** Darker towards one edge; percent of the brightness lost there. */
        LIGHT(25, 1, 80),
        /** Out of focus; standard deviation in points. */
        BLUR(0.25, 0.05, 2),
        /** Grain and specks; standard deviation in grey levels of 256. */
        NOISE(8, 1, 80),
        /** Black and white only; grey level of the threshold. */
        BILEVEL(150, 40, 220),
        /** Compressed with loss; quality in percent. */
        JPEG(60, 5, 95),
        /** Fed the wrong way round; degrees clockwise. */
        ROTATE(90, 90, 270),
        /** Saved as PNG rather than PDF (as TIFF if there are several pages). */
        PNG(1, 1, 1),
        /** Saved as a JPEG file rather than PDF (as TIFF if there are several pages). */
        JPG(1, 1, 1),
        /** Saved as TIFF rather than PDF. */
        TIFF(1, 1, 1);

        private final double usual;
        private final double least;
        private final double most;

        Kind(double usual, double least, double most) {
            this.usual = usual;
            this.least = least;
            this.most = most;
        }
    }

    private static final Pattern FORM = Pattern.compile("([a-z]+)([0-9]+(?:\\.[0-9]+)?)?");

    /** @throws IllegalArgumentException if the strength is outside the kind's limits */
    public Degradation {
        if (!(strength >= kind.least && strength <= kind.most) || (kind == Kind.ROTATE && strength % 90 != 0)) {
            throw new IllegalArgumentException("%s: %s is not between %s and %s%s"
                    .formatted(
                            name(kind), strength, kind.least, kind.most, kind == Kind.ROTATE ? " in steps of 90" : ""));
        }
    }

    /**
     * Reads a kind with or without a strength, such as {@code scan200} or {@code skew}.
     *
     * @throws IllegalArgumentException naming the kinds if it is none of them
     */
    public static Degradation parse(String text) {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (form.matches()) {
            for (Kind kind : Kind.values()) {
                if (name(kind).equals(form.group(1))) {
                    String number = form.group(2);
                    return new Degradation(kind, number == null ? kind.usual : Double.parseDouble(number));
                }
            }
        }
        throw new IllegalArgumentException("unknown degradation '%s'; known, each with an optional number: %s"
                .formatted(
                        text,
                        Arrays.stream(Kind.values()).map(Degradation::name).collect(Collectors.joining(", "))));
    }

    /** Reads a list separated by commas; a list that is not empty always has a scan. */
    public static List<Degradation> parseAll(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        List<Degradation> all =
                Arrays.stream(text.split(",", -1)).map(Degradation::parse).collect(Collectors.toList());
        if (all.stream().noneMatch(degradation -> degradation.kind() == Kind.SCAN)) {
            all.add(0, new Degradation(Kind.SCAN, Kind.SCAN.usual));
        }
        return List.copyOf(all);
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
