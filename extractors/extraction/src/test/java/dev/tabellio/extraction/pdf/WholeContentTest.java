package dev.tabellio.extraction.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tabellio.document.Word;
import dev.tabellio.extraction.DrawnPdf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WholeContentTest {

    private static final String LINE = "BT /F1 11 Tf 1 0 0 1 72 500 Tm (print) Tj ET\n";

    @TempDir
    private Path folder;

    private final PDResources resources = new PDResources();
    private DrawnPdf drawn;

    @BeforeEach
    void setUp() {
        drawn = new DrawnPdf(folder.resolve("page.pdf"));
        resources.put(COSName.getPDFName("F1"), new PDType1Font(FontName.HELVETICA));
    }

    @AfterEach
    void tearDown() throws IOException {
        drawn.close();
    }

    private static String lines(int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("BT /F1 11 Tf 1 0 0 1 72 %d Tm (Line %d costs %d.00) Tj ET%n"
                    .formatted(700 - 12 * i, i, i * 7919 % 997));
        }
        return lines.toString();
    }

    private static byte[] compressed(String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(content.getBytes(StandardCharsets.ISO_8859_1));
        }
        return bytes.toByteArray();
    }

    private COSStream stream(byte[] raw) throws IOException {
        COSStream stream = drawn.document().getDocument().createCOSStream();
        try (OutputStream out = stream.createRawOutputStream()) {
            out.write(raw);
        }
        stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
        return stream;
    }

    private COSStream plain(String content) throws IOException {
        COSStream stream = stream(content.getBytes(StandardCharsets.ISO_8859_1));
        stream.removeItem(COSName.FILTER);
        return stream;
    }

    private List<String> read(COSBase content) throws IOException {
        PDPage page = new PDPage(PDRectangle.LETTER);
        page.setResources(resources);
        page.getCOSObject().setItem(COSName.CONTENTS, content);
        drawn.document().addPage(page);
        try (PdfFile pdf = PdfFile.open(drawn.saved())) {
            return pdf.read(1, Duration.ofSeconds(20)).words().stream()
                    .map(Word::text)
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 400})
    void contentThatIsCutOffIsAnError(int lines) throws IOException {
        byte[] whole = compressed(lines(lines));
        COSStream cut = stream(Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class).hasMessage("its content is cut off");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 400})
    void contentThatWasChangedIsAnError(int lines) throws IOException {
        byte[] bytes = compressed(lines(lines));
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 20, (byte) 0xff);
        COSStream changed = stream(bytes);

        assertThatThrownBy(() -> read(changed)).isInstanceOf(IOException.class).hasMessage("its content is damaged");
    }

    @Test
    void aCheckSumMayBeMissing() throws IOException {
        byte[] whole = compressed(LINE);

        assertThat(read(stream(Arrays.copyOf(whole, whole.length - 4)))).containsExactly("print");
    }

    @Test
    void aPartOfTheContentThatIsCutOffIsAnError() throws IOException {
        byte[] whole = compressed(lines(40));
        COSArray parts = new COSArray();
        parts.add(stream(Arrays.copyOf(whole, whole.length / 2)));
        parts.add(stream(compressed(LINE)));

        assertThatThrownBy(() -> read(parts)).isInstanceOf(IOException.class).hasMessage("its content is cut off");
    }

    @Test
    void instructionsMayGoOnInTheNextPart() throws IOException {
        COSArray parts = new COSArray();
        parts.add(plain("BT /F1 11 Tf 1 0 0 1 72"));
        parts.add(stream(compressed("500 Tm (print) Tj ET")));

        assertThat(read(parts)).containsExactly("print");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    BT /F1 11 Tf 1 0 0 1 72 400 Tm (Total 1,0     | its content ends in the middle of an instruction
                    BT /F1 11 Tf 1 0 0 1 72 40                    | its content ends in the middle of an instruction
                    BT /F1 11 Tf 1 0 0 1 72 400 Tm (Total) T      | its content ends in the middle of an instruction
                    BT /F1 11 Tf 1 0 0 1 72 400 Tm (Total) Tj     | its content ends in the middle of a text
                    """)
    void contentThatEndsInTheMiddleIsAnError(String last, String cause) throws IOException {
        COSStream content = plain(LINE + last);

        assertThatThrownBy(() -> read(content)).isInstanceOf(IOException.class).hasMessage(cause);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "q", "Q Q", "\0\0", "q 1 0 0 1 0 0 cm\r\n \t", "endstream"})
    void whatIsCommonAtTheEndOfGoodContentIsNoError(String end) throws IOException {
        assertThat(read(plain(LINE + end))).containsExactly("print");
    }

    @Test
    void aFormThatIsCutOffIsAnErrorOfThePage() throws IOException {
        byte[] whole = compressed(lines(40));
        PDFormXObject form = new PDFormXObject(stream(Arrays.copyOf(whole, whole.length / 2)));
        form.setBBox(PDRectangle.LETTER);
        form.setResources(new PDResources(resources.getCOSObject()));
        resources.put(COSName.getPDFName("X"), form);
        COSStream content = plain(LINE + "/X Do");

        assertThatThrownBy(() -> read(content)).isInstanceOf(IOException.class).hasMessage("its content is cut off");
    }

    @Test
    void aPageWithoutContentIsEmpty() throws IOException {
        assertThat(read(new COSArray())).isEmpty();
    }
}
