package dev.tabellio.samples.content;

import java.util.List;
import java.util.Random;

/**
 * Seeded choices: the same seed gives the same choices on every machine ({@link Random}'s algorithm is part of its
 * specification). Not for several threads.
 */
public final class Dice {

    private final long seed;
    private final Random random;

    public Dice(long seed) {
        this.seed = seed;
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L);
    }

    /** Dice whose choices do not depend on how often these have been thrown. */
    public Dice named(String purpose) {
        return new Dice(seed * 31 + purpose.hashCode());
    }

    public long seed() {
        return seed;
    }

    /** A whole number, both ends included. */
    public int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    public double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    /** @param probability from 0 to 1 */
    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Digits, the first of which may be 0. */
    public String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    /** Normally distributed around 0 with deviation 1. */
    public double gaussian() {
        return random.nextGaussian();
    }
}
