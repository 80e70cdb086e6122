package dev.tabellio.jobs.overlay;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Page;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws what was found on a page. Safe for all threads. */
public final class PageOverlay {

    /** Pixels per point of the picture: a number of 6 pt print is then 14 pixels high and readable. */
    public static final double SCALE = 2.25;

    private static final int PANEL = 820;
    private static final int MARGIN = 16;
    private static final Color DOCUMENT = new Color(0x28, 0x35, 0x93);
    private static final Color CITED = new Color(0xC2, 0x18, 0x5B);
    private static final Color UNCITED = new Color(0xB7, 0x1C, 0x1C);
    private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 17);
    private static final Font STRONG = new Font(Font.SANS_SERIF, Font.BOLD, 17);
    private static final Font BADGE = new Font(Font.SANS_SERIF, Font.BOLD, 14);
    private static final int LINE = 22;

    private PageOverlay() {}

    /**
     * Draws one page with its panel.
     *
     * @param image the page at any resolution, upright
     * @param page what was read from it
     * @param marks in the order in which the panel lists and numbers them
     */
    public static BufferedImage draw(BufferedImage image, Page page, List<Mark> marks) {
        int width = (int) Math.ceil(page.width() * SCALE);
        int height = (int) Math.ceil(page.height() * SCALE);
        Panel panel = new Panel(page, marks);
        BufferedImage picture =
                new BufferedImage(width + PANEL, Math.max(height, panel.height()), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
            graphics.drawImage(image, 0, 0, width, height, null);
            // the print steps back behind what is said about it
            graphics.setColor(new Color(255, 255, 255, 90));
            graphics.fillRect(0, 0, width, height);
            for (Layer layer : Layer.values()) {
                graphics.setColor(layer.color());
                graphics.setStroke(layer.stroke());
                layer.boxes(page).forEach(box -> graphics.draw(pixels(box)));
            }
            drawMarks(graphics, page, marks);
            panel.draw(graphics, width + MARGIN);
        } finally {
            graphics.dispose();
        }
        return picture;
    }

    private static void drawMarks(Graphics2D graphics, Page page, List<Mark> marks) {
        for (Mark mark : marks) {
            Rectangle2D box = pixels(mark.box().grow(1));
            if (mark.kind() == Mark.Kind.DOCUMENT) {
                graphics.setColor(DOCUMENT);
                graphics.setStroke(new BasicStroke(5));
            } else {
                graphics.setColor(translucent(color(mark)));
                graphics.fill(box);
                graphics.setColor(color(mark));
                graphics.setStroke(new BasicStroke(2.5f));
            }
            graphics.draw(box);
        }
        // badges last, each where it hides the least of what was drawn before
        List<Rectangle2D> taken = new ArrayList<>();
        List<Rectangle2D> print =
                page.words().stream().map(word -> pixels(word.box())).toList();
        graphics.setFont(BADGE);
        FontMetrics metrics = graphics.getFontMetrics();
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            String number = String.valueOf(i + 1);
            Rectangle2D badge = badge(pixels(mark.box()), metrics.stringWidth(number) + 8, 17, taken, print);
            taken.add(badge);
            graphics.setColor(color(mark));
            graphics.fill(badge);
            graphics.setColor(Color.WHITE);
            graphics.drawString(number, (int) badge.getX() + 4, (int) badge.getY() + 14);
        }
    }

    /** The place beside a box that hides the least: other numbers weigh more than print, and outside is tried first. */
    private static Rectangle2D badge(
            Rectangle2D box, double width, double height, List<Rectangle2D> taken, List<Rectangle2D> print) {
        double[][] corners = {
            {box.getMinX() - 4, box.getMinY() - height},
            {box.getMaxX() + 3, box.getCenterY() - height / 2},
            {box.getMinX() - width - 3, box.getCenterY() - height / 2},
            {box.getMaxX() - width + 4, box.getMinY() - height},
            {box.getMinX() - 4, box.getMaxY()},
            {box.getMaxX() - width + 4, box.getMaxY()},
            {box.getMinX(), box.getMinY()},
            {box.getMaxX() - width, box.getMinY()},
        };
        Rectangle2D best =
                new Rectangle2D.Double(Math.max(0, corners[0][0]), Math.max(0, corners[0][1]), width, height);
        double least = Double.MAX_VALUE;
        for (double[] corner : corners) {
            Rectangle2D place = new Rectangle2D.Double(Math.max(0, corner[0]), Math.max(0, corner[1]), width, height);
            double hides = 10 * hidden(place, taken) + hidden(place, print);
            if (hides < least) {
                least = hides;
                best = place;
            }
        }
        return best;
    }

    private static double hidden(Rectangle2D place, List<Rectangle2D> others) {
        return others.stream()
                .filter(place::intersects)
                .map(place::createIntersection)
                .mapToDouble(overlap -> overlap.getWidth() * overlap.getHeight())
                .sum();
    }

    private static Rectangle2D pixels(BoundingBox box) {
        return new Rectangle2D.Double(box.left() * SCALE, box.top() * SCALE, box.width() * SCALE, box.height() * SCALE);
    }

    private static Color color(Mark mark) {
        return switch (mark.kind()) {
            case DOCUMENT -> DOCUMENT;
            case CITED -> CITED;
            case UNCITED -> UNCITED;
        };
    }

    private static Color translucent(Color color) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), 40);
    }

    /** The list beside the page: what the numbers and colours mean. */
    private record Panel(Page page, List<Mark> marks) {

        int height() {
            long lines = marks.stream()
                    .mapToLong(mark -> mark.says().isEmpty() ? 1 : 2)
                    .sum();
            return (int) ((lines + Layer.values().length + 6) * LINE) + 2 * MARGIN;
        }

        void draw(Graphics2D graphics, int x) {
            int y = MARGIN + LINE;
            graphics.setColor(Color.BLACK);
            graphics.setFont(STRONG);
            graphics.drawString(
                    "page %d, read from %s"
                            .formatted(
                                    page.number(),
                                    page.reading()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', ' ')),
                    x,
                    y);
            y += LINE + 8;
            for (int i = 0; i < marks.size(); i++) {
                Mark mark = marks.get(i);
                graphics.setFont(BADGE);
                graphics.setColor(color(mark));
                String number = String.valueOf(i + 1);
                graphics.fillRect(x, y - 15, graphics.getFontMetrics().stringWidth(number) + 8, 18);
                graphics.setColor(Color.WHITE);
                graphics.drawString(number, x + 4, y - 1);
                graphics.setColor(mark.kind() == Mark.Kind.CITED ? Color.BLACK : color(mark));
                graphics.setFont(STRONG);
                graphics.drawString(fitting(graphics, mark.name()), x + 44, y);
                y += LINE;
                if (!mark.says().isEmpty()) {
                    graphics.setColor(Color.DARK_GRAY);
                    graphics.setFont(TEXT);
                    graphics.drawString(fitting(graphics, mark.says()), x + 44, y);
                    y += LINE;
                }
            }
            y += LINE;
            graphics.setFont(TEXT);
            for (Layer layer : Layer.values()) {
                int count = layer.boxes(page).size();
                if (count > 0) {
                    graphics.setColor(layer.color());
                    graphics.setStroke(layer.stroke());
                    graphics.draw(new Rectangle2D.Double(x, y - 13, 30, 14));
                    graphics.setColor(Color.BLACK);
                    graphics.drawString("%s (%d)".formatted(layer.title(), count), x + 44, y);
                    y += LINE;
                }
            }
        }

        private static String fitting(Graphics2D graphics, String text) {
            String line = text.replaceAll("\\s+", " ");
            int width = PANEL - 44 - 2 * MARGIN;
            FontMetrics metrics = graphics.getFontMetrics();
            if (metrics.stringWidth(line) <= width) {
                return line;
            }
            int end = line.length();
            while (end > 0 && metrics.stringWidth(line.substring(0, end) + "...") > width) {
                end--;
            }
            return line.substring(0, end) + "...";
        }
    }
}
