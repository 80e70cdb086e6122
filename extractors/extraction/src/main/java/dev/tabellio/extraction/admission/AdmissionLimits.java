package dev.tabellio.extraction.admission;

import java.time.Duration;

/**
 * What a file may be at most.
 *
 * @param bytes size of the file
 * @param pages of the file
 * @param pixels of one page of an image file, width times height
 * @param time for opening it
 */
public record AdmissionLimits(long bytes, int pages, long pixels, Duration time) {

    /** @throws IllegalArgumentException if a limit is not positive */
    public AdmissionLimits {
        if (bytes < 1 || pages < 1 || pixels < 1 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("a limit is positive");
        }
    }

    /**
     * 256 MiB, 2000 pages, 150 million pixels, 30 s. The largest real tax packets have some 400 pages, an A2 sheet at 600 dpi
     * has 139 million pixels, and both fit into a worker's share of a 2 GB heap.
     */
    public static AdmissionLimits defaults() {
        return new AdmissionLimits(256L << 20, 2000, 150_000_000, Duration.ofSeconds(30));
    }
}
