package dev.tabellio.samples.generate;

import dev.tabellio.samples.content.BoxedForm;
import dev.tabellio.samples.content.FormContent;
import dev.tabellio.samples.degrade.Degradation;
import dev.tabellio.samples.forms.StatementLayout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What sample to make.
 *
 * @param type which form of boxes, for kinds that are of any of them; else null
 * @param year of a tax form; null for any. A 1040 is of 2021 to 2025.
 * @param stateRows of a wage or contractor statement, 0 to 2; null for any
 * @param corrected whether a 1099 is a correction
 * @param flawed whether something is wrong with it on purpose
 * @param degradations what it suffers; empty for a file with text
 * @param change a value that has to be another one; null for none
 */
public record SampleWish(
        SampleKind kind,
        @Nullable String type,
        @Nullable Integer year,
        @Nullable Integer stateRows,
        boolean corrected,
        boolean flawed,
        List<Degradation> degradations,
        @Nullable Change change) {

    /** Room for one of several on a page, beside the form itself, and the height of a letter page, in points. */
    static final double MARGIN = 20;

    static final double PAGE = 792;

    private static final Map<String, SampleKind> ENDINGS = Map.of(
            "", SampleKind.FORM,
            "-sheet", SampleKind.FORM_SHEET,
            "-instructed", SampleKind.FORM_INSTRUCTED,
            "-statement", SampleKind.STATEMENT,
            "-letter", SampleKind.LETTER,
            "-columns", SampleKind.COLUMNS,
            "-cards", SampleKind.CARDS,
            "-statement-sheet", SampleKind.STATEMENT_SHEET);

    public SampleWish {
        degradations = List.copyOf(degradations);
    }

    /** Any document of a kind. */
    public static SampleWish of(SampleKind kind, boolean flawed, List<Degradation> degradations) {
        return new SampleWish(kind, null, null, null, false, flawed, degradations, null);
    }

    /** The same with a value that has to be another one. */
    SampleWish with(Change other) {
        return new SampleWish(kind, type, year, stateRows, corrected, flawed, degradations, other);
    }

    /** What a document says once the change is made. */
    FormContent changed(FormContent content) {
        return change == null ? content : change.in(content);
    }

    /** The names of everything that can be made: kinds, and for forms of boxes their types and kinds. */
    public static List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        for (SampleKind kind : SampleKind.values()) {
            if (!ofAnyType(kind)) {
                names.add(kind.id());
            }
        }
        for (String type : BoxedForm.TYPES) {
            BoxedForm form = BoxedForm.of(type);
            names.add(type);
            if (2 * (form.height() + MARGIN) <= PAGE) {
                names.add(type + "-sheet");
            }
            if (form.statement() != null) {
                names.add(type + "-instructed");
                names.add(type + "-statement");
                names.add(type + "-letter");
                names.add(type + "-columns");
                names.add(type + "-cards");
                if (2 * (StatementLayout.height(form) + MARGIN) <= PAGE) {
                    names.add(type + "-statement-sheet");
                }
            }
        }
        return names;
    }

    /** The names of those of {@link #names()} that are of a document type. */
    static List<String> names(String type) throws IOException {
        List<String> names = new ArrayList<>();
        for (String name : names()) {
            if (named(name, false, List.of()).folder().equals(type)) {
                names.add(name);
            }
        }
        return names;
    }

    /**
     * What a name means.
     *
     * @param name one of {@link #names()}
     * @throws IllegalArgumentException naming all that can be made if it is none of these
     */
    public static SampleWish named(String name, boolean flawed, List<Degradation> degradations) throws IOException {
        if (!names().contains(name)) {
            throw new IllegalArgumentException(
                    "unknown kind of sample '%s'; known: %s".formatted(name, String.join(", ", names())));
        }
        for (Map.Entry<String, SampleKind> ending : ENDINGS.entrySet()) {
            String type = name.substring(
                    0, Math.max(0, name.length() - ending.getKey().length()));
            if (name.endsWith(ending.getKey()) && BoxedForm.TYPES.contains(type)) {
                return new SampleWish(ending.getValue(), type, null, null, false, flawed, degradations, null);
            }
        }
        return of(SampleKind.of(name), flawed, degradations);
    }

    /** The upper folder of its cases: a document type, or {@code packet}. */
    public String folder() {
        return type == null ? kind.folder() : type;
    }

    private static boolean ofAnyType(SampleKind kind) {
        return ENDINGS.containsValue(kind);
    }
}
