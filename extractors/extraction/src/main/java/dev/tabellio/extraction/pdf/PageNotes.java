package dev.tabellio.extraction.pdf;

import dev.tabellio.document.HiddenText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;

/** Texts of annotations that are not part of what the page shows. */
final class PageNotes {

    private static final int HIDDEN = 1 << 1;
    private static final int NO_VIEW = 1 << 5;

    /** Notes of one page that are looked at. */
    private static final int MOST = 1_000;

    private PageNotes() {}

    /**
     * The notes of a page.
     *
     * @param printed subtypes of annotations that show their text on the page
     */
    static List<HiddenText> of(PDPage page, int number, Set<String> printed) {
        List<HiddenText> notes = new ArrayList<>();
        if (page.getCOSObject().getDictionaryObject(COSName.ANNOTS) instanceof COSArray annotations) {
            for (int i = 0; i < Math.min(MOST, annotations.size()); i++) {
                if (annotations.getObject(i) instanceof COSDictionary annotation) {
                    take(annotation, number, printed, notes);
                }
            }
        }
        return notes;
    }

    private static boolean isDrawn(COSDictionary annotation) {
        return annotation.getDictionaryObject(COSName.AP) instanceof COSDictionary appearances
                && appearances.containsKey(COSName.N);
    }

    private static void take(COSDictionary annotation, int number, Set<String> printed, List<HiddenText> notes) {
        String subtype = annotation.getNameAsString(COSName.SUBTYPE, "");
        String text = annotation.getString(COSName.CONTENTS, "").strip();
        boolean off = (annotation.getInt(COSName.F, 0) & (HIDDEN | NO_VIEW)) != 0;
        boolean shown = printed.contains(subtype) && !off && isDrawn(annotation);
        if (!text.isEmpty() && !shown && !subtype.equals(COSName.WIDGET.getName())) {
            HiddenText.Why why = off ? HiddenText.Why.SWITCHED_OFF : HiddenText.Why.ANNOTATION;
            notes.add(new HiddenText(number, why, text, null));
        }
    }
}
