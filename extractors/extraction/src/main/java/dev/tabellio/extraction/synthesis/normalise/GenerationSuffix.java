package dev.tabellio.extraction.synthesis.normalise;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of a generation behind a person's name, whose strokes recognition takes for one another: II, III, IV. */
public final class GenerationSuffix {

    /** Two or three strokes, or one before a V, as the last word of at least two; "Ill" and "ll" are no last names. */
    private static final Pattern MISREAD =
            Pattern.compile("(?<before>\\S+(?: \\S+)* )(?<strokes>[Il1|]{1,3})(?<five>V?)");

    private GenerationSuffix() {}

    /** A name read from pixels with its suffix put right: {@code Ada Byron Ill} is {@code Ada Byron III}. */
    public static String recognised(String name) {
        Matcher matcher = MISREAD.matcher(name);
        if (!matcher.matches()) {
            return name;
        }
        int strokes = matcher.group("strokes").length();
        boolean four = !matcher.group("five").isEmpty();
        boolean digits = matcher.group("strokes").chars().allMatch(Character::isDigit);
        boolean suffix = four ? strokes == 1 : strokes > 1 && !digits;
        return suffix ? matcher.group("before") + "I".repeat(strokes) + matcher.group("five") : name;
    }
}
