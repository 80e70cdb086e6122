package dev.tabellio.extraction.pdf;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.text.BeginText;
import org.apache.pdfbox.contentstream.operator.text.EndText;
import org.apache.pdfbox.contentstream.operator.text.MoveText;
import org.apache.pdfbox.contentstream.operator.text.MoveTextSetLeading;
import org.apache.pdfbox.contentstream.operator.text.NextLine;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.contentstream.operator.text.SetTextLeading;
import org.apache.pdfbox.contentstream.operator.text.SetTextRenderingMode;
import org.apache.pdfbox.contentstream.operator.text.ShowText;
import org.apache.pdfbox.contentstream.operator.text.ShowTextAdjusted;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLine;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLineAndSpace;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * The text that the appearance of a form field paints. Viewers paint that, while the field's value is what programs read;
 * whoever writes a form can let the two differ.
 */
final class ShownValue extends PDFStreamEngine {

    /** Images, forms, shadings and curves, which may be letters. */
    private static final Set<String> PICTURES = Set.of("Do", "BI", "sh", "c", "v", "y");

    /** Bytes of a stream that can not show any text. */
    private static final int NOTHING = 12;

    private final StringBuilder text = new StringBuilder();

    /** Whether something may show that is not among the text. */
    private boolean otherwise;

    private ShownValue() {
        addOperator(new BeginText(this));
        addOperator(new EndText(this));
        addOperator(new Concatenate(this));
        addOperator(new Save(this));
        addOperator(new Restore(this));
        addOperator(new SetFontAndSize(this));
        addOperator(new SetTextRenderingMode(this));
        addOperator(new SetTextLeading(this));
        addOperator(new MoveText(this));
        addOperator(new MoveTextSetLeading(this));
        addOperator(new NextLine(this));
        addOperator(new ShowText(this));
        addOperator(new ShowTextAdjusted(this));
        addOperator(new ShowTextLine(this));
        addOperator(new ShowTextLineAndSpace(this));
    }

    /** What an appearance paints, which may be nothing; empty if it can not be told. */
    static Optional<String> of(COSStream appearance, PDPage page) {
        if (appearance.getLength() <= NOTHING) {
            return Optional.of("");
        }
        ShownValue shown = new ShownValue();
        try {
            shown.processChildStream(new PDFormXObject(appearance), page);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
        String text = shown.text.toString().strip();
        return text.isEmpty() && shown.otherwise ? Optional.empty() : Optional.of(text);
    }

    @Override
    protected void unsupportedOperator(Operator operator, List<COSBase> operands) {
        otherwise |= PICTURES.contains(operator.getName());
    }

    /**
     * Whether a value is what is shown, however it is set: letters without blanks and punctuation, or the same number
     * ("1234" is shown as "$1,234.00").
     */
    static boolean same(String value, String shown) {
        return letters(value).equals(letters(shown))
                || number(value).isPresent() && number(value).equals(number(shown));
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        if (getGraphicsState().getTextState().getRenderingMode() == RenderingMode.NEITHER) {
            return;
        }
        String glyph = font.toUnicode(code);
        otherwise |= glyph == null;
        text.append(glyph == null ? "" : glyph);
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", "").toLowerCase(Locale.ROOT);
    }

    private static Optional<BigDecimal> number(String text) {
        String plain = text.replaceAll("[\\s$,\u20ac%]", "").replaceAll("^\\((.*)\\)$", "-$1");
        return plain.matches("-?\\d{1,15}(?:\\.\\d{1,6})?")
                ? Optional.of(new BigDecimal(plain).stripTrailingZeros())
                : Optional.empty();
    }
}
