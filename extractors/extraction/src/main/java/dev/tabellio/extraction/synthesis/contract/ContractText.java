package dev.tabellio.extraction.synthesis.contract;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Citation;
import dev.tabellio.document.Document;
import dev.tabellio.document.Page;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.TextLine;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.sections.DocumentLines;
import dev.tabellio.extraction.sections.PlacedLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A contract as one running text that remembers where on the pages every character stands.
 *
 * <p>Words are joined by a blank, paragraphs by a line feed; a word that was broken at the end of a line is whole again.
 * Headers, footers and page numbers are left out. {@link #printed()} keeps the characters of the page; {@link #text()}
 * has the same length and positions with quotes and dashes in their plain forms, for searching.
 */
final class ContractText {

    /** A line of the running text. @param index position in {@link Page#lines()} */
    record Line(int page, int index, BoundingBox box, int start, int end) {}

    private record Placed(int page, Word word, int line) {}

    private final String printed;
    private final String text;
    private final int[] wordAt;
    private final List<Placed> words;
    private final List<Line> lines;

    private ContractText(Builder builder) {
        this.printed = builder.printed.toString();
        this.text = plain(printed);
        this.wordAt = Arrays.copyOf(builder.wordAt, printed.length());
        this.words = List.copyOf(builder.words);
        this.lines = List.copyOf(builder.lines);
    }

    /** The text of one document of a file. */
    static ContractText of(ParsedFile file, Document document) {
        Builder builder = new Builder();
        for (PlacedLine line : DocumentLines.of(file, document).body()) {
            Page page = file.page(line.page());
            builder.add(page, page.lines().get(line.index()), line);
        }
        return new ContractText(builder);
    }

    /** For searching: straight quotes, plain hyphens and blanks; the same positions as {@link #printed()}. */
    String text() {
        return text;
    }

    /** As printed. */
    String printed() {
        return printed;
    }

    /** As printed, with single blanks and without blanks at the ends. */
    String printed(TextSpan span) {
        return printed.substring(span.start(), span.end())
                .replaceAll("\\s+", " ")
                .strip();
    }

    List<Line> lines() {
        return lines;
    }

    /** The words of a span, one citation for each line that it touches, in reading order. */
    List<Citation> cite(TextSpan span) {
        List<Citation> citations = new ArrayList<>();
        List<Placed> onLine = new ArrayList<>();
        int from = span.start();
        for (int i = span.start(); i < span.end(); i++) {
            int index = wordAt[i];
            if (index < 0) {
                continue;
            }
            Placed word = words.get(index);
            if (!onLine.isEmpty() && onLine.get(0).line() != word.line()) {
                citations.add(citation(onLine, from, i));
                onLine.clear();
                from = i;
            }
            if (onLine.isEmpty() || onLine.get(onLine.size() - 1) != word) {
                onLine.add(word);
            }
        }
        if (!onLine.isEmpty()) {
            citations.add(citation(onLine, from, span.end()));
        }
        return citations;
    }

    /** The least certain word of a span, from 0 to 1. */
    double confidence(TextSpan span) {
        double least = 1;
        for (int i = span.start(); i < span.end(); i++) {
            if (wordAt[i] >= 0) {
                least = Math.min(least, words.get(wordAt[i]).word().confidence());
            }
        }
        return least;
    }

    private Citation citation(List<Placed> onLine, int from, int to) {
        Placed first = onLine.get(0);
        return new Citation(
                first.page(),
                BoundingBox.around(
                        onLine.stream().map(placed -> placed.word().box()).toList()),
                printed.substring(from, to).strip(),
                first.word().origin(),
                Citation.Status.VERIFIED);
    }

    private static String plain(String printed) {
        StringBuilder plain = new StringBuilder(printed);
        for (int i = 0; i < plain.length(); i++) {
            char replaced = switch (plain.charAt(i)) {
                case '“', '”', '„', '‟', '«', '»', '″' -> '"';
                case '‘', '’', '‚', '‛', '′', '`' -> '\'';
                case '‐', '‑', '‒', '–', '—', '−' -> '-';
                case '\u00a0', '\t' -> ' ';
                default -> plain.charAt(i);
            };
            plain.setCharAt(i, replaced);
        }
        return plain.toString();
    }

    private static final class Builder {
        private final StringBuilder printed = new StringBuilder();
        private int[] wordAt = new int[4096];
        private final List<Placed> words = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();

        void add(Page page, TextLine line, PlacedLine placed) {
            String first = page.words().get(line.words().get(0)).text();
            separate(placed, first);
            int start = printed.length();
            for (int position : line.words()) {
                if (printed.length() > start) {
                    append(" ", -1);
                }
                Word word = page.words().get(position);
                words.add(new Placed(page.number(), word, lines.size()));
                append(word.text(), words.size() - 1);
            }
            lines.add(new Line(page.number(), placed.index(), line.box(), start, printed.length()));
        }

        private void separate(PlacedLine line, String first) {
            if (lines.isEmpty()) {
                return;
            }
            Line previous = lines.get(lines.size() - 1);
            if (brokenWord(first)) {
                if (Character.isLowerCase(first.charAt(0)) && !compound()) {
                    printed.setLength(printed.length() - 1);
                    lines.set(
                            lines.size() - 1,
                            new Line(
                                    previous.page(),
                                    previous.index(),
                                    previous.box(),
                                    previous.start(),
                                    printed.length()));
                }
                return;
            }
            append(line.opensParagraph() ? "\n" : " ", -1);
        }

        private boolean brokenWord(String next) {
            int length = printed.length();
            return length > 2
                    && printed.charAt(length - 1) == '-'
                    && Character.isLetter(printed.charAt(length - 2))
                    && Character.isLetter(next.charAt(0));
        }

        /** Whether the broken word keeps its hyphen: "non-" and the like, or a part with a hyphen of its own. */
        private boolean compound() {
            int start = Math.max(printed.lastIndexOf(" "), printed.lastIndexOf("\n")) + 1;
            String part = printed.substring(start, printed.length() - 1);
            return part.length() <= 3
                    || NumberWords.isTens(part)
                    || part.indexOf('-') >= 0
                    || part.equalsIgnoreCase("self")
                    || part.equalsIgnoreCase("well")
                    || part.equalsIgnoreCase("third");
        }

        private void append(String characters, int word) {
            int length = printed.length();
            int needed = length + characters.length();
            if (needed > wordAt.length) {
                wordAt = Arrays.copyOf(wordAt, Math.max(needed, wordAt.length * 2));
            }
            Arrays.fill(wordAt, length, needed, word);
            printed.append(characters);
        }
    }
}
