package dev.tabellio.document;

/** The one range of confidences: 0 (no idea) to 1 (certain), kept to four decimals. */
final class Confidence {

    private Confidence() {}

    /** @throws IllegalArgumentException if the value is outside 0 to 1 */
    static double rounded(double confidence) {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("a confidence is from 0 to 1, not " + confidence);
        }
        return Math.round(confidence * 10_000) / 10_000.0;
    }
}
