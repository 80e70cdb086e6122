package dev.tabellio.extraction.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.extraction.image.GreyImage;
import org.junit.jupiter.api.Test;

class PagePixelsTest {

    @Test
    void aPictureOfAScreenIsEnlarged() {
        PagePixels fine = picture(850, 1100, 100).fine(300);
        assertThat(fine.dpi()).isEqualTo(300);
        assertThat(fine.scannedDpi()).isEqualTo(100);
        assertThat(fine.image().width()).isEqualTo(2550);
        assertThat(fine.image().height()).isEqualTo(3300);
    }

    @Test
    void aScanIsTakenAsItIs() {
        PagePixels scan = picture(1700, 2200, 200);
        assertThat(scan.fine(300)).isSameAs(scan);
    }

    @Test
    void aLargeSheetIsEnlargedAsFarAsAPictureMayBeLarge() {
        PagePixels fine = picture(3000, 4000, 100).fine(300);
        assertThat(fine.dpi()).isEqualTo(122);
        assertThat((double) fine.image().width() * fine.image().height()).isBetween(17e6, 18.5e6);
    }

    private static PagePixels picture(int width, int height, int dpi) {
        return new PagePixels(new GreyImage(new byte[width * height], width, height), dpi);
    }
}
