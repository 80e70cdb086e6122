package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Checkbox;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.FieldValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads ticked boxes. Each label goes with the box next to it; where a box lies between two labels, the closer pair wins.
 * A box left of its label counts as closer than one right of it, and that as closer than one under or over it.
 */
final class CheckboxReader {

    /** A box further from its label than this many label heights belongs to something else. */
    private static final double REACH = 4;

    /** ... unless no value, label or other box is between them on their line: statements have wordings left and boxes right. */
    private static final double FAR = 120;

    /** Added to the distance of a box under or over its label: it may belong to the label on its own line. */
    private static final double STACKED = 2;

    /** Added to the distance of a box right of its label, in label heights. */
    private static final double WRONG_SIDE = 0.75;

    /** Distance of the only box in the cell of the only label there, wherever the label's wrapped lines end. */
    private static final double ALONE = 0.5;

    private final Map<String, Pair> byAnchor = new HashMap<>();

    CheckboxReader(List<LabelledPage> pages) {
        for (LabelledPage page : pages) {
            List<Pair> pairs = new ArrayList<>();
            for (PlacedLabel label : page.labels()) {
                if (label.anchor().kind() == Anchor.Kind.CHECKBOX) {
                    for (Checkbox box : page.checkboxes()) {
                        double distance = isAloneWith(page, label, box)
                                ? ALONE
                                : distance(label.hit().box(), box.box());
                        if (distance <= REACH || (distance <= FAR && nothingBetween(page, label, box))) {
                            pairs.add(new Pair(page.number(), label, box, distance));
                        }
                    }
                }
            }
            pairs.sort(Comparator.comparingDouble(Pair::distance));
            Set<Checkbox> taken = new HashSet<>();
            Set<PlacedLabel> served = new HashSet<>();
            for (Pair pair : pairs) {
                if (!taken.contains(pair.box()) && !served.contains(pair.label())) {
                    taken.add(pair.box());
                    served.add(pair.label());
                    byAnchor.putIfAbsent(pair.label().anchor().id(), pair);
                }
            }
        }
    }

    ExtractedField read(FieldRule.Ticked rule) {
        Pair pair = byAnchor.get(rule.checkbox());
        return pair == null
                ? new ExtractedField.Absent()
                : pair.field(new FieldValue.Flag(pair.box().selected()));
    }

    ExtractedField read(FieldRule.YesNo rule) {
        Pair yes = byAnchor.get(rule.yes());
        Pair no = byAnchor.get(rule.no());
        boolean ticked = yes != null && yes.box().selected();
        boolean denied = no != null && no.box().selected();
        if (ticked && denied) {
            return new ExtractedField.Uncited("yes, no", "both answers are ticked", List.of());
        }
        if (ticked && yes != null) {
            return yes.field(new FieldValue.Flag(true));
        }
        return denied && no != null ? no.field(new FieldValue.Flag(false)) : new ExtractedField.Absent();
    }

    ExtractedField read(FieldRule.OneOf rule) {
        List<Map.Entry<String, String>> ticked = rule.valueByCheckbox().entrySet().stream()
                .filter(option -> {
                    Pair pair = byAnchor.get(option.getKey());
                    return pair != null && pair.box().selected();
                })
                .sorted(Map.Entry.comparingByKey())
                .toList();
        if (ticked.isEmpty()) {
            return new ExtractedField.Absent();
        }
        if (ticked.size() > 1) {
            List<String> values = ticked.stream().map(Map.Entry::getValue).toList();
            return new ExtractedField.Uncited(
                    String.join(", ", values), "several boxes are ticked where one is meant to be", List.of());
        }
        Map.Entry<String, String> option = ticked.get(0);
        Pair pair = byAnchor.get(option.getKey());
        return pair == null ? new ExtractedField.Absent() : pair.field(new FieldValue.Text(option.getValue()));
    }

    private static boolean isAloneWith(LabelledPage page, PlacedLabel label, Checkbox box) {
        Optional<BoundingBox> cell = ValueArea.cell(page.cells(), label.hit().box());
        return cell.isPresent()
                && cell.get().containsCenterOf(box.box())
                && page.checkboxes().stream()
                                .filter(other -> cell.get().containsCenterOf(other.box()))
                                .count()
                        == 1
                && page.labels().stream()
                                .filter(other -> other.anchor().kind() == Anchor.Kind.CHECKBOX
                                        && cell.get()
                                                .containsCenterOf(other.hit().box()))
                                .count()
                        == 1;
    }

    private static boolean nothingBetween(LabelledPage page, PlacedLabel label, Checkbox box) {
        BoundingBox text = label.hit().box();
        if (text.overlapY(box.box()) < 0.4 * Math.min(text.height(), box.box().height())
                || box.box().left() < text.right()) {
            return false;
        }
        BoundingBox between =
                new BoundingBox(text.right(), text.top(), box.box().left(), text.bottom());
        return page.values().stream().noneMatch(word -> between.intersects(word.box()))
                && page.labels().stream()
                        .noneMatch(other -> !other.equals(label)
                                && other.anchor().kind() != Anchor.Kind.PRINT
                                && between.intersects(other.box()))
                && page.checkboxes().stream().noneMatch(other -> between.intersects(other.box()));
    }

    /** In label heights; a box may stand left, right, under or over its label. */
    private static double distance(BoundingBox label, BoundingBox box) {
        double height = label.height();
        double across = Math.max(0, Math.max(box.left() - label.right(), label.left() - box.right()));
        double down = Math.max(0, Math.max(box.top() - label.bottom(), label.top() - box.bottom()));
        boolean level = label.overlapY(box) >= 0.4 * Math.min(height, box.height());
        boolean stacked = label.overlapX(box) >= 0.5 * Math.min(label.width(), box.width());
        if (!level && !stacked) {
            return Double.MAX_VALUE;
        }
        double penalty = !level ? STACKED : box.left() >= label.right() - 1 ? WRONG_SIDE : 0;
        return (across + down) / height + penalty;
    }

    private record Pair(int page, PlacedLabel label, Checkbox box, double distance) {
        ExtractedField field(FieldValue value) {
            return FieldMaker.ticked(value, page, box, label.quality(), "box next to " + BoxReader.name(label));
        }
    }
}
