package dev.tabellio.extraction.synthesis.model;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Checkbox;
import dev.tabellio.document.Citation;
import dev.tabellio.document.FieldValue;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Page;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.extraction.synthesis.CitationVerifier;
import dev.tabellio.extraction.synthesis.normalise.Conventions;
import dev.tabellio.extraction.text.Letters;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Looks up what a model stated. A value has to be printed in the cited lines: as it is, or, where the words were recognised
 * from pixels, within the bound of {@link LetterMatch}. If it is not, but stands in exactly one other place of the page, the
 * citation is repaired. A value that is printed nowhere fails, whatever it is.
 */
final class StatementCheck {

    /** Letters and digits that make a text found elsewhere more than a coincidence. */
    private static final int TELLING = 4;

    /** A clause of more lines is taken for a misunderstanding; the longest labelled clauses of contracts have about 60. */
    private static final int LONGEST_CLAUSE = 150;

    /** Confidence of a value that stands where the model said; below that of a reader who knows the label's place. */
    private static final double AS_CITED = 0.93;

    /** ... that stands elsewhere on the page. */
    private static final double REPAIRED = 0.8;

    /** A checkbox is ticked for what is printed within this distance, in points. */
    private static final double BESIDE = 15;

    private final ParsedFile file;
    private final NumberedText text;
    private final CitationVerifier verifier;
    private final Conventions conventions;
    private final ValueSearch search;

    /** @param file as displayed */
    StatementCheck(ParsedFile file, NumberedText text, Conventions conventions) {
        this.file = file;
        this.text = text;
        this.verifier = new CitationVerifier(file.upright());
        this.conventions = conventions;
        this.search = new ValueSearch(conventions);
    }

    Checked check(AskedField field, Statement statement) {
        if (statement instanceof Statement.Range range) {
            return clause(range);
        }
        if (statement instanceof Statement.Stated stated) {
            List<NumberedLine> cited = new ArrayList<>();
            for (String id : stated.lines()) {
                Optional<NumberedLine> line = text.line(id.strip());
                if (line.isEmpty()) {
                    return new Checked.Fails(stated.value(), "there is no line '%s'".formatted(id), nearby(cited));
                }
                line.filter(known -> !cited.contains(known)).ifPresent(cited::add);
            }
            return field.kind() == AskedField.Kind.FLAG
                    ? flag(stated, cited)
                    : field.choice() ? choice(field, stated, cited) : value(field, stated, cited);
        }
        return new Checked.NotThere();
    }

    private Checked clause(Statement.Range range) {
        Optional<NumberedLine> first = text.line(range.first().strip());
        Optional<NumberedLine> last = text.line(range.last().strip());
        String stated = range.first() + " to " + range.last();
        if (first.isEmpty() || last.isEmpty()) {
            return new Checked.Fails(stated, "there are no lines " + stated, List.of());
        }
        int from = first.get().order();
        int to = last.get().order() + 1;
        if (from >= to || to - from > LONGEST_CLAUSE) {
            return new Checked.Fails(
                    stated, "lines %s are no clause of 1 to %d lines".formatted(stated, LONGEST_CLAUSE), List.of());
        }
        List<Print.Place> places = Print.of(text.lines().subList(from, to));
        if (places.isEmpty()) {
            return new Checked.Fails(stated, "nothing is printed in lines " + stated, List.of());
        }
        Print print = new Print(places, 1);
        return held(new FieldValue.Text(print.text()), print, Citation.Status.VERIFIED, AS_CITED, "");
    }

    private Checked value(AskedField field, Statement.Stated stated, List<NumberedLine> cited) {
        Optional<FieldValue> parsed = parsed(field.kind(), stated.value());
        Optional<String> form =
                Optional.of(field.schema().path("pattern").asString("")).filter(pattern -> !pattern.isEmpty());
        if (parsed.isEmpty()
                || (form.isPresent()
                        && !Pattern.compile(form.get())
                                .matcher(parsed.get().asText())
                                .find())) {
            return new Checked.Fails(
                    stated.value(), "'%s' is not %s".formatted(stated.value(), expected(field)), nearby(cited));
        }
        FieldValue value = parsed.get();
        List<NumberedLine> ordered = cited.stream()
                .sorted((a, b) -> Integer.compare(a.order(), b.order()))
                .toList();
        Optional<Print> exact = search.exact(value, cited).stream()
                .findFirst()
                .or(() -> search.exact(value, ordered).stream().findFirst());
        if (exact.isPresent()) {
            return held(value, exact.get(), Citation.Status.VERIFIED, AS_CITED, "");
        }
        Optional<Print> misread = search.misread(value, ordered);
        if (misread.isPresent()) {
            Print print = misread.get();
            return held(
                    value,
                    print,
                    Citation.Status.VERIFIED,
                    AS_CITED * print.likeness(),
                    "read as '" + print.text() + "'");
        }
        return elsewhere(value, stated, cited);
    }

    private Checked elsewhere(FieldValue value, Statement.Stated stated, List<NumberedLine> cited) {
        List<NumberedLine> around = text.lines().stream()
                .filter(line -> cited.isEmpty() || cited.stream().anyMatch(one -> one.page() == line.page()))
                .toList();
        List<Print> prints =
                Letters.compact(value.asText()).length() < TELLING ? List.of() : search.exact(value, around);
        if (prints.size() == 1) {
            Print print = prints.get(0);
            return held(
                    value,
                    print,
                    Citation.Status.REPAIRED,
                    REPAIRED,
                    "found at " + print.places().get(0).line().id());
        }
        String where =
                cited.isEmpty() ? "no line was given" : "it is not printed in " + String.join(", ", stated.lines());
        return new Checked.Fails(
                stated.value(),
                "'%s': %s%s"
                        .formatted(
                                stated.value(),
                                where,
                                prints.isEmpty() ? "" : ", and in %d other places".formatted(prints.size())),
                nearby(cited));
    }

