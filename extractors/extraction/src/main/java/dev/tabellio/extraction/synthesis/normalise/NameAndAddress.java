package dev.tabellio.extraction.synthesis.normalise;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A block of lines split into a name, an address and telephone numbers.
 *
 * @param name number of lines, from the first, that are the name
 * @param address number of lines after them
 * @param phone number of lines after those, up to the end of the block
 */
public record NameAndAddress(int name, int address, int phone) {

    /** A street number, a post office box, or a person or department to deliver to. */
    private static final Pattern STREET = Pattern.compile(
            "(?i)(?:\\d+[\\w/-]*\\s+\\S.*|.*\\bP\\.?\\s*O\\.?\\s*B(?:OX|\\.).*|(?:c/o|attn\\b|%).*|(?:one|two|three)\\s.*\\b(?:plaza|center|square|way|drive)\\b.*|(?:suite|ste|apt|floor|unit|rr|hc)\\.?\\s*#?\\d.*)");

    private static final Pattern PHONE = Pattern.compile(
            "(?i)(?:tel\\.?|phone)?:?\\s*(?:\\+?1[ .-])?\\(?\\d{3}\\)?[ ./-]*\\d{3}[ .-]?\\d{4}(?:\\s*(?:ext|x)\\.?\\s*\\d+)?");

    /** City, state and ZIP code. */
    private static final Pattern CITY =
            Pattern.compile("(?i).*\\b[A-Z]{2}\\.?,?\\s+\\d{5}(?:\\s?-\\s?\\d{4})?(?:\\s.*)?|\\d{5}(?:-\\d{4})?");

    /** Whether a line looks like one of a street, a post office box, or a person or department to deliver to. */
    public static boolean isStreet(String line) {
        return STREET.matcher(line).matches();
    }

    /** Whether a line ends in a state and a ZIP code, or is a ZIP code. */
    public static boolean isCity(String line) {
        return CITY.matcher(line).matches();
    }

    /**
     * Splits where the first line of an address stands. The first line is always the name; if no line looks like an
     * address, the rest of the block is taken for it.
     */
    public static NameAndAddress split(List<String> lines) {
        int end = lines.size();
        while (end > 1 && PHONE.matcher(lines.get(end - 1)).matches()) {
            end--;
        }
        int phone = lines.size() - end;
        for (int i = 1; i < end; i++) {
            if (isStreet(lines.get(i)) || isCity(lines.get(i))) {
                return new NameAndAddress(i, end - i, phone);
            }
        }
        return new NameAndAddress(Math.min(1, end), Math.max(0, end - 1), phone);
    }
}
