package dev.tabellio.extraction.synthesis.contract;

/** A range of characters of a text: from {@code start} up to, not including, {@code end}. */
public record TextSpan(int start, int end) {

    public TextSpan {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: %d to %d".formatted(start, end));
        }
    }

    int length() {
        return end - start;
    }

    boolean contains(int position) {
        return position >= start && position < end;
    }

    String of(String text) {
        return text.substring(start, end);
    }
}
