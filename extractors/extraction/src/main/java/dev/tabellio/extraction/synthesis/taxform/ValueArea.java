package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.document.BoundingBox;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where the value of a label lies: under it, or over it where there is no room below.
 *
 * @param ruled whether ruling lines bound it
 */
record ValueArea(BoundingBox box, boolean ruled, boolean below) {

    /** In heights of the label. */
    private static final double ROOM = 0.7;

    private static final double LINE = 1.6;
    private static final double SLACK = 0.7;
    private static final double OVERLAP = 0.3;

    /**
     * The ruled cell of the label, cut at other labels inside of it; without a cell, the space between the label and the
     * next labels right and below.
     *
     * @param block whether the value may run on under labels that belong to this one's row
     * @param lines how many lines of text the value may have, where no ruling line ends it
     * @param over whether the value stands over the label, where no ruling bounds it, even if there is room below
     */
    static Optional<ValueArea> of(LabelledPage page, PlacedLabel label, boolean block, int lines, boolean over) {
        BoundingBox text = label.box();
        double height = text.height();
        Optional<BoundingBox> cell = cell(page.cells(), text);
        List<BoundingBox> others = page.labels().stream()
                .filter(other ->
                        other.hit().words().stream().noneMatch(label.hit().words()::contains))
                .filter(other -> !block
                        || !other.anchor()
                                .row()
                                .equals(Optional.of(label.anchor().id())))
                .map(PlacedLabel::box)
                .toList();
        double slack = SLACK * height;
        double top = cell.map(BoundingBox::top).orElse(text.top() - lines * LINE * page.lineHeight(label));
        double line = page.lineHeight(label);
        double bottom = text.bottom() + lines * LINE * line + line;
        // A cell that holds the label alone is a header: the value stands in the cell under it.
        boolean header = cell.isPresent() && cell.get().height() < (1 + ROOM) * height + 1;
        if (cell.isPresent() && !header) {
            bottom = cell.get().bottom();
        }
        for (BoundingBox other : others) {
            if (other.left() < text.right() && other.right() > text.left()) {
                if (other.top() >= text.bottom() - OVERLAP * height) {
                    bottom = Math.min(bottom, other.top() + 1);
                } else if (other.bottom() <= text.top() + OVERLAP * height) {
                    top = Math.max(top, other.bottom() - 1);
                }
            }
        }
        double left = cell.map(BoundingBox::left).orElse(page.area().left());
        double right = cell.map(BoundingBox::right).orElse(page.area().right());
        boolean below = bottom - text.bottom() >= ROOM * height && (cell.isPresent() || !over);
        double from = below ? text.top() : top;
        double to = below ? bottom : text.bottom();
        for (BoundingBox other : others) {
            boolean abreast = label.level(other) || (other.centerY() > from && other.centerY() < to);
            if (abreast && other.left() >= text.right() - OVERLAP * height) {
                right = Math.min(right, other.left() - slack / 2);
            } else if (other.right() <= text.left() + OVERLAP * height
                    && (cell.isEmpty() || (abreast && other.right() > left))) {
                left = Math.max(left, text.left() - slack);
            }
        }
        bottom = Math.min(bottom, page.area().bottom());
        top = Math.max(top, page.area().top());
        if (right - left < height) {
            return Optional.empty();
        }
        if (below) {
            return Optional.of(new ValueArea(
                    new BoundingBox(left, text.bottom() - OVERLAP * height, right, bottom), cell.isPresent(), true));
        }
        if (text.top() - top >= ROOM * height) {
            return Optional.of(new ValueArea(
                    new BoundingBox(left, top, right, text.top() + OVERLAP * height), cell.isPresent(), false));
        }
        return Optional.empty();
    }

    /** The smallest cell around a label that is wide enough to be its own. */
    static Optional<BoundingBox> cell(List<BoundingBox> cells, BoundingBox label) {
        return cells.stream()
                .filter(cell -> cell.containsCenterOf(label)
                        && cell.overlapX(label) >= 0.9 * label.width()
                        && cell.overlapY(label) >= 0.7 * label.height())
                .min(Comparator.comparingDouble(BoundingBox::area));
    }
}
