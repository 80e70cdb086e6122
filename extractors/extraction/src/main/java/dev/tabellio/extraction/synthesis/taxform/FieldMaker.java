package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.document.Checkbox;
import dev.tabellio.document.Citation;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.FieldValue;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.synthesis.CitationVerifier;
import dev.tabellio.extraction.synthesis.normalise.Conventions;
import dev.tabellio.extraction.synthesis.normalise.GenerationSuffix;
import dev.tabellio.extraction.synthesis.normalise.TaxpayerNumber;
import dev.tabellio.extraction.synthesis.normalise.UsStates;
import dev.tabellio.extraction.text.Letters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Turns what stands in a place into a value of the schema's kind, or says why it is none. */
final class FieldMaker {

    private static final Pattern ZIP = Pattern.compile("\\d{5}(?:-?\\d{4})?");
    private static final Pattern PHONE = Pattern.compile("\\+?[\\d() .x-]{7,20}");
    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d{2}\\b");
    private static final Pattern COMB = Pattern.compile("[0-9A-Z*-]+(?: [0-9A-Z*-]+)*");
    private static final Pattern DIGITS = Pattern.compile("\\d+(?: \\d+)*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:,\\d{3})+|\\d{1,12}");

    /** Confidence by origin before the place is weighed: what a form field or the text layer says is what was entered. */
    private static final double AS_ENTERED = 0.995;

    private static final double AS_PRINTED = 0.99;

    /** A separator that was read as another one, or words in the box that are no part of the value. */
    private static final double DOUBTFUL = 0.85;

    /** So many words in small letters are a sentence of the form. */
    private static final int SENTENCE = 4;

    private final Conventions conventions;
    private final OwnPrint ownPrint;

    FieldMaker(Conventions conventions, OwnPrint ownPrint) {
        this.conventions = conventions;
        this.ownPrint = ownPrint;
    }

    /** A field from all places that may hold it. Places that agree support each other; places that do not are uncited. */
    ExtractedField make(FormSchema.Kind kind, ValueFormat format, List<ValueText> all) {
        List<ValueText> places = all.stream()
                .filter(place -> saysSomething(kind, place))
                .map(place -> (kind == FormSchema.Kind.TEXT || kind == FormSchema.Kind.IDENTIFIER)
                                && format == ValueFormat.ANY
                        ? unlessPrint(place)
                        : place)
                .toList();
        List<Reading> readings = new ArrayList<>();
        for (ValueText place : places) {
            if (place.doubt().isPresent()) {
                continue;
            }
            read(kind, format, place).ifPresent(readings::add);
        }
        if (readings.isEmpty()) {
            return places.stream()
                    .findFirst()
                    .<ExtractedField>map(place ->
                            uncited(place, place.doubt().orElseGet(() -> "is not " + described(kind, format))))
                    .orElseGet(ExtractedField.Absent::new);
        }
        Reading first = readings.get(0);
        Optional<Reading> other = readings.stream()
                .filter(reading -> !reading.value.asText().equals(first.value.asText()))
                .findFirst();
        if (other.isPresent()) {
            return new ExtractedField.Uncited(
                    first.text.text(),
                    "another place reads '%s'".formatted(other.get().text.text()),
                    List.of(citation(first.text), citation(other.get().text)));
        }
        Reading best = readings.stream()
                .reduce((a, b) -> b.confidence > a.confidence ? b : a)
                .orElseThrow();
        return new ExtractedField.Cited(best.value, List.of(citation(best.text)), best.confidence, best.text.how());
    }

    /**
     * A dollar sign that the form prints in an empty box is no value; nor is, where amounts and dates stand, the end of a label
     * or a sentence under the box. "SEE ATTACHED" was entered.
     */
    private static boolean saysSomething(FormSchema.Kind kind, ValueText place) {
        String letters = Letters.compact(place.text());
        if (letters.isEmpty()) {
            return false;
        }
        boolean print = (kind == FormSchema.Kind.AMOUNT || kind == FormSchema.Kind.DATE)
                && place.origin() == Origin.TEXT_LAYER
                && letters.chars().noneMatch(Character::isDigit)
                && (letters.length() == 1 || runsOn(place));
        return !print;
    }

