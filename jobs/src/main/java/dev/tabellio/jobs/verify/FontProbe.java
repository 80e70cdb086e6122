package dev.tabellio.jobs.verify;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Whether Java can draw text: pages with fonts that are not embedded, and overlays, need it. */
public final class FontProbe implements Probe {

    private static final int WIDTH = 240;
    private static final int HEIGHT = 40;

    @Override
    public String name() {
        return "fonts";
    }

    @Override
    public Answer look() {
        try {
            return drawsInk()
                    ? Answer.ok(name(), "text can be drawn")
                    : Answer.fail(name(), "text is drawn without ink", remedy());
        } catch (RuntimeException | LinkageError | InternalError e) {
            return Answer.fail(name(), "text cannot be drawn (%s)".formatted(e), remedy());
        }
    }

    /** A word in black on white, to be seen or read. */
    static BufferedImage drawn(String word, int width, int height, int points) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, points));
        graphics.drawString(word, points, height - points / 2);
        graphics.dispose();
        return image;
    }

    private static boolean drawsInk() {
        BufferedImage image = drawn("Tabellio", WIDTH, HEIGHT, 24);
        for (int x = 0; x < WIDTH; x++) {
            for (int y = 0; y < HEIGHT; y++) {
                if ((image.getRGB(x, y) & 0xFF) < 128) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String remedy() {
        return "Install a font and fontconfig (Debian: apt install fontconfig fonts-dejavu-core).";
    }
}
