package dev.tabellio.samples.generate;

import dev.tabellio.samples.content.Dice;
import dev.tabellio.samples.generate.SampleDrawing.PacketPart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Draws what somebody scanned in one go: documents of any kinds in any order, with the pages that lay between them. */
final class MixedPacket {

    private static final int FEWEST = 3;
    private static final int MOST = 7;

    /** Kinds that are of more than one file, interactive, or packets themselves. */
    private static final Set<SampleKind> LEFT_OUT = Set.of(
            SampleKind.W2_COPIES,
            SampleKind.W2_FILLABLE,
            SampleKind.NEC_FILLABLE,
            SampleKind.F1040_FILLABLE,
            SampleKind.PACKET,
            SampleKind.MIXED_PACKET);

    /** Kinds of which a packet may hold the same document twice. */
    private static final Set<SampleKind> TWICE =
            Set.of(SampleKind.FORM, SampleKind.W2_IRS, SampleKind.NEC_IRS, SampleKind.F1040);

    private final SampleDrawing drawing;
    private final Dice dice;

    MixedPacket(SampleDrawing drawing, Dice dice) {
        this.drawing = drawing;
        this.dice = dice;
    }

    void draw() throws IOException {
        List<SampleWish> wishes = new ArrayList<>();
        for (String name : SampleWish.names()) {
            SampleWish wish = SampleWish.named(name, false, List.of());
            if (!LEFT_OUT.contains(wish.kind())) {
                wishes.add(wish);
            }
        }
        List<PacketPart> parts = new ArrayList<>();
        int count = dice.between(FEWEST, MOST);
        for (int i = 0; i < count; i++) {
            SampleWish wish = dice.oneOf(wishes);
            long seed = dice.named("part " + i).seed();
            PacketPart part = () -> SampleGenerator.draw(drawing, wish, new Dice(seed));
            parts.add(part);
            if (TWICE.contains(wish.kind()) && dice.chance(0.3)) {
                parts.add(part);
            }
        }
        if (dice.chance(0.6)) {
            parts.add(drawing::instructions);
        }
        for (int i = dice.between(0, 2); i > 0; i--) {
            parts.add(drawing::blank);
        }
        Collections.shuffle(parts, new Random(dice.seed()));
        for (PacketPart part : parts) {
            part.draw();
        }
    }
}
