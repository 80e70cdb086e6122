package dev.tabellio.extraction.pdf;

import dev.tabellio.document.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/**
 * One widget of an interactive form with what it inherits from its field. Read from the annotation upwards, so that widgets
 * whose field is missing in the form's tree are found as well.
 */
final class Widget {

    private static final int DEEPEST_FIELD = 32;
    private static final int MULTILINE = 1 << 12;
    private static final int PASSWORD = 1 << 13;
    private static final int PUSH_BUTTON = 1 << 16;
    private static final int COMB = 1 << 24;

    private static final String NUMBER = "-?(?:\\d+\\.?\\d*|\\.\\d+)";
    private static final Pattern FONT = Pattern.compile("(" + NUMBER + ")\\s+Tf\\b");
    private static final Pattern COLOR = Pattern.compile("((?:" + NUMBER + "\\s+){1,4})(g|rg|k)\\b");

    private final COSDictionary annotation;
    private final BoundingBox box;
    private final double unit;
    private final List<COSDictionary> chain = new ArrayList<>();

    /**
     * @param box on the displayed page
     * @param unit points to one unit of the page's user space
     */
    Widget(COSDictionary annotation, BoundingBox box, double unit) {
        this.annotation = annotation;
        this.box = box;
        this.unit = unit;
        COSDictionary at = annotation;
        while (at != null && chain.size() < DEEPEST_FIELD && !chain.contains(at)) {
            chain.add(at);
            at = at.getDictionaryObject(COSName.PARENT) instanceof COSDictionary parent ? parent : null;
        }
    }

    BoundingBox box() {
        return box;
    }

    /** The parts of the name from the root down, joined by dots. */
    String name() {
        StringBuilder name = new StringBuilder();
        for (int i = chain.size() - 1; i >= 0; i--) {
            String part = chain.get(i).getString(COSName.T);
            if (part != null && !part.isEmpty()) {
                name.append(name.isEmpty() ? "" : ".").append(part);
            }
        }
        return name.toString();
    }

    boolean isText() {
        return isType(COSName.TX) && (flags() & PASSWORD) == 0;
    }

    boolean isChoice() {
        return isType(COSName.CH);
    }

    boolean isSignature() {
        return isType(COSName.SIG);
    }

    /** The signature of a signature field. */
    Optional<COSDictionary> signature() {
        return inherited(COSName.V) instanceof COSDictionary signature ? Optional.of(signature) : Optional.empty();
    }

    /** A checkbox or radio button. */
    boolean isCheckbox() {
        return isType(COSName.BTN) && (flags() & PUSH_BUTTON) == 0;
    }

    boolean isMultiline() {
        return isText() && (flags() & MULTILINE) != 0;
    }

    /** How many boxes a comb has; 0 if it is none. */
    int combLength() {
        return isText() && (flags() & COMB) != 0
                ? Math.max(0, inherited(COSName.MAX_LEN) instanceof COSNumber n ? n.intValue() : 0)
                : 0;
    }

    /** 0 left, 1 centred, 2 right. */
    int alignment() {
        return inherited(COSName.Q) instanceof COSNumber q ? q.intValue() : 0;
    }

    /** The instructions that set font and size, if there are any. */
    private Optional<String> defaultAppearance() {
        return inherited(COSName.DA) instanceof COSString da ? Optional.of(da.getString()) : Optional.empty();
    }

    /** In points; empty if it fits itself to the field, or is not said. */
    OptionalDouble fontSize() {
        Matcher font = FONT.matcher(defaultAppearance().orElse(""));
        double size = font.find() ? unit * Double.parseDouble(font.group(1)) : 0;
        return size > 0 ? OptionalDouble.of(size) : OptionalDouble.empty();
    }

    /** Whether its letters are white and nothing darker is behind them. */
    boolean isPale() {
        Matcher color = COLOR.matcher(defaultAppearance().orElse(""));
        boolean pale = false;
        while (color.find()) {
            pale = isPaper(color.group(1).strip().split("\\s+"), color.group(2));
        }
        return pale && !hasDarkBackground();
    }

    private boolean hasDarkBackground() {
        if (annotation.getDictionaryObject(COSName.MK) instanceof COSDictionary look
                && look.getDictionaryObject(COSName.BG) instanceof COSArray background
                && background.size() > 0) {
            String[] parts = new String[background.size()];
            for (int i = 0; i < parts.length; i++) {
                parts[i] =
                        background.getObject(i) instanceof COSNumber number ? Float.toString(number.floatValue()) : "0";
            }
            return !isPaper(parts, parts.length == 1 ? "g" : parts.length == 3 ? "rg" : "k");
        }
        return false;
    }

    private static boolean isPaper(String[] parts, String operator) {
        double least = 1;
        double most = 0;
        for (String part : parts) {
            double value = Double.parseDouble(part);
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return operator.equals("k") ? most < 1 - Ink.PAPER : least >= Ink.PAPER;
    }

    Optional<COSStream> normalAppearance() {
        COSDictionary appearances = annotation.getDictionaryObject(COSName.AP) instanceof COSDictionary ap ? ap : null;
        return appearances != null && appearances.getDictionaryObject(COSName.N) instanceof COSStream stream
                ? Optional.of(stream)
                : Optional.empty();
    }

    /** The value as a person sees it; empty if there is none. */
    String value() {
        COSBase value = inherited(COSName.V);
        if (!isChoice()) {
            return text(value);
        }
        if (value instanceof COSArray several) {
            List<String> chosen = new ArrayList<>();
            for (int i = 0; i < several.size(); i++) {
                chosen.add(displayed(text(several.getObject(i))));
            }
            return String.join("\n", chosen);
        }
        return displayed(text(value));
    }

    boolean isOn() {
        String state = annotation.getNameAsString(COSName.AS);
        if (state == null) {
            COSBase value = inherited(COSName.V);
            state = value instanceof COSName name && hasState(name) ? name.getName() : "Off";
        }
        return !state.isEmpty() && !state.equals("Off");
    }

    private boolean hasState(COSName state) {
        COSDictionary appearances = annotation.getDictionaryObject(COSName.AP) instanceof COSDictionary ap ? ap : null;
        return appearances == null
                || !(appearances.getDictionaryObject(COSName.N) instanceof COSDictionary states)
                || states.containsKey(state);
    }

    private String displayed(String exported) {
        if (inherited(COSName.OPT) instanceof COSArray options) {
            for (int i = 0; i < options.size(); i++) {
                if (options.getObject(i) instanceof COSArray pair
                        && pair.size() == 2
                        && text(pair.getObject(0)).equals(exported)) {
                    return text(pair.getObject(1));
                }
            }
        }
        return exported;
    }

    private static String text(@Nullable COSBase value) {
        String text = "";
        if (value instanceof COSString string) {
            text = string.getString();
        } else if (value instanceof COSStream stream) {
            text = stream.toTextString();
        } else if (value instanceof COSName name) {
            text = name.getName();
        }
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private boolean isType(COSName type) {
        return type.equals(inherited(COSName.FT));
    }

    private int flags() {
        return inherited(COSName.FF) instanceof COSNumber flags ? flags.intValue() : 0;
    }

    private @Nullable COSBase inherited(COSName key) {
        for (COSDictionary dictionary : chain) {
            COSBase found = dictionary.getDictionaryObject(key);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
