package dev.tabellio.extraction.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tabellio.document.MediaType;
import dev.tabellio.document.ProcessingFailure;
import dev.tabellio.extraction.DrawnPdf;
import dev.tabellio.extraction.admission.Admission.Admitted;
import dev.tabellio.extraction.admission.Admission.Reason;
import dev.tabellio.extraction.admission.Admission.Refused;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileAdmissionTest {

    @TempDir
    private Path folder;

    private final FileAdmission admission = new FileAdmission(AdmissionLimits.defaults());

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Path pdf(int pages) {
        try (DrawnPdf drawn = new DrawnPdf(folder.resolve("some.pdf"))) {
            for (int i = 0; i < pages; i++) {
                drawn.letter(sheet -> sheet.text(72, 700, 10, "text"));
            }
            return drawn.saved();
        }
    }

    private static BufferedImage picture() {
        return new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_GRAY);
    }

    private void assertRefused(Admission admission, Reason reason, String says) {
        assertThat(admission).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.says()).contains(says);
            assertThat(refused.sha256()).matches("[0-9a-f]{64}");
        });
    }

    @Test
    void aPdfIsAdmittedWithItsIdentityAndLeftAlone() throws IOException {
        Path path = pdf(3);
        byte[] before = Files.readAllBytes(path);
        assertThat(admission.admit(path)).isInstanceOfSatisfying(Admitted.class, admitted -> {
            assertThat(admitted.mediaType()).isEqualTo(MediaType.PDF);
            assertThat(admitted.pages()).isEqualTo(3);
            assertThat(admitted.bytes()).isEqualTo(before.length);
            assertThat(admitted.sourceFile("in/some.pdf").path()).isEqualTo("in/some.pdf");
        });
        assertThat(Files.readAllBytes(path)).isEqualTo(before);
    }

    @Test
    void theIdentityIsTheDigestOfTheBytes() throws IOException {
        assertThat(admission.admit(file("abc", new byte[] {'a', 'b', 'c'})).sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @ParameterizedTest
    @CsvSource({"PNG", "JPEG", "TIFF"})
    void imagesAreToldByContentWhateverTheirName(MediaType mediaType) throws IOException {
        Path path = folder.resolve("wrong.pdf");
        ImageIO.write(picture(), mediaType.name(), path.toFile());
        assertThat(admission.admit(path)).isInstanceOfSatisfying(Admitted.class, admitted -> {
            assertThat(admitted.mediaType()).isEqualTo(mediaType);
            assertThat(admitted.pages()).isEqualTo(1);
        });
    }

    @Test
    void thePagesOfATiffAreCounted() throws IOException {
        Path path = folder.resolve("fax.tif");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("TIFF").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(path.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < 3; i++) {
                writer.writeToSequence(new IIOImage(picture(), null, null), null);
            }
            writer.endWriteSequence();
        }
        writer.dispose();
        assertThat(((Admitted) admission.admit(path)).pages()).isEqualTo(3);
    }

    @Test
    void whatIsNoDocumentIsRefused() throws IOException {
        assertRefused(admission.admit(file("a.pdf", new byte[0])), Reason.EMPTY, "0 bytes");
        assertRefused(
                admission.admit(file("b.pdf", "PK\3\4 a zip".getBytes(java.nio.charset.StandardCharsets.US_ASCII))),
                Reason.NOT_A_DOCUMENT,
                "not a PDF");
    }

    @Test
    void whatIsCutOffIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(pdf(1));
        Path cut = file("cut.pdf", Arrays.copyOf(whole, 60));
        assertRefused(admission.admit(cut), Reason.DAMAGED, "cannot be opened");
        Path image = folder.resolve("cut.png");
        ImageIO.write(picture(), "PNG", image.toFile());
        Files.write(image, Arrays.copyOf(Files.readAllBytes(image), 12));
        assertRefused(admission.admit(image), Reason.DAMAGED, "cannot be opened");
    }

    @Test
    void aPasswordIsNamed() {
        try (DrawnPdf drawn = new DrawnPdf(folder.resolve("closed.pdf"))) {
            drawn.letter(sheet -> sheet.text(72, 700, 10, "secret"));
            protect(drawn, "user");
            assertRefused(admission.admit(drawn.saved()), Reason.NEEDS_PASSWORD, "password");
        }
    }

    @Test
    void anEmptyPasswordIsNone() {
        try (DrawnPdf drawn = new DrawnPdf(folder.resolve("open.pdf"))) {
            drawn.letter(sheet -> sheet.text(72, 700, 10, "readable"));
            protect(drawn, "");
            assertThat(admission.admit(drawn.saved())).isInstanceOf(Admitted.class);
        }
    }

    private static void protect(DrawnPdf drawn, String password) {
        try {
            drawn.document().protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aDocumentWithoutPagesIsRefused() {
        assertRefused(admission.admit(pdf(0)), Reason.NO_PAGES, "no pages");
    }

    @Test
    void limitsAreNamedWithTheNumbers() throws IOException {
        FileAdmission strict = new FileAdmission(new AdmissionLimits(100_000, 2, 1000, Duration.ofSeconds(20)));
        assertRefused(strict.admit(pdf(3)), Reason.TOO_MANY_PAGES, "3 pages; at most 2");
        Path image = folder.resolve("large.png");
        ImageIO.write(picture(), "PNG", image.toFile());
        assertRefused(strict.admit(image), Reason.TOO_MANY_PIXELS, "1200 pixels; at most 1000");
        assertRefused(strict.admit(file("big", new byte[100_001])), Reason.TOO_MANY_BYTES, "100001 bytes");
    }

    @Test
    void aFileThatIsNotThereMayComeBack() {
        assertThatThrownBy(() -> admission.admit(folder.resolve("gone.pdf")))
                .isInstanceOf(ProcessingFailure.TransientFailure.class)
                .hasMessageContaining("gone.pdf");
    }
}
