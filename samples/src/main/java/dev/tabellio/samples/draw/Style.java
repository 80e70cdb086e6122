package dev.tabellio.samples.draw;

import java.util.function.UnaryOperator;

/**
 * How a value is printed.
 *
 * @param print from the exported value to the printed text, such as {@code 15205.00} to {@code 15,205}
 */
public record Style(Ink ink, Align align, UnaryOperator<String> print) {

    public static Style plain(Ink ink, Align align) {
        return new Style(ink, align, text -> text);
    }

    public Style aligned(Align other) {
        return new Style(ink, other, print);
    }
}
