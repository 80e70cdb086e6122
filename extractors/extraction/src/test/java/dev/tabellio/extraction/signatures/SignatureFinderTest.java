package dev.tabellio.extraction.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.ArtifactJson;
import dev.tabellio.document.MediaType;
import dev.tabellio.document.Page;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.Signature;
import dev.tabellio.document.SourceFile;
import dev.tabellio.extraction.DrawnPdf;
import dev.tabellio.extraction.parse.ParseOptions;
import dev.tabellio.extraction.parse.StandardDocumentParser;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignatureFinderTest {

    @TempDir
    private Path folder;

    private Page page(DrawnPdf.Drawing drawing) {
        try (DrawnPdf drawn = new DrawnPdf(folder.resolve("page.pdf"));
                StandardDocumentParser parser = new StandardDocumentParser(ParseOptions.defaults())) {
            Path path = drawn.letter(drawing).saved();
            ParsedFile file = parser.parse(new SourceFile("0".repeat(64), "page.pdf", 1, MediaType.PDF), path);
            String json = ArtifactJson.mapper().writeValueAsString(file);
            assertThat(ArtifactJson.mapper().readValue(json, ParsedFile.class)).isEqualTo(file);
            return file.page(1);
        }
    }

    /** Each place to sign as "MARK signer / date". */
    private List<String> signatures(DrawnPdf.Drawing drawing) {
        Page page = page(drawing);
        return page.signatures().stream()
                .map(signature -> "%s %s / %s"
                        .formatted(signature.mark(), text(page, signature.signer()), text(page, signature.date())))
                .toList();
    }

    private static String text(Page page, List<Integer> words) {
        return words.stream().map(i -> page.words().get(i).text()).collect(Collectors.joining(" "));
    }

    @Test
    void whatWasSignedIsToldFromWhatIsStillToBeSigned() {
        assertThat(signatures(sheet -> sheet.text(72, 700, 11, "ARDENT BEARINGS INC.")
                        .text(72, 670, 11, "By: /s/ Jane Roe")
                        .text(72, 656, 11, "Name: Jane A. Roe")
                        .text(72, 642, 11, "Title: President")
                        .text(72, 628, 11, "Date: March 3, 2024")
                        .text(330, 700, 11, "BOREALIS LTD.")
                        .text(330, 670, 11, "By:")
                        .line(350, 668, 520, 668)
                        .text(330, 656, 11, "Name: Max Muster")
                        .text(330, 642, 11, "Title: Director")
                        .text(330, 628, 11, "Date:")))
                .containsExactlyInAnyOrder("CONFORMED Jane A. Roe / March 3, 2024", "EMPTY Max Muster / ");
    }

    @Test
    void aLineOfUnderscoresIsToBeSigned() {
        assertThat(signatures(sheet -> sheet.text(72, 700, 11, "By:______________________________")
                        .text(330, 700, 11, "______________________________")
                        .text(330, 686, 11, "Employee Signature")
                        .text(72, 640, 11, "______________________________")
                        .text(72, 626, 11, "Employee Name")))
                .containsExactly("EMPTY  / ", "EMPTY  / ");
    }

    @Test
    void strokesOfAPenAndPicturesAreSignatures() {
        assertThat(signatures(sheet -> {
                    sheet.text(72, 700, 11, "By:").line(92, 698, 300, 698).text(72, 686, 11, "Name: Jane Roe");
                    sheet.content().moveTo(110, 701);
                    sheet.content().curveTo(120, 730, 130, 690, 140, 712);
                    sheet.content().curveTo(150, 690, 160, 725, 185, 702);
                    sheet.content().stroke();
                    sheet.text(72, 600, 11, "Signature:").line(130, 598, 300, 598);
                    sheet.image(new BufferedImage(40, 10, BufferedImage.TYPE_INT_RGB), 140, 599, 80, 18);
                }))
                .containsExactly("INK Jane Roe / ", "PICTURE  / ");
    }

    @Test
    void aTypedNameIsNoSignature() {
        assertThat(signatures(sheet -> sheet.text(72, 700, 11, "By: Jane Roe").text(72, 686, 11, "Its: President")))
                .containsExactly("TYPED Jane Roe / ");
    }

    @Test
    void aBoxOfAFormHasRoomBelowItsLabel() {
        Page page = page(sheet -> sheet.line(36, 700, 576, 700)
                .line(273, 700, 273, 670)
                .line(36, 670, 576, 670)
                .text(40, 691, 7, "Your signature")
                .text(277, 691, 7, "Date"));
        assertThat(page.signatures()).singleElement().satisfies(signature -> {
            assertThat(signature.mark()).isEqualTo(Signature.Mark.EMPTY);
            assertThat(signature.box().top()).isGreaterThan(98);
            assertThat(signature.box().right()).isLessThan(275);
        });
    }

    @Test
    void aLabelOfTwoRowsHasItsLineBehindIt() {
        assertThat(signatures(sheet -> sheet.line(72, 564, 380, 564)
                        .line(72, 540, 380, 540)
                        .text(76, 554, 7, "Signature of")
                        .text(76, 545, 7, "U.S. person")))
                .containsExactly("EMPTY  / ");
    }

    @Test
    void textThatSpeaksOfSignaturesIsNoPlaceToSign() {
        assertThat(signatures(sheet -> sheet.text(72, 700, 11, "[Signature page follows]")
                        .text(72, 680, 11, "By: Ardent Management LLC, its manager")
                        .text(72, 660, 11, "Signatures may be exchanged by facsimile.")
                        .text(72, 640, 11, "A user may do so once s/he has signed in.")
                        .line(72, 620, 300, 620)
                        .text(72, 606, 11, "Signature of the agreement by both parties ends the negotiation")))
                .isEmpty();
    }

    @Test
    void aDigitalSignatureNamesItsSignerAndDay() {
        assertThat(signatures(sheet -> {
                    sheet.text(72, 730, 11, "Landlord");
                    COSDictionary value = new COSDictionary();
                    value.setString(COSName.NAME, "Jane Roe");
                    Calendar day = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
                    day.setTimeInMillis(1_709_424_000_000L);
                    value.setDate(COSName.M, day);
                    COSArray fields = new COSArray();
                    fields.add(signatureField(700, value));
                    fields.add(signatureField(600, null));
                    sheet.text(72, 622, 11, "Tenant");
                    sheet.page().getCOSObject().setItem(COSName.ANNOTS, fields);
                }))
                .containsExactly("DIGITAL Jane Roe / 2024-03-03", "EMPTY  / ");
    }

    /** A field at 72 and so many points from the bottom of the page, 180 wide and 20 high. */
    private static COSDictionary signatureField(double bottom, @Nullable COSDictionary value) {
        COSDictionary widget = new COSDictionary();
        widget.setItem(COSName.TYPE, COSName.ANNOT);
        widget.setItem(COSName.SUBTYPE, COSName.WIDGET);
        widget.setItem(COSName.FT, COSName.SIG);
        widget.setString(COSName.T, "signature");
        if (value != null) {
            widget.setItem(COSName.V, value);
        }
        COSArray box = new COSArray();
        for (double edge : new double[] {72, bottom, 252, bottom + 20}) {
            box.add(new COSFloat((float) edge));
        }
        widget.setItem(COSName.RECT, box);
        return widget;
    }
}
