package dev.tabellio.extraction.llm.injection;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.HiddenText;
import dev.tabellio.document.Page;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.TextLine;
import dev.tabellio.extraction.llm.injection.Injection.Sign;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds instructions to models. On 60 commercial contracts and 100 non-disclosure agreements of SEC EDGAR it finds none,
 * 2026-11-21. Stateless.
 */
public final class InjectionScan {

    /** Characters of an excerpt. */
    private static final int EXCERPT = 200;

    /** Characters around a cue in which a match lies. */
    private static final int REACH = 250;

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Mn}&&[^\\u0308\\u030A]]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}\\p{Z}]+");

    /** Letters spaced out: i g n o r e. */
    private static final Pattern SPACED = Pattern.compile("(?<!\\p{L})(?:\\p{L} ){4,}\\p{L}(?!\\p{L})");

    /** Letters of other scripts that look like Latin ones, and typographic signs. */
    private static final String LOOKALIKES =
            "\u0430\u0435\u043e\u0440\u0441\u0445\u0443\u0456\u0455\u0458\u04bb\u0501\u03bf\u03b1\u0131\u2018\u2019\u201c\u201d\u2013\u2014";

    private static final String LATIN = "aeopcxyisjhdoai''\"\"--";

    /**
     * What speaks to a model on some pages of a file, seen or hidden, and in the file's properties.
     *
     * @param pages numbers from 1
     */
    public List<Injection> on(ParsedFile file, Collection<Integer> pages) {
        List<Injection> found = new ArrayList<>();
        for (int number : pages) {
            Page page = file.page(number);
            List<TextLine> lines = page.lines();
            for (Match match : matches(lines.stream().map(page::text).toList())) {
                BoundingBox box = BoundingBox.around(lines.subList(match.first(), match.last() + 1).stream()
                        .map(TextLine::box)
                        .toList());
                found.add(new Injection(number, match.sign(), match.text(), Optional.empty(), Optional.of(box)));
            }
        }
        for (HiddenText hidden : file.hidden()) {
            if (hidden.page() == 0 || pages.contains(hidden.page())) {
                matches(List.of(hidden.text())).stream()
                        .limit(1)
                        .map(match -> new Injection(
                                hidden.page(),
                                match.sign(),
                                match.text(),
                                Optional.of(hidden.why()),
                                Optional.ofNullable(hidden.box())))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** Whether a text by itself, such as a value that was read, speaks to a model. */
    public static boolean speaksToModels(String text) {
        return !matches(text.lines().toList()).isEmpty();
    }

    /**
     * The lines of a page, by their place in {@link Page#lines()}, that are part of an instruction to a model: with the
     * sentence around it, since what follows it is what it wants said.
     */
    public BitSet lines(Page page) {
        List<String> texts = page.lines().stream().map(page::text).toList();
        BitSet lines = new BitSet();
        for (Match match : matches(texts)) {
            lines.set(match.first(), match.last() + 1);
        }
        return lines;
    }

    /**
     * A match.
     *
     * @param first of its lines, from 0
     * @param last of its lines
     */
    record Match(Sign sign, int first, int last, String text) {}

    /** @param lines in reading order */
    static List<Match> matches(List<String> lines) {
        StringBuilder joined = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        for (String line : lines) {
            starts.add(joined.length());
            joined.append(plain(line)).append(' ');
        }
        String text = joined.toString();
        CueIndex index = new CueIndex(text);
        List<Match> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String small = small(lines.get(i));
            if (isSpaced(small) && InjectionPatterns.isSetApart(small.replace(" ", ""))) {
                found.add(new Match(Sign.ADDRESS, i, i, small.substring(0, Math.min(EXCERPT, small.length()))));
            }
        }
        for (Map.Entry<Sign, Pattern> pattern : InjectionPatterns.all().entrySet()) {
            Matcher matcher =
                    pattern.getValue().matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
            for (int[] window : windows(index, InjectionPatterns.cues(pattern.getKey()))) {
                matcher.region(window[0], window[1]);
                while (matcher.find()) {
                    int from = sentenceStart(text, matcher.start());
                    int to = sentenceEnd(text, matcher.end());
                    String excerpt =
                            text.substring(from, Math.min(to, from + EXCERPT)).strip();
                    found.add(new Match(pattern.getKey(), line(starts, from), line(starts, to), excerpt));
                }
            }
        }
        return found;
    }

    /** The parts of a text that lie around cues, in order, apart from each other. */
    private static List<int[]> windows(CueIndex index, List<String> cues) {
        BitSet places = new BitSet();
        for (String cue : cues) {
            for (int at : index.places(cue)) {
                places.set(Math.max(0, at - REACH), Math.min(index.length(), at + REACH));
            }
        }
        List<int[]> windows = new ArrayList<>();
        for (int from = places.nextSetBit(0); from >= 0; ) {
            int to = places.nextClearBit(from);
            windows.add(new int[] {from, to});
            from = places.nextSetBit(to);
        }
        return windows;
    }

    /** The sentence's first character; no further back than an excerpt is long. */
    private static int sentenceStart(String text, int at) {
        int start = at;
        while (start > 0 && at - start < EXCERPT && ".!?".indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        while (start < at && text.charAt(start) == ' ') {
            start++;
        }
        return start;
    }

    /** A point within a number ends no sentence. */
    private static int sentenceEnd(String text, int at) {
        int end = Math.max(0, at - 1);
        int most = Math.min(text.length() - 1, at + EXCERPT);
        while (end < most && !(".!?".indexOf(text.charAt(end)) >= 0 && text.charAt(end + 1) == ' ')) {
            end++;
        }
        return end;
    }

    private static int line(List<Integer> starts, int at) {
        int line = starts.size() - 1;
        while (line > 0 && starts.get(line) > at) {
            line--;
        }
        return line;
    }

    private static String small(String line) {
        String letters = line.chars().allMatch(c -> c >= ' ' && c < 127) ? line : latin(line);
        return letters.toLowerCase(Locale.ROOT).strip();
    }

    private static String plain(String line) {
        String small = small(line);
        return isSpaced(small)
                ? SPACED.matcher(small).replaceAll(match -> match.group().replace(" ", ""))
                : small;
    }

    private static String latin(String line) {
        String letters = INVISIBLE
                .matcher(Normalizer.normalize(line, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        StringBuilder latin = new StringBuilder(letters.length());
        for (int i = 0; i < letters.length(); i++) {
            int like = LOOKALIKES.indexOf(letters.charAt(i));
            latin.append(like < 0 ? letters.charAt(i) : LATIN.charAt(like));
        }
        return BLANKS.matcher(latin).replaceAll(" ");
    }

    private static boolean isSpaced(String line) {
        int single = 0;
        for (int i = 1; i < line.length() - 1; i++) {
            single += line.charAt(i - 1) == ' ' && line.charAt(i) != ' ' && line.charAt(i + 1) == ' ' ? 1 : 0;
        }
        return single >= 3;
    }
}
