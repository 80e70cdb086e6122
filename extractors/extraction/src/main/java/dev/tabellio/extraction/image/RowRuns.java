package dev.tabellio.extraction.image;

/** The runs of ink in one row of a picture after the other: most of a page is white, and is looked at once. */
final class RowRuns {

    private final BinaryImage image;
    private final int[] edges;
    private int count;

    RowRuns(BinaryImage image) {
        this.image = image;
        this.edges = new int[image.width() + 1];
    }

    /** Reads another row. */
    void read(int y) {
        int width = image.width();
        boolean[] ink = image.ink();
        int row = y * width;
        count = 0;
        for (int x = image.nextInk(0, y); x < width; x = image.nextInk(x, y)) {
            edges[2 * count] = x;
            while (x < width && ink[row + x]) {
                x++;
            }
            edges[2 * count + 1] = x - 1;
            count++;
        }
    }

    /** Runs of the row. */
    int count() {
        return count;
    }

    /** First pixel of a run, from 0. */
    int first(int run) {
        return edges[2 * run];
    }

    /** Last pixel of a run. */
    int last(int run) {
        return edges[2 * run + 1];
    }
}
