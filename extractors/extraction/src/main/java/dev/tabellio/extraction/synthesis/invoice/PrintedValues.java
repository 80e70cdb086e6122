package dev.tabellio.extraction.synthesis.invoice;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Citation;
import dev.tabellio.document.Document;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageArea;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.TextLine;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.text.Letters;
import dev.tabellio.extraction.text.PageText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds values on the pages of a document in the spellings in which they are printed. */
final class PrintedValues {

    private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d.,'\u2019\u00a0\u202f]*-?");

    private static final Pattern SLASHED = Pattern.compile("\\b(\\d{1,2})/(\\d{1,2})/\\d{4}\\b");

    /** Share of its height that a word has in common with others of its line; the boxes of tight lines touch. */
    private static final double LINE = 0.5;

    private static final String[][] MONTHS = {
        {"Januar", "January", "janvier"},
        {"Februar", "February", "février"},
        {"März", "March", "mars"},
        {"April", "avril"},
        {"Mai", "May"},
        {"Juni", "June", "juin"},
        {"Juli", "July", "juillet"},
        {"August", "août"},
        {"September", "septembre"},
        {"Oktober", "October", "octobre"},
        {"November", "novembre"},
        {"Dezember", "December", "décembre"}
    };

    /** Words that follow each other, with the letters and digits of all of them and where each word's begin. */
    private record Run(Page page, List<Word> words, String letters, int[] starts) {}

    private final List<Run> runs = new ArrayList<>();

    PrintedValues(ParsedFile file, Document document) {
        for (PageArea area : document.areas()) {
            Page page = file.page(area.page());
            List<Word> words = new ArrayList<>();
            for (TextLine line : page.lines()) {
                line.words().forEach(i -> words.add(page.words().get(i)));
            }
            StringBuilder letters = new StringBuilder();
            int[] starts = new int[words.size() + 1];
            for (int i = 0; i < words.size(); i++) {
                starts[i] = letters.length();
                letters.append(Letters.compact(words.get(i).text()));
            }
            starts[words.size()] = letters.length();
            runs.add(new Run(page, words, letters.toString(), starts));
        }
    }

    /** Where a text is printed, whole words only, in lines or wrapped in a column; empty if it is not. */
    List<Citation> text(String text) {
        List<Citation> inLines = first(Set.of(Letters.compact(text)));
        if (!inLines.isEmpty()) {
            return inLines;
        }
        for (Run run : runs) {
            List<Word> words = PrintedColumn.find(run.page(), text);
            if (!words.isEmpty()) {
                return cite(run, words);
            }
        }
        return List.of();
    }

    /**
     * Where a date is printed: 05.06.2018, 5/6/18, 2018-06-05, 5. Juni 2018, June 5, 2018, 5 juin 2018; and 06/05/2018 where
     * another date shows that the month comes first.
     */
    List<Citation> date(LocalDate date) {
        List<Citation> found = first(spellings(date));
        return found.isEmpty() && printsMonthFirst() ? first(monthFirst(date)) : found;
    }

    /** The letters and digits of a date as people print it, without the month in front of the day in digits. */
    static Set<String> spellings(LocalDate date) {
        int day = date.getDayOfMonth();
        int month = date.getMonthValue();
        int year = date.getYear();
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(String.format(Locale.ROOT, "%02d%02d%d", day, month, year));
        spellings.add(String.format(Locale.ROOT, "%d%02d%02d", year, month, day));
        for (String name : MONTHS[month - 1]) {
            String letters = Letters.compact(name);
            spellings.add(day + letters + year);
            spellings.add(String.format(Locale.ROOT, "%02d", day) + letters + year);
            spellings.add(letters + day + year);
        }
        spellings.add("" + day + month + year);
        spellings.add(String.format(Locale.ROOT, "%02d%02d%02d", day, month, year % 100));
        return spellings;
    }

    /** The digits of a date with the month in front. */
    static Set<String> monthFirst(LocalDate date) {
        int day = date.getDayOfMonth();
        int month = date.getMonthValue();
        int year = date.getYear();
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(String.format(Locale.ROOT, "%02d%02d%d", month, day, year));
        spellings.add("" + month + day + year);
        spellings.add(String.format(Locale.ROOT, "%02d%02d%02d", month, day, year % 100));
        return spellings;
    }

    /** All words in rows over the full width of their page, from left to right. */
    List<List<Word>> rows() {
        return runs.stream()
                .flatMap(run -> PageText.inRows(run.words()).stream())
                .toList();
    }

    /** What has a shape on the pages, in one word or in words one blank apart, without blanks; the longest of each place. */
    List<String> shaped(Pattern shape) {
        List<String> found = new ArrayList<>();
        for (List<Word> row : rows()) {
            for (int from = 0; from < row.size(); from++) {
                StringBuilder joined = new StringBuilder();
                String longest = "";
                for (int end = from; end < row.size() && (end == from || PrintedPlaces.follow(row, end)); end++) {
                    joined.append(row.get(end).text());
                    if (shape.matcher(joined).matches()) {
                        longest = joined.toString();
                    }
                }
                if (!longest.isEmpty()) {
                    found.add(longest);
                }
            }
        }
        return found;
    }