    private Checked flag(Statement.Stated stated, List<NumberedLine> cited) {
        boolean wanted = stated.value().equals("true");
        for (NumberedLine line : cited) {
            if (line.checkbox().isPresent() && line.checkbox().get().selected() == wanted) {
                return ticked(new FieldValue.Flag(wanted), line);
            }
            if (wanted && Letters.compact(line.text()).equals("x")) {
                return held(
                        new FieldValue.Flag(true),
                        new Print(Print.of(List.of(line)), 1),
                        Citation.Status.VERIFIED,
                        AS_CITED,
                        "");
            }
        }
        return new Checked.Fails(
                stated.value(),
                "no %s checkbox is at %s".formatted(wanted ? "ticked" : "empty", String.join(", ", stated.lines())),
                nearby(cited));
    }

    private Checked ticked(FieldValue value, NumberedLine line) {
        Checkbox box = line.checkbox().orElseThrow();
        Citation citation = displayed(new Citation(
                line.page(),
                box.box(),
                box.selected() ? CitationVerifier.TICKED : CitationVerifier.EMPTY,
                Origin.MODEL,
                Citation.Status.VERIFIED));
        return new Checked.Holds(
                value,
                List.of(citation),
                AS_CITED * box.confidence(),
                List.of(box.origin().name()),
                "");
    }

    /** The words of a choice stand in the cited lines; where they stand beside a checkbox, it is ticked. */
    private Checked choice(AskedField field, Statement.Stated stated, List<NumberedLine> cited) {
        FieldValue value = field.kind() == AskedField.Kind.IDENTIFIER
                ? new FieldValue.Identifier(stated.value())
                : new FieldValue.Text(stated.value());
        String words = stated.value().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        for (Print print : new LetterMatch(Print.of(cited)).exact(words)) {
            List<NumberedLine> beside = text
                    .checkboxes(print.places().get(0).line().page())
                    .stream()
                    .filter(box -> isBeside(box.box(), print))
                    .toList();
            Optional<NumberedLine> ticked = beside.stream()
                    .filter(box -> box.checkbox().orElseThrow().selected())
                    .findFirst();
            if (ticked.isPresent()) {
                return ticked(value, ticked.get());
            }
            if (beside.isEmpty()) {
                return held(value, print, Citation.Status.VERIFIED, AS_CITED, "");
            }
        }
        return new Checked.Fails(
                stated.value(),
                "'%s': its words, with a ticked checkbox if there is one, are not at %s"
                        .formatted(stated.value(), String.join(", ", stated.lines())),
                nearby(cited));
    }

    private static boolean isBeside(BoundingBox box, Print print) {
        BoundingBox words = BoundingBox.around(
                print.places().stream().map(place -> place.word().box()).toList());
        double gap = words.left() - box.right();
        return gap > -box.width() && gap < BESIDE && box.overlapY(words) > 0;
    }

    private Checked held(FieldValue value, Print print, Citation.Status status, double confidence, String remark) {
        List<Citation> citations = print.cite(status);
        for (Citation citation : citations) {
            if (!verifier.holds(citation)) {
                return new Checked.Fails(
                        value.asText(),
                        "'%s' does not stand by itself on page %d".formatted(citation.text(), citation.page()),
                        citations.stream().map(this::displayed).toList());
            }
        }
        return new Checked.Holds(
                value,
                citations.stream().map(this::displayed).toList(),
                confidence * print.confidence(),
                print.origins(),
                remark);
    }

    private List<Citation> nearby(List<NumberedLine> cited) {
        return cited.stream()
                .filter(line -> !line.words().isEmpty())
                .flatMap(line -> new Print(Print.of(List.of(line)), 1).cite(Citation.Status.VERIFIED).stream())
                .map(this::displayed)
                .toList();
    }

    private Citation displayed(Citation citation) {
        Page page = file.page(citation.page());
        return new Citation(
                citation.page(),
                page.frame().toDisplayed(citation.box(), page.width(), page.height()),
                citation.text(),
                citation.origin(),
                citation.status());
    }

    private Optional<FieldValue> parsed(AskedField.Kind kind, String value) {
        return switch (kind) {
            case AMOUNT -> amount(value).map(read -> new FieldValue.Amount(read, conventions.currency()));
            case DATE -> date(value).map(FieldValue.Date::new);
            case IDENTIFIER -> Optional.of(new FieldValue.Identifier(value));
            default -> Optional.of(new FieldValue.Text(value));
        };
    }

    private Optional<BigDecimal> amount(String value) {
        try {
            BigDecimal read = new BigDecimal(value);
            return read.scale() > 2 || read.precision() - read.scale() > 15
                    ? Optional.empty()
                    : Optional.of(read.setScale(2, RoundingMode.UNNECESSARY));
        } catch (NumberFormatException e) {
            return conventions.amount(value);
        }
    }

    private Optional<LocalDate> date(String value) {
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeException e) {
            return conventions.date(value);
        }
    }

    private static String expected(AskedField field) {
        String form = field.schema().path("pattern").asString("");
        return switch (field.kind()) {
            case AMOUNT -> "an amount like 1234.50";
            case DATE -> "a date like 2024-12-31";
            default -> "%s of the form %s".formatted(field.kind().name().toLowerCase(Locale.ROOT), form);
        };
    }
}
