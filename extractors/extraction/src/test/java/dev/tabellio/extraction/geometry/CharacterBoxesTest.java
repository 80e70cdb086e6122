package dev.tabellio.extraction.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.BoundingBox;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CharacterBoxesTest {

    private static List<BoundingBox> row(int count, double width, double between) {
        return IntStream.range(0, count)
                .mapToObj(i -> box(100 + i * (width + between), 200, width))
                .toList();
    }

    private static BoundingBox box(double left, double top, double width) {
        return new BoundingBox(left, top, left + width, top + 12);
    }

    @Test
    void aRowThatNearlyTouchesIsForCharacters() {
        List<BoundingBox> row = row(5, 14, 2);
        assertThat(CharacterBoxes.among(row)).containsExactlyInAnyOrderElementsOf(row);
    }

    @Test
    void aFrameBehindOneThatWasNotSeenBelongsToTheRow() {
        List<BoundingBox> row = row(8, 14, 2);
        List<BoundingBox> seen = List.of(row.get(0), row.get(2), row.get(3), row.get(4), row.get(5), row.get(7));
        assertThat(CharacterBoxes.among(seen)).containsExactlyInAnyOrderElementsOf(seen);
    }

    @Test
    void boxesWithLabelsBetweenThemAreCheckboxes() {
        assertThat(CharacterBoxes.among(row(6, 12, 12))).isEmpty();
    }

    @Test
    void threeAreTooFew() {
        assertThat(CharacterBoxes.among(row(3, 12, 1))).isEmpty();
    }

    @Test
    void boxesOfAListAreCheckboxes() {
        List<BoundingBox> list = IntStream.range(0, 6)
                .mapToObj(i -> box(100, 200 + 13.0 * i, 12))
                .toList();
        assertThat(CharacterBoxes.among(list)).isEmpty();
    }

    @Test
    void sizesAndPlacesOfARowAreAlike() {
        List<BoundingBox> frames =
                List.of(box(100, 200, 12), box(113, 204, 12), box(126, 200, 12), box(139, 204, 12), box(152, 200, 18));
        assertThat(CharacterBoxes.among(frames)).isEmpty();
    }
}
