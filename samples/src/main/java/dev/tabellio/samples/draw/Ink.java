package dev.tabellio.samples.draw;

/**
 * How text looks.
 *
 * @param size in points
 * @param grey from 0 (black) to 1 (white)
 */
public record Ink(Face face, double size, double grey) {

    public Ink(Face face, double size) {
        this(face, size, 0);
    }

    public Ink sized(double other) {
        return new Ink(face, other, grey);
    }
}
