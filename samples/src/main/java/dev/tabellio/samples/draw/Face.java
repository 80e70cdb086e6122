package dev.tabellio.samples.draw;

import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** A cut of a typeface: a standard PDF font and the Liberation font of the same metrics. */
public enum Face {
    SANS(FontName.HELVETICA, "LiberationSans-Regular"),
    SANS_BOLD(FontName.HELVETICA_BOLD, "LiberationSans-Bold"),
    SANS_ITALIC(FontName.HELVETICA_OBLIQUE, "LiberationSans-Italic"),
    SERIF(FontName.TIMES_ROMAN, "LiberationSerif-Regular"),
    SERIF_BOLD(FontName.TIMES_BOLD, "LiberationSerif-Bold"),
    SERIF_ITALIC(FontName.TIMES_ITALIC, "LiberationSerif-Italic"),
    MONO(FontName.COURIER, "LiberationMono-Regular"),
    MONO_BOLD(FontName.COURIER_BOLD, "LiberationMono-Bold");

    private final FontName standard;
    private final String liberation;

    Face(FontName standard, String liberation) {
        this.standard = standard;
        this.liberation = liberation;
    }

    FontName standard() {
        return standard;
    }

    String resource() {
        return "/liberation/" + liberation + ".ttf";
    }
}
