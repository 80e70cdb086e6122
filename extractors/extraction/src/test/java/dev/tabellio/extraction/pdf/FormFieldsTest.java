package dev.tabellio.extraction.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.FormField;
import dev.tabellio.document.HiddenText;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.DrawnPdf;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormFieldsTest {

    private static final int MULTILINE = 1 << 12;
    private static final int COMB = 1 << 24;

    @TempDir
    private Path folder;

    /** A widget at 72, 700 (points, y up) of 144 x height. */
    private static COSDictionary widget(String type, double height) {
        COSDictionary widget = new COSDictionary();
        widget.setItem(COSName.TYPE, COSName.ANNOT);
        widget.setItem(COSName.SUBTYPE, COSName.WIDGET);
        widget.setItem(COSName.FT, COSName.getPDFName(type));
        widget.setString(COSName.T, "field");
        widget.setString(COSName.DA, "/Helv 10 Tf 0 g");
        COSArray box = new COSArray();
        for (double edge : new double[] {72, 700, 216, 700 + height}) {
            box.add(new COSFloat((float) edge));
        }
        widget.setItem(COSName.RECT, box);
        return widget;
    }

    private PageContent read(COSDictionary widget) throws IOException {
        return read(widget, false);
    }

    /** @param redrawn whether viewers are asked to draw the value anew */
    private PageContent read(COSDictionary widget, boolean redrawn) throws IOException {
        try (DrawnPdf drawn = new DrawnPdf(folder.resolve("form.pdf"))) {
            drawn.letter(sheet -> {
                COSArray annotations = new COSArray();
                annotations.add(widget);
                sheet.page().getCOSObject().setItem(COSName.ANNOTS, annotations);
                PDAcroForm form = new PDAcroForm(sheet.document());
                form.setNeedAppearances(redrawn);
                sheet.document().getDocumentCatalog().setAcroForm(form);
            });
            try (PdfFile pdf = PdfFile.open(drawn.saved())) {
                return pdf.read(1, Duration.ofSeconds(20));
            }
        }
    }

    private static List<String> texts(PageContent content) {
        return content.words().stream().map(Word::text).toList();
    }

    @Test
    void whatThePageShowsIsReadAndAnotherValueBehindItIsHidden() throws IOException {
        PageContent content = read(showing("99999.00", "10.00"));
        assertThat(texts(content)).containsExactly("10.00");
        assertThat(content.formFields()).extracting(FormField::value).containsExactly("10.00");
        assertThat(content.hidden().get(HiddenText.Why.NOT_AS_SHOWN))
                .extracting(Word::text)
                .containsExactly("99999.00");
    }

    @Test
    void aValueThatIsDrawnAnewIsReadAndItsOldDrawingIsHidden() throws IOException {
        PageContent content = read(showing("7777.00", "1111.00"), true);
        assertThat(texts(content)).containsExactly("7777.00");
        assertThat(content.formFields()).extracting(FormField::value).containsExactly("7777.00");
        assertThat(content.hidden().get(HiddenText.Why.NOT_AS_SHOWN))
                .extracting(Word::text)
                .containsExactly("1111.00");
        assertThat(texts(read(showing("7777.00", ""), true))).containsExactly("7777.00");
    }

    @Test
    void aValueThatIsShownInAnotherFormatIsTheSame() throws IOException {
        for (String shown : List.of("$1,234.00", "1234", "1 234")) {
            PageContent content = read(showing("1234", shown));
            assertThat(content.hidden()).as(shown).isEmpty();
            assertThat(texts(content)).containsExactly("1234");
        }
    }

    @Test
    void aValueThatIsNotShownIsHidden() throws IOException {
        PageContent content = read(showing("99999.00", ""));
        assertThat(texts(content)).isEmpty();
        assertThat(content.hidden().get(HiddenText.Why.NOT_AS_SHOWN))
                .extracting(Word::text)
                .containsExactly("99999.00");
    }

    @Test
    void aValueThatIsOnlyShownIsRead() throws IOException {
        PageContent content = read(showing("", "10.00"));
        assertThat(texts(content)).containsExactly("10.00");
        assertThat(content.hidden()).isEmpty();
    }

    /** A field whose appearance was painted by whoever wrote the file. */
    private static COSDictionary showing(String value, String shown) throws IOException {
        COSDictionary widget = widget("Tx", 14);
        widget.setString(COSName.V, value);
        COSStream stream = new COSStream();
        try (OutputStream out = stream.createOutputStream()) {
            out.write("/Tx BMC q BT /Helv 10 Tf 2 4 Td (%s) Tj ET Q EMC"
                    .formatted(shown)
                    .getBytes(StandardCharsets.ISO_8859_1));
        }
        stream.setItem(COSName.SUBTYPE, COSName.FORM);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE1);
        font.setItem(COSName.BASE_FONT, COSName.getPDFName("Helvetica"));
        font.setItem(COSName.ENCODING, COSName.WIN_ANSI_ENCODING);
        COSDictionary fonts = new COSDictionary();
        fonts.setItem(COSName.getPDFName("Helv"), font);
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.FONT, fonts);
        stream.setItem(COSName.RESOURCES, resources);
        COSDictionary appearances = new COSDictionary();
        appearances.setItem(COSName.N, stream);
        widget.setItem(COSName.AP, appearances);
        return widget;
    }

    @Test
    void aValueStandsInsideItsWidget() throws IOException {
        COSDictionary widget = widget("Tx", 14);
        widget.setString(COSName.V, "Disney World");
        PageContent content = read(widget);
        BoundingBox box = new BoundingBox(72, 78, 216, 92);
        assertThat(content.formFields()).containsExactly(new FormField("field", "Disney World", box));
        assertThat(texts(content)).containsExactly("Disney", "World");
        assertThat(content.words()).allSatisfy(word -> {
            assertThat(word.origin()).isEqualTo(Origin.FORM_FIELD);
            assertThat(box.contains(word.box())).isTrue();
        });
        assertThat(content.words().get(0).box().left()).isEqualTo(74);
        assertThat(content.words().get(0).box().right())
                .isLessThan(content.words().get(1).box().left());
    }

    @Test
    void anAmountSetToTheRightEndsAtTheRight() throws IOException {
        COSDictionary widget = widget("Tx", 14);
        widget.setString(COSName.V, "15205.00");
        widget.setInt(COSName.Q, 2);
        assertThat(read(widget).words().get(0).box().right()).isEqualTo(214);
    }

    @Test
    void linesOfAnAddressStandBelowEachOther() throws IOException {
        COSDictionary widget = widget("Tx", 60);
        widget.setString(COSName.V, "345 Disney Street\rOrlando, FL 34657");
        widget.setInt(COSName.FF, MULTILINE);
        PageContent content = read(widget);
        assertThat(texts(content)).containsExactly("345", "Disney", "Street", "Orlando,", "FL", "34657");
        assertThat(content.words().get(3).box().top())
                .isGreaterThanOrEqualTo(content.words().get(0).box().bottom());
        assertThat(content.words().get(3).box().left())
                .isEqualTo(content.words().get(0).box().left());
        assertThat(content.formFields().get(0).value()).isEqualTo("345 Disney Street\nOrlando, FL 34657");
    }

    @Test
    void aLongLineOfAMultilineFieldIsWrapped() throws IOException {
        COSDictionary widget = widget("Tx", 60);
        widget.setString(COSName.V, "Research and Development Department of the Company");
        widget.setInt(COSName.FF, MULTILINE);
        assertThat(read(widget).words().stream().map(word -> word.box().top()).distinct())
                .hasSizeBetween(2, 3);
    }

    @Test
    void theDigitsOfACombAreOneWordOverTheirPlaces() throws IOException {
        COSDictionary widget = widget("Tx", 14);
        widget.setString(COSName.V, "400001038");
        widget.setInt(COSName.FF, COMB);
        widget.setInt(COSName.MAX_LEN, 12);
        Word word = read(widget).words().get(0);
        assertThat(word.text()).isEqualTo("400001038");
        assertThat(word.box().left()).isEqualTo(72);
        assertThat(word.box().right()).isEqualTo(72 + 9 * 12);
    }

    @Test
    void aChoiceShowsItsDisplayedText() throws IOException {
        COSDictionary widget = widget("Ch", 14);
        widget.setString(COSName.V, "CA");
        COSArray pair = new COSArray();
        pair.add(new COSString("CA"));
        pair.add(new COSString("California"));
        COSArray options = new COSArray();
        options.add(pair);
        widget.setItem(COSName.OPT, options);
        assertThat(texts(read(widget))).containsExactly("California");
    }

    @Test
    void aButtonIsACheckboxWithItsState() throws IOException {
        COSDictionary on = widget("Btn", 8);
        on.setName(COSName.AS, "Yes");
        assertThat(read(on).checkboxes()).singleElement().satisfies(box -> {
            assertThat(box.selected()).isTrue();
            assertThat(box.origin()).isEqualTo(Origin.FORM_FIELD);
        });
        COSDictionary off = widget("Btn", 8);
        off.setName(COSName.AS, "Off");
        assertThat(read(off).checkboxes().get(0).selected()).isFalse();
    }

    @Test
    void typeNameAndValueAreInheritedFromTheField() throws IOException {
        COSDictionary field = new COSDictionary();
        field.setItem(COSName.FT, COSName.TX);
        field.setString(COSName.T, "topmost");
        field.setString(COSName.V, "inherited");
        COSDictionary widget = widget("Tx", 14);
        widget.removeItem(COSName.FT);
        widget.setItem(COSName.PARENT, field);
        assertThat(read(widget).formFields().get(0).name()).isEqualTo("topmost.field");
        assertThat(texts(read(widget))).containsExactly("inherited");
    }

    @Test
    void aFieldThatIsItsOwnParentEnds() throws IOException {
        COSDictionary widget = widget("Tx", 14);
        widget.setString(COSName.V, "loop");
        widget.setItem(COSName.PARENT, widget);
        assertThat(texts(read(widget))).containsExactly("loop");
    }

    @Test
    void hiddenWidgetsSayNothing() throws IOException {
        COSDictionary widget = widget("Tx", 14);
        widget.setString(COSName.V, "hidden");
        widget.setItem(COSName.F, COSInteger.TWO);
        PageContent content = read(widget);
        assertThat(content.words()).isEmpty();
        assertThat(content.formFields()).isEmpty();
    }
}
