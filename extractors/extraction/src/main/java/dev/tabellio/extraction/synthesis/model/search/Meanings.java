package dev.tabellio.extraction.synthesis.model.search;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Orders passages by how near their vectors are to that of what is wanted. */
public final class Meanings {

    private Meanings() {}

    /**
     * All passages, the nearest in meaning first; equally near ones in their order.
     *
     * @param wanted a vector with a length
     * @param passages vectors with a length and as many dimensions
     * @return places in the list of passages
     */
    public static List<Integer> nearest(float[] wanted, List<float[]> passages) {
        double[] likeness = passages.stream()
                .mapToDouble(passage -> cosine(wanted, passage))
                .toArray();
        return IntStream.range(0, likeness.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer place) -> -likeness[place]))
                .toList();
    }

    private static double cosine(float[] one, float[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException(
                    "vectors of %d and %d dimensions cannot be compared".formatted(one.length, other.length));
        }
        double product = 0;
        double ones = 0;
        double others = 0;
        for (int i = 0; i < one.length; i++) {
            product += (double) one[i] * other[i];
            ones += (double) one[i] * one[i];
            others += (double) other[i] * other[i];
        }
        return product / Math.sqrt(ones * others);
    }
}