    /** Whether some date can only be read with the month first, and none only with the day first: 11/17/2017. */
    private boolean printsMonthFirst() {
        List<MatchResult> dates = runs.stream()
                .flatMap(run -> run.words().stream())
                .flatMap(word -> SLASHED.matcher(word.text()).results())
                .toList();
        return dates.stream().anyMatch(date -> Integer.parseInt(date.group(2)) > MONTHS.length)
                && dates.stream().noneMatch(date -> Integer.parseInt(date.group(1)) > MONTHS.length);
    }

    /**
     * Where a number is printed, with a point or a comma, with or without groups and zeros at its end. A sign may differ:
     * pages print what is taken off as negative, and so all amounts of a credit note, where the XML has them positive.
     *
     * @param last whether the last place is wanted, where sums stand, or the first
     */
    List<Citation> number(BigDecimal value, boolean last) {
        List<Citation> found = List.of();
        for (Run run : runs) {
            for (int i = 0; i < run.words().size(); i++) {
                for (int end = i + 1; end <= Math.min(run.words().size(), i + 3); end++) {
                    if (!grouped(run, i, end)) {
                        break;
                    }
                    if (numbers(joined(run, i, end)).stream()
                            .anyMatch(number -> number.abs().compareTo(value.abs()) == 0)) {
                        if (!last) {
                            return cite(run, i, end);
                        }
                        found = cite(run, i, end);
                    }
                }
            }
        }
        return found;
    }

    /** "1 234,56" is one number of two words: three digits in front of the separator, on the same line. */
    private static boolean grouped(Run run, int from, int end) {
        for (int i = from + 1; i < end; i++) {
            if (!run.words().get(i).text().matches("\\d{3}(?:[.,]\\d{1,4})?.?")
                    || !run.words().get(i - 1).text().matches("-?\\d{1,3}")) {
                return false;
            }
        }
        return true;
    }

    private static String joined(Run run, int from, int end) {
        StringBuilder joined = new StringBuilder();
        for (int i = from; i < end; i++) {
            joined.append(run.words().get(i).text());
        }
        return joined.toString().replaceAll("^[^\\d-]+|[^\\d-]+$", "");
    }

    /** What a printed number can mean: the last separator parts decimals, or groups if three digits follow. */
    static List<BigDecimal> numbers(String printed) {
        if (!NUMBER.matcher(printed).matches()) {
            return List.of();
        }
        boolean negative = printed.startsWith("-") || printed.endsWith("-");
        String plain = printed.replace("-", "").replaceAll("['\u2019\u00a0\u202f]", "");
        int separator = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
        List<BigDecimal> numbers = new ArrayList<>();
        if (separator < 0 || plain.length() - separator == 4) {
            numbers.add(new BigDecimal(plain.replaceAll("[.,]", "")));
        }
        if (separator >= 0 && separator < plain.length() - 1) {
            numbers.add(new BigDecimal(
                    plain.substring(0, separator).replaceAll("[.,]", "") + "." + plain.substring(separator + 1)));
        }
        return negative ? numbers.stream().map(BigDecimal::negate).toList() : numbers;
    }

    private List<Citation> first(Set<String> spellings) {
        for (Run run : runs) {
            for (String letters : spellings) {
                int at = letters.isEmpty() ? -1 : run.letters().indexOf(letters);
                while (at >= 0) {
                    int from = word(run, at);
                    int to = word(run, at + letters.length());
                    if (from >= 0 && to > from) {
                        return cite(run, from, to);
                    }
                    at = run.letters().indexOf(letters, at + 1);
                }
            }
        }
        return List.of();
    }

    /** The word whose letters begin at a position; -1 if none does. */
    private static int word(Run run, int position) {
        for (int i = 0; i < run.starts().length; i++) {
            if (run.starts()[i] == position && (i == run.words().size() || run.starts()[i + 1] > position)) {
                return i;
            }
        }
        return -1;
    }

    /** One citation for each line that the words stand on. */
    private static List<Citation> cite(Run run, int from, int to) {
        return cite(run, run.words().subList(from, to));
    }

    private static List<Citation> cite(Run run, List<Word> words) {
        List<Citation> citations = new ArrayList<>();
        List<Word> line = new ArrayList<>();
        for (Word word : words) {
            if (!line.isEmpty()
                    && word.box().overlapY(line.get(0).box())
                            <= LINE * line.get(0).box().height()) {
                citations.add(citation(run, line));
                line.clear();
            }
            line.add(word);
        }
        citations.add(citation(run, line));
        return citations;
    }

    private static Citation citation(Run run, List<Word> words) {
        return new Citation(
                run.page().number(),
                BoundingBox.around(words.stream().map(Word::box).toList()),
                String.join(" ", words.stream().map(Word::text).toList()),
                words.get(0).origin(),
                Citation.Status.VERIFIED);
    }
}
