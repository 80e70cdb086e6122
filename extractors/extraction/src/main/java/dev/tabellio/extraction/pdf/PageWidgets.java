package dev.tabellio.extraction.pdf;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Checkbox;
import dev.tabellio.document.FormField;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Word;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * The interactive form fields of one page.
 *
 * @param words of the values
 * @param fields text and choice fields with a value
 * @param checkboxes of checkboxes and radio buttons
 */
record PageWidgets(List<Word> words, List<FormField> fields, List<Checkbox> checkboxes) {

    private static final int HIDDEN = 1 << 1;
    private static final int NO_VIEW = 1 << 5;

    static PageWidgets of(PDPage page, PageFrame frame) {
        PageWidgets widgets = new PageWidgets(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        if (page.getCOSObject().getDictionaryObject(COSName.ANNOTS) instanceof COSArray annotations) {
            for (int i = 0; i < annotations.size(); i++) {
                if (annotations.getObject(i) instanceof COSDictionary annotation
                        && COSName.WIDGET.equals(annotation.getCOSName(COSName.SUBTYPE))
                        && (annotation.getInt(COSName.F, 0) & (HIDDEN | NO_VIEW)) == 0
                        && annotation.getDictionaryObject(COSName.RECT) instanceof COSArray rectangle
                        && rectangle.size() == 4) {
                    widgets.take(new Widget(annotation, frame.displayed(new PDRectangle(rectangle))));
                }
            }
        }
        return widgets;
    }

    private void take(Widget widget) {
        BoundingBox box = widget.box();
        if (!(box.width() > 0 && box.height() > 0)) {
            return;
        }
        if (widget.isCheckbox()) {
            checkboxes.add(new Checkbox(box, widget.isOn(), Origin.FORM_FIELD, 1));
        } else if (widget.isText() || widget.isChoice()) {
            String value = widget.value();
            if (!value.isBlank()) {
                fields.add(new FormField(widget.name(), value, box));
                words.addAll(FieldLayout.words(widget, value));
            }
        }
    }
}
