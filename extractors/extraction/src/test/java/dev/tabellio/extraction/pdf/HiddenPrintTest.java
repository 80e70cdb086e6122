package dev.tabellio.extraction.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.HiddenText.Why;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.DrawnPdf;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages written operator by operator, with the word "print" at 72, 500. */
class HiddenPrintTest {

    private static final String PRINT = "BT /F1 11 Tf 1 0 0 1 72 500 Tm (print) Tj ET ";

    @TempDir
    private Path folder;

    private final PDResources resources = new PDResources();
    private DrawnPdf drawn;
    private PDPage page;

    @BeforeEach
    void setUp() {
        drawn = new DrawnPdf(folder.resolve("page.pdf"));
        page = new PDPage(PDRectangle.LETTER);
        page.setResources(resources);
        resources.put(COSName.getPDFName("F1"), new PDType1Font(FontName.HELVETICA));
    }

    private PDDocument document() {
        return drawn.document();
    }

    private PageContent read(String content) throws IOException {
        PDStream stream = new PDStream(document());
        try (OutputStream out = stream.createOutputStream()) {
            out.write(content.getBytes(StandardCharsets.ISO_8859_1));
        }
        page.setContents(stream);
        document().addPage(page);
        try (DrawnPdf written = drawn;
                PdfFile pdf = PdfFile.open(written.saved())) {
            return pdf.read(1, Duration.ofSeconds(20));
        }
    }

    private static List<String> texts(Collection<Word> words) {
        return words.stream().map(Word::text).toList();
    }

