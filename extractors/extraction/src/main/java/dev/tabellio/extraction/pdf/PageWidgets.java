package dev.tabellio.extraction.pdf;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Checkbox;
import dev.tabellio.document.FormField;
import dev.tabellio.document.HiddenText;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Word;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param signatures signature fields
 * @param hidden values that nobody sees, by the reason
 */
record PageWidgets(
        List<Word> words,
        List<FormField> fields,
        List<Checkbox> checkboxes,
        List<SignatureField> signatures,
        Map<HiddenText.Why, List<Word>> hidden) {

    /** Size in points, of a field or of its letters, below which nobody reads what is in it. */
    private static final double TINY = 2;

    private static final int HIDDEN = 1 << 1;
    private static final int NO_VIEW = 1 << 5;

    /**
     * The fields of a page.
     *
     * @param redrawn whether viewers draw values anew, so that an empty drawing of one says nothing
     */
    static PageWidgets of(PDPage page, PageFrame frame, Layers layers, boolean redrawn) {
        PageWidgets widgets = new PageWidgets(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new EnumMap<>(HiddenText.Why.class));
        if (page.getCOSObject().getDictionaryObject(COSName.ANNOTS) instanceof COSArray annotations) {
            for (int i = 0; i < annotations.size(); i++) {
                if (annotations.getObject(i) instanceof COSDictionary annotation
                        && COSName.WIDGET.equals(annotation.getCOSName(COSName.SUBTYPE))
                        && annotation.getDictionaryObject(COSName.RECT) instanceof COSArray rectangle
                        && rectangle.size() == 4) {
                    Widget widget = new Widget(annotation, frame.displayed(new PDRectangle(rectangle)), frame.unit());
                    Optional<HiddenText.Why> why = layers.shows(annotation.getDictionaryObject(COSName.OC))
                            ? hiddenAs(annotation, widget, frame)
                            : Optional.of(HiddenText.Why.SWITCHED_OFF);
                    if (why.isPresent()) {
                        widgets.hide(why.get(), widget);
                    } else {
                        widgets.take(widget, page, redrawn);
                    }
                }
            }
        }
        return widgets;
    }

    private static Optional<HiddenText.Why> hiddenAs(COSDictionary annotation, Widget widget, PageFrame frame) {
        if ((annotation.getInt(COSName.F, 0) & (HIDDEN | NO_VIEW)) != 0) {
            return Optional.of(HiddenText.Why.SWITCHED_OFF);
        }
        BoundingBox box = widget.box();
        if (box.width() <= 0 || box.height() <= 0) {
            return Optional.of(HiddenText.Why.TINY);
        }
        if (!frame.bounds().containsCenterOf(box)) {
            return Optional.of(HiddenText.Why.OUTSIDE);
        }
        if (widget.isCheckbox()) {
            return Optional.empty();
        }
        if (Math.min(box.width(), box.height()) < TINY || widget.fontSize().orElse(TINY) < TINY) {
            return Optional.of(HiddenText.Why.TINY);
        }
        return widget.isPale() ? Optional.of(HiddenText.Why.WITHOUT_CONTRAST) : Optional.empty();
    }

    /**
     * What people see of a field's value; where that is something else, the value is hidden. Where viewers draw values anew,
     * the value is what they see, and what is drawn in the file is hidden: a program filled the form and left the old drawing.
     */
    private String shown(Widget widget, PDPage page, boolean redrawn) {
        String value = widget.value();
        Optional<String> shown = widget.isText()
                ? widget.normalAppearance().flatMap(appearance -> ShownValue.of(appearance, page))
                : Optional.empty();
        if (shown.isEmpty()
                || ShownValue.same(value, shown.get())
                || (redrawn && shown.get().isEmpty())) {
            return value;
        }
        if (redrawn && !value.isBlank()) {
            hide(HiddenText.Why.NOT_AS_SHOWN, widget, shown.get());
            return value;
        }
        hide(HiddenText.Why.NOT_AS_SHOWN, widget);
        return shown.get();
    }

    private void hide(HiddenText.Why why, Widget widget) {
        hide(why, widget, widget.isText() || widget.isChoice() ? widget.value() : "");
    }

    private void hide(HiddenText.Why why, Widget widget, String value) {
        if (!value.isBlank()) {
            hidden.computeIfAbsent(why, any -> new ArrayList<>())
                    .add(new Word(value.strip(), widget.box(), Origin.FORM_FIELD, 1));
        }
    }

    private void take(Widget widget, PDPage page, boolean redrawn) {
        BoundingBox box = widget.box();
        if (widget.isCheckbox()) {
            checkboxes.add(new Checkbox(box, widget.isOn(), Origin.FORM_FIELD, 1));
        } else if (widget.isSignature()) {
            SignatureField field = SignedValue.of(widget);
            signatures.add(field);
            if (!field.signer().isBlank()) {
                words.addAll(FieldLayout.words(widget, field.signer()));
            }
        } else if (widget.isText() || widget.isChoice()) {
            String value = shown(widget, page, redrawn);
            if (!value.isBlank()) {
                fields.add(new FormField(widget.name(), value, box));
                words.addAll(FieldLayout.words(widget, value));
            }
        }
    }
}