    /** Whether all words are in small letters, or so many that they make a sentence. */
    private static boolean runsOn(ValueText place) {
        List<String> words = place.words().stream()
                .map(Word::text)
                .filter(word -> word.chars().anyMatch(Character::isLetter))
                .toList();
        long small = words.stream()
                .filter(word -> word.chars().noneMatch(Character::isUpperCase))
                .count();
        return small == words.size() || small >= SENTENCE;
    }

    /** What was entered in a field is no print, whatever it says. */
    private ValueText unlessPrint(ValueText place) {
        return place.doubt().isPresent() || place.isEmpty() || place.origin() == Origin.FORM_FIELD
                ? place
                : ownPrint.in(place)
                        .map(print -> place.doubted("holds the form's own print '%s'".formatted(print)))
                        .orElse(place);
    }

    /** A text put together from several places; a word that lies in two of them is taken once. */
    ExtractedField joined(List<List<ValueText>> rows) {
        Optional<ValueText> doubtful = rows.stream()
                .flatMap(List::stream)
                .map(this::unlessPrint)
                .filter(text -> text.doubt().isPresent())
                .findFirst();
        if (doubtful.isPresent()) {
            return uncited(doubtful.get(), doubtful.get().doubt().orElseThrow());
        }
        List<String> lines = new ArrayList<>();
        List<Citation> citations = new ArrayList<>();
        Set<Word> used = new HashSet<>();
        double confidence = 1;
        String how = "";
        for (List<ValueText> row : rows) {
            List<String> parts = new ArrayList<>();
            for (ValueText whole : row) {
                ValueText text = whole.without(used);
                if (text.isEmpty()) {
                    continue;
                }
                used.addAll(text.words());
                parts.add(String.join(" ", text.lines()));
                citations.add(citation(text));
                confidence = Math.min(confidence, confidence(text));
                how = how.isEmpty() ? text.how() : how;
            }
            if (!parts.isEmpty()) {
                lines.add(String.join(" ", parts));
            }
        }
        return lines.isEmpty()
                ? new ExtractedField.Absent()
                : new ExtractedField.Cited(new FieldValue.Text(String.join("\n", lines)), citations, confidence, how);
    }

    /** Print of the form itself; the value may be a part of the cited words. */
    static ExtractedField printed(ValueText place, String value, FormSchema.Kind kind) {
        return new ExtractedField.Cited(
                kind == FormSchema.Kind.IDENTIFIER ? new FieldValue.Identifier(value) : new FieldValue.Text(value),
                List.of(citation(place)),
                confidence(place),
                place.how());
    }

    static ExtractedField ticked(FieldValue value, int page, Checkbox box, double quality, String how) {
        String mark = box.selected() ? CitationVerifier.TICKED : CitationVerifier.EMPTY;
        Citation citation = new Citation(page, box.box(), mark, box.origin(), Citation.Status.VERIFIED);
        double sure = box.origin() == Origin.FORM_FIELD ? AS_ENTERED : AS_PRINTED;
        return new ExtractedField.Cited(value, List.of(citation), Math.min(sure, box.confidence()) * quality, how);
    }

    static ExtractedField.Uncited uncited(ValueText place, String why) {
        return new ExtractedField.Uncited(
                place.text(), "'%s' %s %s".formatted(place.text(), place.how(), why), List.of(citation(place)));
    }

    static Citation citation(ValueText text) {
        return new Citation(
                text.page(), text.box(), text.text(), text.origin(), Citation.Status.VERIFIED, text.otherReading());
    }

    static double confidence(ValueText text) {
        double read = switch (text.origin()) {
            case FORM_FIELD -> AS_ENTERED;
            case OCR -> Math.min(AS_PRINTED, text.confidence());
            default -> AS_PRINTED;
        };
        return read * text.quality();
    }

