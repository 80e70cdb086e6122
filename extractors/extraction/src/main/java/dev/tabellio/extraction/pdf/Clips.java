package dev.tabellio.extraction.pdf;

import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.Deque;

/** Bounds of the clip, on the displayed page, as content saves and restores it. */
final class Clips {

    private Deque<Rectangle2D.Double> stack = new ArrayDeque<>();

    Clips(Rectangle2D.Double page) {
        stack.push(page);
    }

    Rectangle2D.Double current() {
        return stack.getFirst();
    }

    void save() {
        stack.push(current());
    }

    void restore() {
        if (stack.size() > 1) {
            stack.pop();
        }
    }

    void narrow(Rectangle2D area) {
        Rectangle2D.Double narrowed = new Rectangle2D.Double();
        Rectangle2D.intersect(area, stack.pop(), narrowed);
        stack.push(narrowed);
    }

    /**
     * Goes into content of its own, which can not restore what was saved outside.
     *
     * @return what {@link #leave} needs
     */
    Deque<Rectangle2D.Double> enter(Rectangle2D area) {
        Deque<Rectangle2D.Double> outside = stack;
        stack = new ArrayDeque<>();
        stack.push(outside.getFirst());
        narrow(area);
        return outside;
    }

    void leave(Deque<Rectangle2D.Double> outside) {
        stack = outside;
    }
}
