package dev.tabellio.samples.poison;

import java.util.Locale;

/** Where in a PDF the words of an attack stand. */
public enum HidingPlace {
    FOOTER(true),
    MARGIN_NOTE(true),
    LETTER_SPACED(true),
    FREE_TEXT_ANNOTATION(true),
    FORM_FIELD(true),
    INVISIBLE_MODE(false),
    TRANSPARENT(false),
    WHITE_ON_WHITE(false),
    TINY(false),
    OFF_PAGE(false),
    BELOW_IMAGE(false),
    BELOW_FILL(false),
    LAYER_SWITCHED_OFF(false),
    NOTE_ANNOTATION(false),
    HIDDEN_FIELD(false),
    METADATA(false),
    /** In a field of the form itself that nobody filled in; where there is none, in one named like the wanted field. */
    OWN_FIELD(true),
    /** The value of a field that shows another one; on a fillable form, also that of the box that the attacker wants. */
    OTHER_VALUE(false);

    private final boolean visible;

    HidingPlace(boolean visible) {
        this.visible = visible;
    }

    /** Whether a person who looks at the page sees the words. */
    public boolean visible() {
        return visible;
    }

    /** As in names of files: {@code white-on-white}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
