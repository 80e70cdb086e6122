package dev.tabellio.samples.degrade;

import dev.tabellio.samples.content.Dice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Ways in which a whole set can be degraded before it is read, strong enough to matter and common enough to expect. */
public enum Variant {
    /** A good office scanner. */
    SCAN300("scan300,skew1,noise8,jpeg75"),
    /** What most scanners are set to. */
    SCAN200("scan200,skew1,noise8,jpeg75"),
    /** A fax in fine mode, or a scanner set to save space. */
    SCAN150("scan150,skew1,noise8,jpeg75"),
    /** Every file was fed the wrong way round, by a quarter, half or three quarters of a turn. */
    ROTATE("scan200,skew1,noise8,jpeg75"),
    /** Held by hand, out of focus, with the light from one side; without perspective, which cameras take out. */
    PHONE("scan200,skew3,light35,blur0.3,noise10,jpeg60");

    private final List<Degradation> degradations;

    Variant(String degradations) {
        this.degradations = Degradation.parseAll(degradations);
    }

    /**
     * Reads the name of a variant, such as {@code scan200}.
     *
     * @throws IllegalArgumentException listing the names if it is none of them
     */
    public static Variant parse(String name) {
        return Arrays.stream(values())
                .filter(variant -> variant.label().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown variant '%s'; known: %s"
                        .formatted(
                                name,
                                Arrays.stream(values()).map(Variant::label).collect(Collectors.joining(", ")))));
    }

    /** The name as users write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The variants that hurt a little less or more, or in a way that often comes with this one. */
    public List<Variant> neighbours() {
        return switch (this) {
            case SCAN300 -> List.of(SCAN200);
            case SCAN200 -> List.of(SCAN150, SCAN300, ROTATE);
            case SCAN150 -> List.of(SCAN200, PHONE);
            case ROTATE, PHONE -> List.of(SCAN200, SCAN150);
        };
    }

    /** What one file suffers. */
    public List<Degradation> of(Dice dice) {
        if (this != ROTATE) {
            return degradations;
        }
        List<Degradation> turned = new ArrayList<>(degradations);
        turned.add(new Degradation(Degradation.Kind.ROTATE, dice.oneOf(List.of(90, 180, 270))));
        return List.copyOf(turned);
    }
}
