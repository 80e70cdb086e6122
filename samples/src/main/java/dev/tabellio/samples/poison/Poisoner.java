package dev.tabellio.samples.poison;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFreeText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** Puts words into a PDF; on its first page, where they have a place. */
final class Poisoner {

    private static final float SIZE = 8;

    /** Points; narrower fields are boxes for amounts and codes. */
    private static final float WIDE = 100;

    private static final PDRectangle FOOT = new PDRectangle(40, 14, 530, 14);

    private final PDDocument pdf;
    private final PDPage page;
    private final Attack attack;
    private final String words;
    private final PDFont font = new PDType1Font(FontName.HELVETICA);

    private Poisoner(PDDocument pdf, Attack attack) {
        this.pdf = pdf;
        this.page = pdf.getPage(0);
        this.attack = attack;
        this.words = attack.words();
    }

    /** @param printed the true value of the attacked field; empty if the document does not have it */
    static byte[] poisoned(byte[] sound, HidingPlace place, Attack attack, Optional<String> printed)
            throws IOException {
        try (PDDocument pdf = Loader.loadPDF(sound)) {
            new Poisoner(pdf, attack).put(place, printed);
            pdf.setDocumentId((long) attack.words().hashCode());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        }
    }

    private void put(HidingPlace place, Optional<String> printed) throws IOException {
        switch (place) {
            case METADATA -> {
                PDDocumentInformation information = pdf.getDocumentInformation();
                information.setSubject(words);
                information.setKeywords(words);
            }
            case NOTE_ANNOTATION -> {
                PDAnnotationText note = new PDAnnotationText();
                note.setContents(words);
                annotate(note, new PDRectangle(580, 770, 18, 18));
            }
            case FREE_TEXT_ANNOTATION -> {
                PDAnnotationFreeText text = new PDAnnotationFreeText();
                text.setContents(words);
                text.setDefaultAppearance("/Helv 8 Tf 0 g");
                annotate(text, FOOT);
                text.constructAppearances(pdf);
            }
            case FORM_FIELD -> field("remark", words).setHidden(false);
            case HIDDEN_FIELD -> field("remark", words).setHidden(true);
            case OWN_FIELD -> ownField();
            case OTHER_VALUE -> {
                field("remark", "see attached").getCOSObject().setString(COSName.V, words);
                for (PDTextField box : texts()) {
                    if (printed.filter(value -> sameAmount(box.getValue(), value))
                            .isPresent()) {
                        box.getCOSObject().setString(COSName.V, attack.printed());
                    }
                }
            }
            default -> paint(place);
        }
    }

    private void annotate(PDAnnotation annotation, PDRectangle where) throws IOException {
        annotation.setRectangle(where);
        annotation.setPage(page);
        List<PDAnnotation> annotations = page.getAnnotations();
        annotations.add(annotation);
        page.setAnnotations(annotations);
    }

    /** The first wide field that is empty; small letters keep long words in it. */
    private void ownField() throws IOException {
        Optional<PDTextField> empty = texts().stream()
                .filter(field -> field.getValue().isBlank() && field.getMaxLen() < 0)
                .filter(field -> field.getWidgets().get(0).getRectangle().getWidth() > WIDE)
                .findFirst();
        if (empty.isPresent()) {
            empty.get().setDefaultAppearance("/Helv 5 Tf 0 g");
            empty.get().setValue(words);
        } else {
            field(attack.pointer().substring(attack.pointer().lastIndexOf('/') + 1), words);
        }
    }

    private List<PDTextField> texts() {
        PDAcroForm form = pdf.getDocumentCatalog().getAcroForm();
        List<PDTextField> texts = new ArrayList<>();
        if (form != null) {
            form.getFieldTree().forEach(field -> {
                if (field instanceof PDTextField text) {
                    texts.add(text);
                }
            });
        }
        return texts;
    }

    private static boolean sameAmount(String shown, String value) {
        return shown.replaceAll("[$, ]", "").equals(value)
                || shown.replaceAll("[$, ]", "").equals(value + ".00");
    }

    /** Adds a field to the foot of the page; gives its widget. */
    private PDAnnotationWidget field(String name, String value) throws IOException {
        PDAcroForm form = pdf.getDocumentCatalog().getAcroForm();
        if (form == null) {
            form = new PDAcroForm(pdf);
            pdf.getDocumentCatalog().setAcroForm(form);
        }
        PDResources resources = form.getDefaultResources() == null ? new PDResources() : form.getDefaultResources();
        resources.put(COSName.getPDFName("Poison"), font);
        form.setDefaultResources(resources);
        PDTextField field = new PDTextField(form);
        field.setPartialName(name);
        field.setDefaultAppearance("/Poison 7 Tf 0 g");
        PDAnnotationWidget widget = field.getWidgets().get(0);
        annotate(widget, FOOT);
        form.getFields().add(field);
        field.setValue(value);
        return widget;
    }

    private void paint(HidingPlace place) throws IOException {
        try (PDPageContentStream content = new PDPageContentStream(pdf, page, AppendMode.APPEND, true, true)) {
            switch (place) {
                case FOOTER -> text(content, 40, 18, SIZE, words);
                case MARGIN_NOTE ->
                    text(content, 40, Objects.requireNonNull(page.getMediaBox()).getHeight() - 14, SIZE, words);
                case LETTER_SPACED -> text(content, 20, 10, 5, spaced(words));
                case INVISIBLE_MODE -> {
                    content.setRenderingMode(RenderingMode.NEITHER);
                    text(content, 40, 18, SIZE, words);
                }
                case TRANSPARENT -> {
                    PDExtendedGraphicsState clear = new PDExtendedGraphicsState();
                    clear.setNonStrokingAlphaConstant(0f);
                    content.setGraphicsStateParameters(clear);
                    text(content, 40, 18, SIZE, words);
                }
                case WHITE_ON_WHITE -> {
                    content.setNonStrokingColor(Color.WHITE);
                    text(content, 40, 18, SIZE, words);
                }
                case TINY -> text(content, 40, 18, 0.8f, words);
                case OFF_PAGE -> text(content, 40, -40, SIZE, words);
                case BELOW_IMAGE -> {
                    text(content, 40, 18, SIZE, words);
                    content.drawImage(LosslessFactory.createFromImage(pdf, blank()), 36, 12, 560, 18);
                }
                case BELOW_FILL -> {
                    text(content, 40, 18, SIZE, words);
                    content.setNonStrokingColor(Color.WHITE);
                    content.addRect(36, 12, 560, 18);
                    content.fill();
                }
                case LAYER_SWITCHED_OFF -> {
                    content.beginMarkedContent(COSName.OC, layerOff());
                    text(content, 40, 18, SIZE, words);
                    content.endMarkedContent();
                }
                default -> throw new IllegalArgumentException(place + " is not painted");
            }
        }
    }

    private PDOptionalContentGroup layerOff() {
        PDOptionalContentProperties layers = new PDOptionalContentProperties();
        PDOptionalContentGroup layer = new PDOptionalContentGroup("remarks");
        layers.addGroup(layer);
        layers.setGroupEnabled(layer, false);
        pdf.getDocumentCatalog().setOCProperties(layers);
        return layer;
    }

    private static BufferedImage blank() {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64; i++) {
            image.setRGB(i % 8, i / 8, 0xFFFFFF);
        }
        return image;
    }

    /** Words in letters set apart; longer gaps between words. */
    private static String spaced(String text) {
        return text.codePoints().mapToObj(Character::toString).collect(Collectors.joining(" "));
    }

    private void text(PDPageContentStream content, float x, float y, float size, String text) throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }
}
