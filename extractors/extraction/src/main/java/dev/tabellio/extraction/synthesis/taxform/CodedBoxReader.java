package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.document.Citation;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.synthesis.normalise.UsMoney;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads boxes that hold a letter code and an amount each, such as boxes 12a to 12d of Form W-2. */
final class CodedBoxReader {

    /** Shorter digits in an otherwise empty box are specks. */
    private static final int SHORTEST_AMOUNT = 3;

    private final BoxReader boxes;
    private final FieldMaker maker;

    CodedBoxReader(List<LabelledPage> pages, FieldMaker maker) {
        this.boxes = new BoxReader(pages);
        this.maker = maker;
    }

    TableReading read(TableRule.CodedBoxes rule) {
        Map<String, ExtractedField> fields = new LinkedHashMap<>();
        List<Citation> ink = new ArrayList<>();
        int index = 0;
        for (String box : rule.boxes()) {
            Optional<ValueText> text =
                    boxes.read(box, FieldRule.Part.WHOLE).stream().findFirst();
            text.ifPresent(place -> place.rows().stream()
                    .filter(CodedBoxReader::endsInAmount)
                    .forEach(line -> ink.addAll(TableReading.numbers(place.page(), line))));
            if (text.isPresent() && code(rule, index, text.get(), fields)) {
                index++;
            }
        }
        return new TableReading(fields, ink);
    }

    /** Code and amount stand on one row. An amount or a code alone was not read as a whole and is no value. */
    private boolean code(TableRule.CodedBoxes rule, int index, ValueText place, Map<String, ExtractedField> fields) {
        String row = "%s/%d/".formatted(rule.pointer(), index);
        ValueText text = place.withRows(place.rows().stream()
                .map(line ->
                        line.stream().map(word -> capital(word, rule.codes())).toList())
                .toList());
        List<Word> codes = text.words().stream()
                .filter(word -> rule.codes().contains(word.text()))
                .toList();
        for (List<Word> line : text.rows()) {
            List<Word> amount =
                    line.stream().filter(word -> UsMoney.isPart(word.text())).toList();
            if (codes.size() == 1 && line.contains(codes.get(0)) && !amount.isEmpty()) {
                fields.put(row + rule.codeLeaf(), make(FormSchema.Kind.TEXT, text, codes));
                fields.put(row + rule.amountLeaf(), make(FormSchema.Kind.AMOUNT, text, amount));
                return true;
            }
        }
        Optional<List<Word>> money =
                text.rows().stream().filter(CodedBoxReader::endsInAmount).findFirst();
        money.ifPresent(line -> fields.put(
                row + rule.amountLeaf(),
                FieldMaker.uncited(text.withRows(List.of(line)), "is an amount without a code")));
        if (codes.size() == 1 && text.origin() != Origin.OCR) {
            fields.put(
                    row + rule.codeLeaf(),
                    FieldMaker.uncited(text.withRows(List.of(codes)), "is a code without an amount"));
        }
        return money.isPresent() || (codes.size() == 1 && text.origin() != Origin.OCR);
    }

    /** Letters of one shape may be recognised as small ones; codes are capitals. */
    private static Word capital(Word word, Collection<String> codes) {
        String capitals = word.text().toUpperCase(Locale.ROOT);
        return word.origin() == Origin.OCR && codes.contains(capitals)
                ? new Word(capitals, word.box(), word.origin(), word.confidence(), word.otherReading())
                : word;
    }

    private static boolean endsInAmount(List<Word> line) {
        String last = line.get(line.size() - 1).text();
        return Stream.of(ValueText.text(line), last)
                .anyMatch(text ->
                        text.length() >= SHORTEST_AMOUNT && UsMoney.parse(text).isPresent());
    }

    private ExtractedField make(FormSchema.Kind kind, ValueText text, List<Word> words) {
        return maker.make(kind, ValueFormat.ANY, List.of(text.withRows(List.of(words))));
    }
}