    private static void assertHidden(PageContent content, Why why) {
        assertThat(texts(content.words())).isEmpty();
        assertThat(texts(content.hidden().getOrDefault(why, List.of()))).containsExactly("print");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a bar                 | 0 g 60 490 300 30 re f
                    a thick line          | 0 G 20 w 60 504 m 360 504 l S
                    a white line          | 1 G 20 w 60 504 m 360 504 l S
                    a crooked bar         | 0 g 60 488 m 365 489 l 366 520 l 61 519 l h f
                    a round bar           | 0 g 60 492 m 60 518 l 62 520 64 520 66 520 c 360 520 l 364 490 l 60 490 l h f
                    one of two bars       | 0 g 60 490 300 30 re 60 590 300 30 re f
                    """)
    void whatIsBelowIsHidden(String what, String operators) throws IOException {
        assertHidden(read(PRINT + operators), Why.COVERED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a frame, even-odd     | 0 g 60 490 300 30 re 62 492 296 26 re f*
                    a frame, winding      | 0 g 60 490 m 360 490 l 360 520 l 60 520 l h 62 492 m 62 518 l 358 518 l 358 492 l h f
                    bars above and below  | 0 g 60 520 300 30 re 60 460 300 30 re f
                    a thin line           | 0 G 2 w 60 504 m 360 504 l S
                    dashes                | 0 G 20 w [3 9] 0 d 60 504 m 360 504 l S
                    """)
    void whatIsBesideIsSeen(String what, String operators) throws IOException {
        assertThat(texts(read(PRINT + operators).words())).containsExactly("print");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    red on grey           | 0.3 g 60 490 300 30 re f 1 0 0 rg
                    red on green          | 0 0.51 0 rg 60 490 300 30 re f 1 0 0 rg
                    white on a black line | 0 G 20 w 60 504 m 360 504 l S 1 g
                    """)
    void coloursOfOneLightnessAreToldApart(String what, String operators) throws IOException {
        assertThat(texts(read(operators + " " + PRINT).words())).containsExactly("print");
    }

    @Test
    void blackOnAThickBlackLineIsHidden() throws IOException {
        assertHidden(read("0 G 20 w 60 504 m 360 504 l S 0 g " + PRINT), Why.WITHOUT_CONTRAST);
    }

    private PDFormXObject form(PDRectangle box, String content) throws IOException {
        PDFormXObject form = new PDFormXObject(document());
        form.setBBox(box);
        form.setResources(resources);
        try (OutputStream out = form.getContentStream().createOutputStream()) {
            out.write(content.getBytes(StandardCharsets.ISO_8859_1));
        }
        return form;
    }

    @Test
    void aFormShowsNothingOutsideOfItsBox() throws IOException {
        resources.put(COSName.getPDFName("X"), form(new PDRectangle(0, 0, 50, 50), PRINT));
        assertHidden(read("/X Do"), Why.OUTSIDE);
    }

    private PDOptionalContentGroup switchedOff() {
        PDOptionalContentGroup group = new PDOptionalContentGroup("layer");
        PDOptionalContentProperties properties = new PDOptionalContentProperties();
        properties.addGroup(group);
        properties.setGroupEnabled(group, false);
        document().getDocumentCatalog().setOCProperties(properties);
        return group;
    }

    private static COSDictionary membership(COSDictionary group, String policy) {
        COSDictionary membership = new COSDictionary();
        membership.setItem(COSName.TYPE, COSName.OCMD);
        membership.setItem(COSName.OCGS, group);
        membership.setName(COSName.P, policy);
        return membership;
    }

    private static COSDictionary expression(COSBase... parts) {
        COSArray expression = new COSArray(List.of(parts));
        COSDictionary membership = new COSDictionary();
        membership.setItem(COSName.TYPE, COSName.OCMD);
        membership.setItem(COSName.VE, expression);
        return membership;
    }

    private PageContent marked(COSDictionary layer) throws IOException {
        resources.put(COSName.getPDFName("M"), PDPropertyList.create(layer));
        return read("/OC /M BDC " + PRINT + "EMC");
    }

    @ParameterizedTest
    @CsvSource({"AnyOn,false", "AllOn,false", "AnyOff,true", "AllOff,true"})
    void aLayerThatStandsForOthersFollowsItsPolicy(String policy, boolean seen) throws IOException {
        PageContent content = marked(membership(switchedOff().getCOSObject(), policy));
        assertThat(texts(content.words())).hasSize(seen ? 1 : 0);
    }

    @Test
    void aLayerThatStandsForOthersFollowsItsExpression() throws IOException {
        COSDictionary off = switchedOff().getCOSObject();
        COSArray not = new COSArray(List.of(COSName.getPDFName("Not"), off));
        assertHidden(marked(expression(COSName.getPDFName("And"), off, not)), Why.SWITCHED_OFF);
    }

    @Test
    void aLayerThatIsOffWhereOneOfSeveralIsEnoughIsSeen() throws IOException {
        COSDictionary off = switchedOff().getCOSObject();
        COSArray not = new COSArray(List.of(COSName.getPDFName("Not"), off));
        assertThat(texts(marked(expression(COSName.getPDFName("Or"), off, not)).words()))
                .containsExactly("print");
    }

    @Test
    void aFormOfALayerThatIsOffIsHidden() throws IOException {
        PDFormXObject form = form(PDRectangle.LETTER, PRINT);
        form.getCOSObject().setItem(COSName.OC, switchedOff().getCOSObject());
        resources.put(COSName.getPDFName("X"), form);
        assertHidden(read("/X Do"), Why.SWITCHED_OFF);
    }

    private COSDictionary annotation(String subtype) {
        COSDictionary annotation = new COSDictionary();
        annotation.setItem(COSName.TYPE, COSName.ANNOT);
        annotation.setName(COSName.SUBTYPE, subtype);
        annotation.setInt(COSName.F, 4);
        annotation.setItem(COSName.RECT, floats(60, 490, 360, 520));
        page.getCOSObject().setItem(COSName.ANNOTS, new COSArray(List.of(annotation)));
        return annotation;
    }

    private static COSArray floats(double... values) {
        COSArray array = new COSArray();
        for (double value : values) {
            array.add(new COSFloat((float) value));
        }
        return array;
    }

    private static void draws(COSDictionary annotation, PDFormXObject appearance) {
        COSDictionary appearances = new COSDictionary();
        appearances.setItem(COSName.N, appearance.getCOSObject());
        annotation.setItem(COSName.AP, appearances);
    }

    @Test
    void anAnnotationOfALayerThatIsOffIsHidden() throws IOException {
        COSDictionary stamp = annotation("Stamp");
        draws(stamp, form(new PDRectangle(60, 490, 300, 30), PRINT));
        stamp.setItem(COSName.OC, switchedOff().getCOSObject());
        assertHidden(read(""), Why.SWITCHED_OFF);
    }

    @Test
    void aSquareThatViewersDrawHidesWhatIsBelow() throws IOException {
        COSDictionary square = annotation("Square");
        square.setItem(COSName.C, floats(0, 0, 0));
        square.setItem(COSName.IC, floats(0, 0, 0));
        assertHidden(read(PRINT), Why.COVERED);
    }

    @Test
    void textThatViewersDrawIsSeen() throws IOException {
        COSDictionary note = annotation("FreeText");
        note.setString(COSName.DA, "/Helv 11 Tf 0 g");
        note.setString(COSName.CONTENTS, "print");
        assertThat(texts(read("").words())).containsExactly("print");
    }

    @Test
    void aFieldWithAGroundHidesWhatIsBelow() throws IOException {
        COSDictionary field = annotation("Widget");
        field.setItem(COSName.FT, COSName.TX);
        draws(field, form(new PDRectangle(0, 0, 300, 30), "1 g 0 0 300 30 re f"));
        assertHidden(read(PRINT), Why.COVERED);
    }

    @Test
    void aFieldOfALayerThatIsOffIsHidden() throws IOException {
        COSDictionary field = annotation("Widget");
        field.setItem(COSName.FT, COSName.TX);
        field.setString(COSName.V, "print");
        field.setItem(COSName.OC, switchedOff().getCOSObject());
        assertHidden(read(""), Why.SWITCHED_OFF);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anImageHidesWhatItsMaskDoesNotLetThrough(boolean opaque) throws IOException {
        BufferedImage picture = new BufferedImage(60, 6, BufferedImage.TYPE_INT_ARGB);
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                picture.setRGB(x, y, opaque || x == y ? 0xff808080 : 0x00808080);
            }
        }
        picture.setRGB(0, 0, 0);
        resources.put(COSName.getPDFName("I"), LosslessFactory.createFromImage(document(), picture));
        PageContent content = read(PRINT + "q 300 0 0 30 60 490 cm /I Do Q");
        assertThat(texts(content.words())).hasSize(opaque ? 0 : 1);
    }
}
