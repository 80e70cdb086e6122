package dev.tabellio.extraction.synthesis.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The sentences of a contract's text. A full stop ends a sentence when the next word starts with a capital, a quote or a
 * bracket and the word before is no abbreviation, initial or clause number; a paragraph ends one after any closing mark.
 */
final class Sentences {

    /** Longer stretches without an end are cut, so that no reader looks at megabytes at once. */
    private static final int LONGEST = 6000;

    private static final Set<String> ABBREVIATIONS = Set.of(
            "inc", "corp", "co", "ltd", "llc", "lp", "llp", "plc", "mr", "mrs", "ms", "dr", "messrs", "no", "nos", "st",
            "ave", "blvd", "rd", "ste", "v", "vs", "u.s", "u.s.a", "u.k", "l.p", "l.l.c", "l.l.p", "n.a", "n.v", "b.v",
            "s.a", "jr", "sr", "esq", "sec", "art", "attn", "tel", "e.g", "i.e", "a.m", "p.m", "p.a", "p.c", "a.g",
            "pty", "pte", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "d/b/a",
            "f/k/a", "a/k/a", "c/o", "cf", "etc", "para", "par", "dept", "bros", "assoc");

    private final List<TextSpan> spans;

    private Sentences(List<TextSpan> spans) {
        this.spans = spans;
    }

    static Sentences of(String text) {
        List<TextSpan> spans = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (endsAt(text, i) || i - start >= LONGEST) {
                int end = closed(text, i + 1);
                add(spans, text, start, end);
                start = end;
                i = end - 1;
            }
        }
        add(spans, text, start, text.length());
        return new Sentences(List.copyOf(spans));
    }

    List<TextSpan> all() {
        return spans;
    }

    /** The sentence at a position; the one before if the position lies between two. */
    TextSpan at(int position) {
        return spans.get(indexAt(position));
    }

    int indexAt(int position) {
        int low = 0;
        int high = spans.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (spans.get(middle).start() <= position) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static void add(List<TextSpan> spans, String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (end > start || spans.isEmpty()) {
            spans.add(new TextSpan(start, end));
        }
    }

    private static boolean endsAt(String text, int i) {
        char c = text.charAt(i);
        if (c == '\n') {
            int before = i - 1;
            return before >= 0 && ".:;!?\")]_".indexOf(text.charAt(before)) >= 0 || heading(text, i);
        }
        if (c != '.' && c != '!' && c != '?') {
            return false;
        }
        int next = closed(text, i + 1);
        if (next >= text.length()) {
            return true;
        }
        if (!Character.isWhitespace(text.charAt(next))) {
            return false;
        }
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        if (next >= text.length()) {
            return true;
        }
        char opening = text.charAt(next);
        if (!Character.isUpperCase(opening) && !Character.isDigit(opening) && "\"'([".indexOf(opening) < 0) {
            return false;
        }
        return c != '.' || !abbreviated(text, i);
    }

    /** The position behind quotes and brackets that close here. */
    private static int closed(String text, int from) {
        int position = from;
        while (position < text.length() && "\")]".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
        return position;
    }

    private static boolean heading(String text, int lineFeed) {
        int start = text.lastIndexOf('\n', lineFeed - 1) + 1;
        int lastWord = Math.max(start, text.lastIndexOf(' ', lineFeed - 1) + 1);
        return lineFeed - start < 120
                && lineFeed - start > 0
                && !Character.isLowerCase(text.charAt(lastWord))
                && lineFeed + 1 < text.length()
                && (Character.isUpperCase(text.charAt(lineFeed + 1)) || Character.isDigit(text.charAt(lineFeed + 1)));
    }

    private static boolean abbreviated(String text, int stop) {
        int start = stop;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1)) && stop - start < 12) {
            start--;
        }
        while (start < stop && "\"'(".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        String word = text.substring(start, stop);
        if (word.length() <= 1 || (word.length() <= 3 && word.chars().allMatch(Character::isDigit))) {
            return true;
        }
        return ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
    }
}
