package dev.tabellio.extraction.synthesis.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The clauses of a contract: what starts with a clause number ("12.", "4.2", "Section 7", "(b)") or stands under a heading.
 * A clause ends where the next one starts.
 */
final class Clauses {

    /**
     * A clause.
     *
     * @param heading its heading without the number, such as "Governing Law"; empty if it has none
     */
    record Clause(TextSpan span, String heading) {}

    /** Words that a heading may have. */
    private static final int LONGEST_HEADING = 10;

    private static final Pattern NUMBER = Pattern.compile(
            "(?:(?:section|article|clause)\\s{1,3}(?:\\d{1,3}(?:\\.\\d{1,3}){0,3}|[IVXLC]{1,6})[.:)]?|\\d{1,3}(?:\\.\\d{1,3}){1,3}\\.?|"
                    + "\\d{1,3}[.)]|[A-Z][.)]|[IVX]{1,5}\\.|\\((?:[a-z]{1,4}|\\d{1,2})\\))(?=\\s|\")",
            Pattern.CASE_INSENSITIVE);

    private final List<Clause> all;

    private Clauses(List<Clause> all) {
        this.all = all;
    }

    static Clauses of(String text, Sentences sentences) {
        List<Clause> clauses = new ArrayList<>();
        int start = 0;
        String heading = "";
        for (TextSpan sentence : sentences.all()) {
            Matcher number = NUMBER.matcher(text).region(sentence.start(), sentence.end());
            boolean numbered = number.lookingAt();
            String found = heading(text, numbered ? number.end() : sentence.start(), sentence, numbered);
            if (numbered || !found.isEmpty()) {
                if (sentence.start() > start) {
                    clauses.add(new Clause(new TextSpan(start, sentence.start()), heading));
                }
                start = sentence.start();
                heading = found;
            }
        }
        clauses.add(new Clause(new TextSpan(start, text.length()), heading));
        return new Clauses(List.copyOf(clauses));
    }

    List<Clause> all() {
        return all;
    }

    /** The clause at a position. */
    Clause at(int position) {
        int low = 0;
        int high = all.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (all.get(middle).span().start() <= position) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return all.get(low);
    }

    /** The words with capitals at the start of a sentence up to a full stop, a colon or a dash. */
    private static String heading(String text, int from, TextSpan sentence, boolean numbered) {
        int limit = Math.min(sentence.end(), from + 120);
        int words = 0;
        int small = 0;
        int position = NameScanner.skipBlanks(text, from, limit);
        int begin = position;
        while (position < limit && words < LONGEST_HEADING) {
            int end = NameScanner.wordEnd(text, position, limit);
            String word = text.substring(position, end);
            char first = word.charAt(0);
            words++;
            small += Character.isLowerCase(first) && word.length() > 3 ? 1 : 0;
            char last = word.charAt(word.length() - 1);
            boolean closed = last == '.' || last == ':' || end >= sentence.end();
            if (closed && (numbered || end >= sentence.end() || last == ':')) {
                boolean title =
                        small * 3 <= words && (Character.isUpperCase(text.charAt(begin)) || text.charAt(begin) == '"');
                return title ? text.substring(begin, last == '.' || last == ':' ? end - 1 : end) : "";
            }
            position = NameScanner.skipBlanks(text, end, limit);
        }
        return "";
    }
}
