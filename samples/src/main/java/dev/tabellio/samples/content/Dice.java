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
        this.random = new UnsharedRandom(seed * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L);
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

    /**
     * {@link Random} for one thread: the same numbers without its locks, which take most of the time where every pixel of a
     * page gets a number of its own (a page at 300 dpi has 8 million).
     */
    private static final class UnsharedRandom extends Random {
        private static final long serialVersionUID = 1;

        private static final long FACTOR = 0x5DEECE66DL;
        private static final long SUMMAND = 0xBL;
        private static final long STATE = (1L << 48) - 1;
        private static final double TO_UNIT = 0x1.0p-53;

        private long state;
        private double next;
        private boolean hasNext;

        UnsharedRandom(long seed) {
            super(seed);
            state = (seed ^ FACTOR) & STATE;
        }

        @Override
        protected int next(int bits) {
            state = (state * FACTOR + SUMMAND) & STATE;
            return (int) (state >>> (48 - bits));
        }

        @Override
        public double nextDouble() {
            return (((long) next(26) << 27) + next(27)) * TO_UNIT;
        }

        @Override
        public double nextGaussian() {
            if (hasNext) {
                hasNext = false;
                return next;
            }
            double x;
            double y;
            double square;
            do {
                x = 2 * nextDouble() - 1;
                y = 2 * nextDouble() - 1;
                square = x * x + y * y;
            } while (square >= 1 || square == 0);
            double stretch = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
            next = y * stretch;
            hasNext = true;
            return x * stretch;
        }
    }
}