    private Optional<Reading> read(FormSchema.Kind kind, ValueFormat format, ValueText place) {
        if (kind == FormSchema.Kind.AMOUNT) {
            return amount(place);
        }
        Optional<Reading> whole = value(kind, format, place).map(value -> new Reading(value, place, confidence(place)));
        if (whole.isPresent() || place.rows().size() < 2) {
            return whole;
        }
        return single(place, row -> value(kind, format, row));
    }

    private Optional<FieldValue> value(FormSchema.Kind kind, ValueFormat format, ValueText place) {
        String text = place.text();
        Optional<String> shaped = switch (format) {
            case ANY -> Optional.of(place.origin() == Origin.OCR ? GenerationSuffix.recognised(text) : text);
            case SSN -> TaxpayerNumber.SSN.parse(text);
            case EIN -> TaxpayerNumber.EIN.parse(text);
            case TIN -> TaxpayerNumber.TIN.parse(text);
            case STATE -> UsStates.parse(text);
            case ZIP -> Optional.of(text).filter(t -> ZIP.matcher(t).matches());
            case PHONE -> Optional.of(text).filter(t -> PHONE.matcher(t).matches());
            case YEAR -> year(text);
            case NUMBER ->
                Optional.of(text).filter(t -> NUMBER.matcher(t).matches()).map(t -> t.replace(",", ""));
            case COMB ->
                Optional.of(text).filter(t -> COMB.matcher(t).matches()).map(t -> t.replace(" ", ""));
            case DIGITS -> digits(text);
        };
        if (kind == FormSchema.Kind.DATE) {
            return conventions.date(text).map(FieldValue.Date::new);
        }
        return shaped.map(
                t -> kind == FormSchema.Kind.IDENTIFIER ? new FieldValue.Identifier(t) : new FieldValue.Text(t));
    }

    private static Optional<String> digits(String text) {
        return Optional.of(text).filter(t -> DIGITS.matcher(t).matches()).map(t -> t.replace(" ", ""));
    }

    private static Optional<String> year(String text) {
        List<String> years =
                YEAR.matcher(text).results().map(MatchResult::group).distinct().toList();
        return years.size() == 1 ? Optional.of(years.get(0)) : Optional.empty();
    }

    private Optional<Reading> amount(ValueText place) {
        boolean recognised = place.origin() == Origin.OCR;
        return single(place, row -> {
            Optional<BigDecimal> strict = conventions.amount(row.text());
            Optional<BigDecimal> amount =
                    strict.or(() -> recognised ? conventions.recognisedAmount(row.text()) : strict);
            return amount.map(value -> new FieldValue.Amount(value, conventions.currency()));
        });
    }

    /** The one row that reads as a value; none if two do. */
    private Optional<Reading> single(ValueText place, Parser parser) {
        List<Reading> readings = new ArrayList<>();
        for (List<Word> row : place.rows()) {
            ValueText text = place.withRows(List.of(row));
            parser.parse(text).ifPresent(value -> {
                boolean plain = place.rows().size() == 1
                        && (!(value instanceof FieldValue.Amount)
                                || conventions.amount(text.text()).isPresent());
                readings.add(new Reading(value, text, confidence(text) * (plain ? 1 : DOUBTFUL)));
            });
        }
        return readings.size() == 1 ? Optional.of(readings.get(0)) : Optional.empty();
    }

    private static String described(FormSchema.Kind kind, ValueFormat format) {
        return switch (format) {
            case ANY ->
                switch (kind) {
                    case AMOUNT -> "one amount";
                    case DATE -> "one date";
                    default -> "readable";
                };
            case SSN -> "a social security number";
            case EIN -> "an employer identification number";
            case TIN -> "a taxpayer identification number";
            case STATE -> "a state code";
            case ZIP -> "a ZIP code";
            case PHONE -> "a telephone number";
            case NUMBER -> "a whole number";
            case YEAR -> "one year";
            case COMB -> "in boxes for a character each";
            case DIGITS -> "digits alone";
        };
    }

    private interface Parser {
        Optional<FieldValue> parse(ValueText row);
    }

    private record Reading(FieldValue value, ValueText text, double confidence) {}
}
