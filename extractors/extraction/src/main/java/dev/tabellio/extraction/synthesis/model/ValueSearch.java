package dev.tabellio.extraction.synthesis.model;

import dev.tabellio.document.FieldValue;
import dev.tabellio.document.Origin;
import dev.tabellio.extraction.synthesis.contract.CalendarDates;
import dev.tabellio.extraction.synthesis.contract.Durations;
import dev.tabellio.extraction.synthesis.contract.TextSpan;
import dev.tabellio.extraction.synthesis.model.Print.Place;
import dev.tabellio.extraction.synthesis.normalise.Conventions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds where lines print a value: amounts and dates by what they mean, texts and numbers by their letters. */
final class ValueSearch {

    /** Words that an amount or a date may take up. */
    private static final int LONGEST = 8;

    private static final double OTHER_SEPARATOR = 0.9;

    private final Conventions conventions;

    ValueSearch(Conventions conventions) {
        this.conventions = conventions;
    }

    /** Places that print the value as it is, in reading order. */
    List<Print> exact(FieldValue value, List<NumberedLine> lines) {
        List<Place> places = Print.of(lines);
        if (value instanceof FieldValue.Amount amount) {
            return windows(lines, conventions::amount, read -> read.compareTo(amount.value()) == 0, 1);
        }
        if (value instanceof FieldValue.Date date) {
            return dates(date, lines, places);
        }
        List<Print> prints = new LetterMatch(places).exact(value.asText());
        if (prints.isEmpty()) {
            return lineByLine(value.asText(), lines).map(List::of).orElseGet(() -> durations(value.asText(), places));
        }
        return prints;
    }

    /** The place that prints the value with the misreadings that recognition from pixels makes. */
    Optional<Print> misread(FieldValue value, List<NumberedLine> lines) {
        if (value instanceof FieldValue.Amount amount) {
            return windows(
                            lines,
                            text -> conventions
                                    .recognisedAmount(text)
                                    .or(() -> conventions.recognisedAmount(digits(text))),
                            read -> read.compareTo(amount.value()) == 0,
                            OTHER_SEPARATOR)
                    .stream()
                    .filter(print -> print.origins().contains(Origin.OCR.name()))
                    .findFirst();
        }
        if (value instanceof FieldValue.Date) {
            return Optional.empty();
        }
        return new LetterMatch(Print.of(lines)).misread(value.asText(), value instanceof FieldValue.Identifier);
    }

    /** Letters as the digits that they look like, in what is a number but for them. */
    private static String digits(String text) {
        return text.replaceAll("[oOQ]", "0")
                .replaceAll("[lI]", "1")
                .replace('S', '5')
                .replace('B', '8')
                .replace('Z', '2');
    }

    /** A text of several printed lines, each found by itself. */
    private static Optional<Print> lineByLine(String text, List<NumberedLine> lines) {
        List<String> parts = text.lines().filter(part -> !part.isBlank()).toList();
        if (parts.size() < 2) {
            return Optional.empty();
        }
        LetterMatch match = new LetterMatch(Print.of(lines));
        Optional<Print> all = Optional.empty();
        for (String part : parts) {
            List<Print> prints = match.exact(part);
            if (prints.isEmpty()) {
                return Optional.empty();
            }
            all = Optional.of(all.map(before -> before.and(prints.get(0))).orElse(prints.get(0)));
        }
        return all;
    }

    private static List<Print> durations(String value, List<Place> places) {
        String text = text(places);
        List<Print> prints = new ArrayList<>();
        for (Durations.Mention mention : Durations.in(text, new TextSpan(0, text.length()))) {
            if (mention.normalised().equals(value)) {
                prints.add(new Print(within(places, mention.span()), 1));
            }
        }
        return prints;
    }

    private List<Print> dates(FieldValue.Date date, List<NumberedLine> lines, List<Place> places) {
        List<Print> prints = new ArrayList<>(windows(lines, conventions::date, date.value()::equals, 1));
        if (prints.isEmpty()) {
            for (CalendarDates.Mention mention : CalendarDates.in(text(places))) {
                if (mention.date().equals(date.value())) {
                    prints.add(new Print(within(places, mention.span()), 1));
                }
            }
        }
        return prints;
    }

    /**
     * The runs of words of one line that mean the value. From each word the longest run that can be read counts, so that
     * dollars are not taken without the cents that stand in a column of their own.
     */
    private static <T> List<Print> windows(
            List<NumberedLine> lines, Function<String, Optional<T>> reader, Predicate<T> meant, double likeness) {
        List<Print> prints = new ArrayList<>();
        for (NumberedLine line : lines) {
            List<Place> places = Print.of(List.of(line));
            for (int from = 0; from < places.size(); from++) {
                for (int to = Math.min(places.size(), from + LONGEST); to > from; to--) {
                    Optional<T> read = reader.apply(bare(text(places.subList(from, to))));
                    if (read.isPresent()) {
                        if (meant.test(read.get())) {
                            prints.add(new Print(places.subList(from, to), likeness));
                            from = to - 1;
                        }
                        break;
                    }
                }
            }
        }
        return prints;
    }

    /** Without the marks that sentences set around a number. */
    private static String bare(String text) {
        return text.replaceAll("^[\"'\u201c\u2018\\[:;]+|[\"'\u201d\u2019\\],:;]+$", "")
                .replaceAll("(?<=\\d\\d)\\.$", "");
    }

    private static String text(List<Place> places) {
        StringBuilder text = new StringBuilder();
        for (Place place : places) {
            text.append(text.isEmpty() ? "" : " ").append(place.word().text());
        }
        return text.toString();
    }

    private static List<Place> within(List<Place> places, TextSpan span) {
        List<Place> found = new ArrayList<>();
        int at = 0;
        for (Place place : places) {
            int end = at + place.word().text().length();
            if (at < span.end() && end > span.start()) {
                found.add(place);
            }
            at = end + 1;
        }
        return found;
    }
}
