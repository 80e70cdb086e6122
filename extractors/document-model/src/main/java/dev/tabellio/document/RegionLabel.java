package dev.tabellio.document;

/** What a region of a page is, in the words of DocLayNet and Docling plus what forms need. */
public enum RegionLabel {
    CAPTION,
    FOOTNOTE,
    FORMULA,
    LIST_ITEM,
    PAGE_FOOTER,
    PAGE_HEADER,
    PICTURE,
    SECTION_HEADER,
    TABLE,
    TEXT,
    TITLE,
    CHECKBOX_SELECTED,
    CHECKBOX_UNSELECTED,
    FORM,
    HANDWRITING,
    KEY_VALUE_REGION,
    SIGNATURE,
    STAMP
}
