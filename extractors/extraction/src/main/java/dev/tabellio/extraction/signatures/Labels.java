package dev.tabellio.extraction.signatures;

import java.util.regex.Pattern;

/** The words by which people are told where to sign, and what stands around. */
final class Labels {

    /** A line made of underscores or hyphens. */
    private static final Pattern BLANK_LINE = Pattern.compile("[_\\s.:]*_{3,}[_\\s.:]*|[-\\s]*-{6,}[-\\s]*");

    /** "/s/", also glued to the name, or set apart as "/s /"; some print it with hyphens. */
    private static final Pattern CONFORMED = Pattern.compile("(?i)^[:(_]*(?:/s/|-s-).*|^(?:by:?)/s/.*|^[_]*/s$");

    private static final Pattern BY = Pattern.compile("(?i)^(?:signed\\s+)?by\\s?:.*|^(?i)by\\s?_{3,}.*|^(?i)by$");

    /** A label that asks for a signature: short, and the word is among its first. */
    private static final Pattern SIGN = Pattern.compile(
            "(?i)^[(*x➤►▶▸]*\\s*(?:[\\p{L}0-9][\\p{L}0-9.'’,/\\-]*\\s+){0,4}[(]?signatures?(?:[\\s:)_/,.*’'►▶➤].*|$)"
                    + "|^signed\\s?:.*|^sign\\s+here\\W*$|^x\\s?_{6,}.*");

    /** Speaks of signatures, or of a page of them. */
    private static final Pattern ABOUT = Pattern.compile(
            "(?i).*\\b(?:signatures?,?\\s+(?:pages?|blocks?|follows?|appears?|lines?|on\\s+(?:the\\s+)?(?:next|following)|and|"
                    + "or|by|is|are|may|shall|must|for|to|in|with|required|guaranteed?|verification)|electronic(?:ally)?|"
                    + "facsimile|these|such|whose|any|counterparts?|dates?|see|page\\s+\\d|without|before|after)\\b.*");

    private static final Pattern OTHER_LINE = Pattern.compile(
            "(?i)^[(]?(?:(?:printed?|typed?|full|type|employee|employer|company|legal|first|last|your|preparer['’]?s?)\\s+)*"
                    + "(?:or\\s+)?(?:names?|titles?|its|dated?|address(?:es)?|city|state|zip|phone|telephone|e-?mail|fax|"
                    + "position|office|occupation|witness|attest|ssn|ptin|place)\\b.*");

    private static final Pattern NAME = Pattern.compile("(?i)^(?:print(?:ed)?\\s+|typed?\\s+)?name\\s?:.*");
    private static final Pattern DATE = Pattern.compile("(?i)^[(]?(?:execution\\s+)?dated?\\s?(?:[:).]|$|\\s?_).*");

    private static final Pattern ROLE =
            Pattern.compile("(?i)^[(]?(?:the\\s+)?(?:employee|employer|executive|landlord|tenant|lessor|"
                    + "lessee|borrower|lender|guarantor|consultant|contractor|buyer|seller|purchaser|vendor|recipient|licensor|licensee|"
                    + "director|grantor|optionee|participant|associate|shareholder|franchisee|franchisor)s?[):]?$");

    private static final Pattern PERSON = Pattern.compile(
            "^(?:(?:Mr|Mrs|Ms|Dr)\\.?\\s+)?\\p{Lu}[\\p{L}'’\\-.]*(?:\\s+\\p{Lu}[\\p{L}'’\\-.]*){1,3}(?:,?\\s+(?:Jr|Sr|II|III|IV|"
                    + "Esq|M\\.?D|Ph\\.?D)\\.?)?,?$");

    private static final Pattern COMPANY =
            Pattern.compile("(?i).*\\b(?:inc|llc|l\\.l\\.c|corp|corporation|ltd|limited|l\\.p|lp|llp|company|co|"
                    + "trust|partners|partnership|gmbh|ag|n\\.a|bank|holdings?|management|group|associates|fund|plc|s\\.a|b\\.v|"
                    + "services?|systems?|agreement|department|university|its|party|parties|name|site|country|signatures?|"
                    + "witness|secretary|president|officer|director|chairman|manager|treasurer|counsel|chief|vice|executive|title|"
                    + "authori[sz]ed|duly|seal|date|page|section|article|exhibit|instructions|"
                    + "general|form|part|line|if|you|only)\\b.*");

    private Labels() {}

    static boolean isBlankLine(String text) {
        return BLANK_LINE.matcher(text).matches();
    }

    static boolean isConformed(String word) {
        return CONFORMED.matcher(word).matches();
    }

    static boolean isBy(String text) {
        return BY.matcher(text).matches();
    }

    static boolean asksForSignature(String text) {
        return text.length() <= 90
                && SIGN.matcher(text).matches()
                && !ABOUT.matcher(text).matches()
                && text.split(" ", -1).length <= 14;
    }

    /** Whether a line is there for something other than a signature. */
    static boolean isOther(String text) {
        return OTHER_LINE.matcher(text).matches();
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    static boolean isDate(String text) {
        return DATE.matcher(text).matches();
    }

    static boolean isRole(String text) {
        return ROLE.matcher(text).matches();
    }

    static boolean isPerson(String text) {
        return PERSON.matcher(text).matches() && !COMPANY.matcher(text).matches() && !isRole(text);
    }

    /** Whether it may be a name that was typed where a signature should be, and no sentence, label or company. */
    static boolean isTypedName(String text) {
        return Character.isUpperCase(text.codePointAt(0))
                && text.split(" ", -1).length <= 6
                && !text.endsWith(":")
                && !ABOUT.matcher(text).matches()
                && !COMPANY.matcher(text).matches()
                && !isLabel(text);
    }

    /** Whether something else starts here on the same line. */
    static boolean isLabel(String text) {
        return isBy(text) || isOther(text) || isDate(text) || isName(text);
    }
}
