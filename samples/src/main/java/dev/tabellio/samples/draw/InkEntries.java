package dev.tabellio.samples.draw;

import dev.tabellio.document.BoundingBox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Values printed on the page. */
final class InkEntries implements Entries {

    /** Distance of the baseline from the lower edge of the area, in points. */
    private static final double LIFT = 2.6;

    /** Distance of the first of several lines from the upper edge of the area, in points. */
    private static final double DROP = 1.5;

    @Override
    public BoundingBox line(Canvas canvas, BoundingBox area, Style style, String text) throws IOException {
        if (text.isBlank()) {
            return area;
        }
        return canvas.text(area.left(), area.right(), area.bottom() - LIFT, style.align(), style.ink(), text);
    }

    @Override
    public List<BoundingBox> lines(Canvas canvas, BoundingBox area, Style style, List<String> lines, double leading)
            throws IOException {
        List<BoundingBox> boxes = new ArrayList<>();
        double baseline = area.top() + style.ink().size() + DROP;
        for (String text : lines) {
            boxes.add(canvas.text(area.left(), area.right(), baseline, style.align(), style.ink(), text));
            baseline += leading;
        }
        return boxes;
    }

    @Override
    public BoundingBox comb(Canvas canvas, BoundingBox area, Style style, String text, int cells) throws IOException {
        List<BoundingBox> boxes = new ArrayList<>();
        double cell = area.width() / cells;
        for (int i = 0; i < text.length(); i++) {
            double left = area.left() + i * cell;
            boxes.add(canvas.text(
                    left, left + cell, area.bottom() - LIFT, Align.CENTER, style.ink(), text.substring(i, i + 1)));
        }
        return boxes.isEmpty() ? area : BoundingBox.around(boxes);
    }

    @Override
    public void tick(Canvas canvas, BoundingBox box, boolean ticked) throws IOException {
        canvas.checkbox(box, ticked);
    }
}
