package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Citation;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.synthesis.normalise.UsMoney;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the amounts of a form, and the people's numbers on it, that no field took: what extraction lost, or what the type
 * does not know. A row of a list of people (dependents, children) that was lost shows by its number.
 *
 * <p>In a form's fields every amount counts. In page text an amount has to be written as one (groups of thousands, cents),
 * or to stand right of a line's number with nothing between; and it must not be part of a sentence, for forms print limits
 * and thresholds in their texts. In the rows of tables every number counts, recognised ones too. Elsewhere recognised text
 * counts where it is sure and written as an amount.
 *
 * @param notNeeded patterns of amounts that the type declares not to need
 */
record Leftovers(List<Pattern> notNeeded) {

    /** An amount that is written as one. */
    private static final Pattern WRITTEN =
            Pattern.compile("[-(]?\\$?(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d{0,2})?|\\d{1,9}\\.\\d{2})\\)?");

    /** Digits that may be an amount where only amounts stand; years are none. */
    private static final Pattern DIGITS = Pattern.compile("(?!(?:19|20)\\d\\d$)\\(?\\d{3,9}\\.?\\)?");

    /** The number of a person, written as one. */
    private static final Pattern PERSON = Pattern.compile("\\d{3}-\\d{2}-\\d{4}");

    /** Codes and states stand close before their amounts. */
    private static final Pattern CODE = Pattern.compile("[A-Z]{1,2}");

    private static final Pattern LINE_NUMBER = Pattern.compile("\\d{1,2}[a-z]{0,2}");

    /** Words closer than this, in heights of the amount, make a sentence. */
    private static final double IN_SENTENCE = 0.7;

    /** A box to tick is this close to its label, in heights of the label. */
    private static final double BESIDE_BOX = 1.5;

    /** Recognised text that is less sure is often dirt. */
    private static final double SURE = 0.8;

    Leftovers {
        notNeeded = List.copyOf(notNeeded);
    }

    /** @throws IllegalArgumentException naming type and cause if a declared pattern is none */
    static Leftovers of(DocumentType type) {
        try {
            return new Leftovers(type.notNeeded().stream().map(Pattern::compile).toList());
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "document type %s: doctype.yaml: leftover.not-needed: %s".formatted(type.id(), e.getMessage()), e);
        }
    }

    /**
     * The amounts that stand in none of the fields' citations, the numbers of people that no field holds, and what is lost of the
     * rows of tables, page by page from top to bottom. Forms print the number of their taxpayer on every page, so it may stand
     * elsewhere than cited.
     *
     * @param ink numbers that stand in the rows of tables
     */
    List<Citation> of(List<LabelledPage> pages, List<Citation> ink, Collection<ExtractedField> fields) {
        List<Citation> taken =
                fields.stream().flatMap(field -> citations(field).stream()).toList();
        Set<String> people = taken.stream()
                .map(citation -> digits(citation.text()))
                .filter(number -> number.length() == 9)
                .collect(Collectors.toSet());
        List<Citation> leftovers = new ArrayList<>();
        for (LabelledPage page : pages) {
            Stream.concat(
                            page.values().stream()
                                    .filter(word -> isAmount(page, word) || isOtherPerson(word, people))
                                    .map(word -> new Citation(
                                            page.number(),
                                            word.box(),
                                            word.text(),
                                            word.origin(),
                                            Citation.Status.VERIFIED)),
                            ink.stream().filter(number -> number.page() == page.number()))
                    .distinct()
                    .filter(number -> taken.stream().noneMatch(citation -> covers(citation, number))
                            && notNeeded.stream()
                                    .noneMatch(pattern ->
                                            pattern.matcher(number.text()).matches()))
                    .sorted(Comparator.comparingDouble(number -> number.box().top()))
                    .forEach(leftovers::add);
        }
        return leftovers;
    }

    private static boolean covers(Citation citation, Citation number) {
        return citation.page() == number.page() && citation.box().grow(1).containsCenterOf(number.box());
    }

    private static List<Citation> citations(ExtractedField field) {
        if (field instanceof ExtractedField.Cited cited) {
            return cited.citations();
        }
        return field instanceof ExtractedField.Uncited uncited ? uncited.nearby() : List.of();
    }

    private static boolean isOtherPerson(Word word, Set<String> people) {
        return word.origin() != Origin.OCR
                && PERSON.matcher(word.text()).matches()
                && !people.contains(digits(word.text()));
    }

    private static String digits(String text) {
        return text.codePoints()
                .filter(Character::isDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isAmount(LabelledPage page, Word word) {
        if (UsMoney.parse(word.text()).isEmpty()) {
            return false;
        }
        boolean written = WRITTEN.matcher(word.text()).matches();
        if (word.origin() == Origin.OCR) {
            return written
                    && word.confidence() >= SURE
                    && standsAlone(page.print().words(), word);
        }
        boolean digits = DIGITS.matcher(word.text()).matches();
        if (word.origin() == Origin.FORM_FIELD) {
            return (written || digits) && standsAlone(page.values(), word);
        }
        List<Word> print = page.print().words();
        return standsAlone(print, word)
                && (written || (digits && isRightOfLineNumber(print, word) && !isBesideBox(page, word)));
    }

    private static boolean standsAlone(List<Word> words, Word amount) {
        double reach = IN_SENTENCE * amount.box().height();
        return words.stream()
                .noneMatch(word -> word != amount
                        && level(word.box(), amount.box())
                        && gap(word.box(), amount.box()) < reach
                        && !CODE.matcher(word.text()).matches()
                        && word.text().chars().anyMatch(Character::isLetterOrDigit));
    }

    private static boolean isRightOfLineNumber(List<Word> words, Word amount) {
        Optional<Word> left = words.stream()
                .filter(word -> word != amount
                        && level(word.box(), amount.box())
                        && word.box().centerX() < amount.box().left()
                        && word.text().chars().anyMatch(Character::isLetterOrDigit))
                .max(Comparator.comparingDouble(word -> word.box().right()));
        return left.isPresent() && LINE_NUMBER.matcher(left.get().text()).matches();
    }

    /** Numbers of forms are labels of boxes to tick. */
    private static boolean isBesideBox(LabelledPage page, Word word) {
        return page.checkboxes().stream()
                .anyMatch(box -> level(box.box(), word.box())
                        && gap(box.box(), word.box()) < BESIDE_BOX * word.box().height());
    }

    private static double gap(BoundingBox a, BoundingBox b) {
        return Math.max(0, Math.max(a.left() - b.right(), b.left() - a.right()));
    }

    private static boolean level(BoundingBox a, BoundingBox b) {
        return a.overlapY(b) >= 0.5 * Math.min(a.height(), b.height());
    }
}
