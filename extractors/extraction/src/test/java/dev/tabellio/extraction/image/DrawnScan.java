package dev.tabellio.extraction.image;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/** Pictures of pages drawn by tests: black on white, in pixels. */
final class DrawnScan {

    private DrawnScan() {}

    static GreyImage of(int width, int height, Consumer<Graphics2D> drawing) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLACK);
        graphics.setStroke(new BasicStroke(3));
        graphics.setFont(new Font(Font.SERIF, Font.PLAIN, 42));
        drawing.accept(graphics);
        graphics.dispose();
        return GreyImage.of(image);
    }

    /** Twenty lines of blocks as long as words. */
    static void text(Graphics2D graphics) {
        for (int line = 0; line < 20; line++) {
            for (int x = 150; x < 1300; x += 97) {
                graphics.fillRect(x + 13 * (line % 3), 200 + 60 * line, 60 + 7 * (line % 4), 24);
            }
        }
    }
}
