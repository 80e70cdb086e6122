package dev.tabellio.samples.fill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.samples.generate.Sample;
import dev.tabellio.samples.sets.ExpectedDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.pdmodel.interactive.form.PDXFAResource;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilledFormsTest {

    private static final String TITLE = "2024 Schedule SE (Form 1040)";

    @TempDir
    private Path folder;

    @Test
    void entersWhatDescriptionsClearlySayAndLeavesTheRestEmpty() throws IOException {
        blank(Map.of(
                "f1", "Page 1. Name of person with self-employment income (as shown on Form 1040).",
                "f2", "Social security number of person with self-employment income.",
                "f3",
                        "Skip line 2 if you use the nonfarm optional method. 2. Net profit or (loss) from Schedule C, line 31; and"
                                + " Schedule K-1 (Form 1065), box 14, code A (other than farming).",
                "f4", "6. Add lines 4c and 5b.",
                "f5", "6. Something else that this line never said.",
                "f6", "99. Not a line of the form."));
        FilledForms forms = new FilledForms(DocumentTypes.shipped());
        FilledForms.Known known = forms.in(folder).get(0);

        assertThat(known.type().id()).isEqualTo("us-1040-schedule-se");
        assertThat(known.year()).isEqualTo(2024);
        assertThat(known.mapped().stream().map(field -> field.split(":")[0]))
                .containsExactlyInAnyOrder(
                        "/Taxpayer/Name <- Page1f1",
                        "/Taxpayer/SSN <- Page1f2",
                        "/Box2 <- Page1f3",
                        "/Box6 <- Page1f4");
        assertThat(known.unmapped())
                .hasSize(2)
                .allMatch(field -> field.startsWith("Page1f5") || field.startsWith("Page1f6"));
    }

    @Test
    void theTruthIsWhatThePagePrintsAndWhere() throws IOException {
        blank(Map.of(
                "f1", "Page 1. Name of person with self-employment income.",
                "f2", "Social security number of person with self-employment income.",
                "f4", "6. Add lines 4c and 5b."));
        FilledForms forms = new FilledForms(DocumentTypes.shipped());
        Sample sample = forms.fill(forms.in(folder).get(0), 3, true);
        ExpectedDocument truth = sample.truth().documents().get(0);

        assertThat(truth.values()).containsEntry("/TaxYear", "2024").containsKey("/Taxpayer/SSN");
        byte[] file = Objects.requireNonNull(sample.files().values().iterator().next());
        try (PDDocument pdf = Loader.loadPDF(file)) {
            String text = new PDFTextStripper().getText(pdf);
            truth.prints()
                    .get(0)
                    .places()
                    .values()
                    .forEach(place -> assertThat(text).contains(place.text()));
            assertThat(pdf.getDocumentCatalog().getAcroForm().getFields()).isEmpty();
        }
        assertThat(forms.fill(forms.in(folder).get(0), 3, true).truth()).isEqualTo(sample.truth());
        assertThat(forms.fill(forms.in(folder).get(0), 4, true).truth()).isNotEqualTo(sample.truth());
    }

    @Test
    void printedBracketsMakeALossOfTheAmount() throws IOException {
        blank(
                Map.of(
                        "f1",
                        "1b. Open parenthesis. If you received social security retirement or disability benefits, enter the"
                                + " amount of Conservation Reserve Program payments included on Schedule F. Close parenthesis."));
        FilledForms forms = new FilledForms(DocumentTypes.shipped());
        for (long seed = 1; seed < 20; seed++) {
            String value = forms.fill(forms.in(folder).get(0), seed, false)
                    .truth()
                    .documents()
                    .get(0)
                    .values()
                    .get("/Box1b");
            if (value != null) {
                assertThat(new BigDecimal(value)).isNegative();
                return;
            }
        }
        throw new AssertionError("never entered");
    }

    @Test
    void fieldsWithoutATooltipAreDescribedByTheTemplate() throws IOException {
        String template = """
                <xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template xmlns="http://www.xfa.org/schema/xfa-template/2.8/">
                <subform name="top"><subform><subform name="Page1">
                <field name="f1"><assist><toolTip>first</toolTip></assist></field>
                <field name="f1"><assist><toolTip>tip</toolTip><speak>second</speak></assist></field>
                </subform></subform></subform></template></xdp:xdp>
                """;
        try (PDDocument pdf = new PDDocument()) {
            PDAcroForm form = new PDAcroForm(pdf);
            COSStream stream = pdf.getDocument().createCOSStream();
            try (var out = stream.createOutputStream()) {
                new ByteArrayInputStream(template.getBytes(StandardCharsets.UTF_8)).transferTo(out);
            }
            form.setXFA(new PDXFAResource(stream));
            assertThat(XfaDescriptions.of(form))
                    .containsEntry("top[0].Page1[0].f1[0]", "first")
                    .containsEntry("top[0].Page1[0].f1[1]", "second");
        }
    }

    private void blank(Map<String, String> descriptions) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.LETTER);
            pdf.addPage(page);
            pdf.getDocumentInformation().setTitle(TITLE);
            PDAcroForm form = new PDAcroForm(pdf);
            PDResources resources = new PDResources();
            resources.put(COSName.getPDFName("Helv"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
            form.setDefaultResources(resources);
            form.setDefaultAppearance("/Helv 8 Tf 0 g");
            pdf.getDocumentCatalog().setAcroForm(form);
            int row = 0;
            for (String name : List.copyOf(new java.util.TreeMap<>(descriptions).keySet())) {
                PDTextField field = new PDTextField(form);
                field.setPartialName("Page1" + name);
                field.setAlternateFieldName(descriptions.get(name));
                PDAnnotationWidget widget = field.getWidgets().get(0);
                widget.setRectangle(new PDRectangle(200, 700 - 20f * row++, 200, 12));
                widget.setPage(page);
                page.getAnnotations().add(widget);
                form.getFields().add(field);
            }
            pdf.save(folder.resolve("blank.pdf").toFile());
        }
    }
}
