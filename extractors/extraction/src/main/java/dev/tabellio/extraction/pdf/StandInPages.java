package dev.tabellio.extraction.pdf;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Tells files whose pages only say how to open them: what they are about is not printed on any page. */
final class StandInPages {

    private static final COSName NEEDS_RENDERING = COSName.getPDFName("NeedsRendering");
    private static final COSName XFA = COSName.getPDFName("XFA");
    private static final COSName COLLECTION = COSName.getPDFName("Collection");

    private StandInPages() {}

    /**
     * A form in XFA that has to be built before anything is seen (ISO 32000-1, 7.7.2, NeedsRendering), or whose only page has
     * no field that a viewer without XFA could show. Static XFA forms have their fields on their pages as well.
     */
    static boolean ofDynamicForm(PDDocument document) {
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        if (!(catalog.getDictionaryObject(COSName.ACRO_FORM) instanceof COSDictionary form) || !form.containsKey(XFA)) {
            return false;
        }
        boolean fields = form.getDictionaryObject(COSName.FIELDS) instanceof COSArray array && array.size() > 0;
        return catalog.getBoolean(NEEDS_RENDERING, false) || (!fields && document.getNumberOfPages() == 1);
    }

    /** A collection of files that viewers show in place of the pages (ISO 32000-1, 12.3.5), unless it says not to. */
    static boolean ofPortfolio(PDDocument document) {
        return document.getDocumentCatalog().getCOSObject().getDictionaryObject(COLLECTION)
                        instanceof COSDictionary collection
                && !"H".equals(collection.getNameAsString(COSName.VIEW));
    }
}
