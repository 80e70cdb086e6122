package dev.tabellio.extraction.pdf;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.jspecify.annotations.Nullable;

/**
 * Which optional content is displayed when the file is opened: groups, and memberships of several groups by policy or
 * expression (ISO 32000-2, 8.11). Whatever makes no sense is displayed, as viewers do.
 */
final class Layers {

    private static final COSName OCMD = COSName.getPDFName("OCMD");
    private static final COSName EXPRESSION = COSName.getPDFName("VE");
    private static final int DEEPEST = 16;

    private final @Nullable PDOptionalContentProperties properties;

    /** @param properties of the file's catalogue; null if it has none */
    Layers(@Nullable PDOptionalContentProperties properties) {
        this.properties = properties;
    }

    /** Whether something that belongs to a layer, as its OC entry or a marked content's properties say, is displayed. */
    boolean shows(@Nullable COSBase layer) {
        if (properties == null || !(layer instanceof COSDictionary dictionary)) {
            return true;
        }
        if (!OCMD.equals(dictionary.getCOSName(COSName.TYPE))) {
            return isOn(properties, dictionary);
        }
        return dictionary.getDictionaryObject(EXPRESSION) instanceof COSArray expression
                ? holds(properties, expression, 0)
                : shows(properties, dictionary);
    }

    private static boolean isOn(PDOptionalContentProperties properties, COSDictionary group) {
        if (!COSName.OCG.equals(group.getCOSName(COSName.TYPE))) {
            return true;
        }
        try {
            return properties.isGroupEnabled(new PDOptionalContentGroup(group));
        } catch (RuntimeException e) {
            return true;
        }
    }

    private static boolean shows(PDOptionalContentProperties properties, COSDictionary membership) {
        COSBase member = membership.getDictionaryObject(COSName.OCGS);
        List<Boolean> on = new ArrayList<>();
        if (member instanceof COSDictionary group) {
            on.add(isOn(properties, group));
        } else if (member instanceof COSArray groups) {
            for (int i = 0; i < groups.size(); i++) {
                if (groups.getObject(i) instanceof COSDictionary group) {
                    on.add(isOn(properties, group));
                }
            }
        }
        if (on.isEmpty()) {
            return true;
        }
        return switch (membership.getNameAsString(COSName.P, "AnyOn")) {
            case "AllOn" -> !on.contains(false);
            case "AnyOff" -> on.contains(false);
            case "AllOff" -> !on.contains(true);
            default -> on.contains(true);
        };
    }

    /** An array of And, Or or Not and of groups or further arrays. */
    private static boolean holds(PDOptionalContentProperties properties, @Nullable COSBase part, int depth) {
        if (part instanceof COSDictionary group) {
            return isOn(properties, group);
        }
        if (!(part instanceof COSArray array) || array.size() < 2 || depth > DEEPEST) {
            return true;
        }
        List<Boolean> parts = new ArrayList<>();
        for (int i = 1; i < array.size(); i++) {
            parts.add(holds(properties, array.getObject(i), depth + 1));
        }
        return switch (array.getObject(0) instanceof COSName operator ? operator.getName() : "") {
            case "Not" -> !parts.get(0);
            case "And" -> !parts.contains(false);
            case "Or" -> parts.contains(true);
            default -> true;
        };
    }
}
