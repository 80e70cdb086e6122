package dev.tabellio.samples.degrade;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;

/**
 * Lets the values of filled fields be drawn whole. Programs that fill forms set the text of a field with the widths of a
 * font that is not in the file and clip it to the field; drawn with another font, the last digit of a right-aligned amount
 * is cut in half, which no reader of the paper could make up for.
 */
final class FilledFields {

    /** Marks variable text in the appearance of a field (ISO 32000-1, 12.7.3.3). */
    private static final COSName VARIABLE_TEXT = COSName.getPDFName("Tx");

    private static final Set<String> CLIPPING = Set.of(OperatorName.CLIP_NON_ZERO, OperatorName.CLIP_EVEN_ODD);

    private FilledFields() {}

    /** Takes the clips out of the fields of a document, and out of fields that became part of their page. */
    static void showWhole(PDDocument document) throws IOException {
        for (PDPage page : document.getPages()) {
            if (page.getResources() != null) {
                for (COSName name : page.getResources().getXObjectNames()) {
                    if (page.getResources().getXObject(name) instanceof PDFormXObject form) {
                        showWhole(form);
                    }
                }
            }
            for (PDAnnotation annotation : page.getAnnotations()) {
                PDAppearanceStream appearance = annotation.getNormalAppearanceStream();
                if (appearance != null) {
                    showWhole(appearance);
                }
            }
        }
    }

    private static void showWhole(PDFormXObject form) throws IOException {
        List<Object> tokens = new PDFStreamParser(form).parse();
        if (!tokens.contains(VARIABLE_TEXT)) {
            return;
        }
        List<Object> unclipped = new ArrayList<>();
        for (Object token : tokens) {
            boolean clip = token instanceof Operator operator && CLIPPING.contains(operator.getName());
            unclipped.add(clip ? Operator.getOperator(OperatorName.ENDPATH) : token);
        }
        try (OutputStream content = form.getContentStream().createOutputStream(COSName.FLATE_DECODE)) {
            new ContentStreamWriter(content).writeTokens(unclipped);
        }
    }
}
