package dev.tabellio.samples.draw;

/** Where text stands in its area. */
public enum Align {
    LEFT,
    CENTER,
    RIGHT
}
