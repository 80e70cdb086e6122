package dev.tabellio.extraction.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageTilesTest {

    private static final BoundingBox PAGE = new BoundingBox(0, 0, 600, 800);

    private static List<BoundingBox> tiles(int columns, int rows, double seam) {
        List<BoundingBox> tiles = new ArrayList<>();
        for (int i = 0; i < columns * rows; i++) {
            double left = 600.0 * (i % columns) / columns;
            int row = i / columns;
            double top = 800.0 * row / rows;
            tiles.add(new BoundingBox(left, top, left + 600.0 / columns - seam, top + 800.0 / rows - seam));
        }
        return tiles;
    }

    @Test
    void stripsAndTilesAreOnePicture() {
        assertThat(ImageTiles.joined(tiles(1, 40, 0))).containsExactly(PAGE);
        assertThat(ImageTiles.joined(tiles(4, 5, 0))).containsExactly(PAGE);
        assertThat(ImageTiles.joined(tiles(2, 3, 0.5))).hasSize(1);
    }

    @Test
    void imagesApartAreSeveral() {
        assertThat(ImageTiles.joined(tiles(1, 4, 20))).hasSize(4);
        BoundingBox logo = new BoundingBox(10, 10, 60, 40);
        BoundingBox below = new BoundingBox(0, 40, 600, 700);
        assertThat(ImageTiles.joined(List.of(logo, below))).containsExactly(logo, below);
    }
}
