package dev.tabellio.extraction.synthesis.contract;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Citation;
import dev.tabellio.document.Document;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.FieldValue;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageArea;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.Signature;
import dev.tabellio.document.TextLine;
import dev.tabellio.document.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who signs, when, and whether it was done: the places to sign on a document's pages as rows. A name in print that may or may
 * not be a signature gives a name without saying that it was signed.
 */
final class SignatureReader {

    private final ParsedFile file;
    private final Document document;

    SignatureReader(ParsedFile file, Document document) {
        this.file = file;
        this.document = document;
    }

    /** The values by pointer, in the order of the pages. */
    Map<String, ExtractedField> read() {
        Map<String, ExtractedField> fields = new LinkedHashMap<>();
        int rows = 0;
        for (PageArea area : document.areas()) {
            Page page = file.page(area.page());
            for (Signature signature : page.signatures()) {
                if (area.area().containsCenterOf(signature.box())) {
                    Map<String, ExtractedField> row = row(page, signature);
                    String at = "/Signatures/%s/".formatted(rows);
                    row.forEach((name, field) -> fields.put(at + name, field));
                    rows += row.isEmpty() ? 0 : 1;
                }
            }
        }
        return fields;
    }

    private static Map<String, ExtractedField> row(Page page, Signature signature) {
        Map<String, ExtractedField> row = new LinkedHashMap<>();
        if (signature.mark() != Signature.Mark.TYPED) {
            row.put(
                    "Signed",
                    cited(
                            page,
                            signature.words(),
                            new FieldValue.Flag(signature.isSigned()),
                            certainty(signature.mark()),
                            how(signature.mark())));
        }
        String name = text(page, signature.signer());
        if (PersonNames.matches(name.replaceAll("['’]", ""))) {
            row.put(
                    "Signatory",
                    cited(page, signature.signer(), new FieldValue.Text(name), 0.9, "name in or below the signature"));
        }
        CalendarDates.in(text(page, signature.date())).stream()
                .findFirst()
                .ifPresent(date -> row.put(
                        "Date",
                        cited(
                                page,
                                signature.date(),
                                new FieldValue.Date(date.date()),
                                0.9,
                                "date beside the signature")));
        return row;
    }

    /**
     * How sure it is that a place was signed, or was not. In 53 agreements of EDGAR and 60 of CUAD all 256 in print were
     * signatures; ink and pictures may be stamps, and of empty places a few are no places to sign (2026-11-21).
     */
    private static double certainty(Signature.Mark mark) {
        return switch (mark) {
            case CONFORMED, DIGITAL -> 0.97;
            case PICTURE, INK, EMPTY, TYPED -> 0.85;
        };
    }

    private static String how(Signature.Mark mark) {
        return switch (mark) {
            case EMPTY -> "a place to sign with nothing on it";
            case TYPED -> "a name in print at a place to sign";
            case CONFORMED -> "\"/s/\" and a name";
            case INK -> "strokes of a pen at a place to sign";
            case PICTURE -> "a picture at a place to sign";
            case DIGITAL -> "a digital signature, whose validity was not checked";
        };
    }

    private static String text(Page page, List<Integer> words) {
        return words.stream().map(i -> page.words().get(i).text()).collect(Collectors.joining(" "));
    }

    private static ExtractedField cited(
            Page page, List<Integer> words, FieldValue value, double certainty, String how) {
        double confidence = certainty;
        for (int i : words) {
            confidence = Math.min(confidence, certainty * page.words().get(i).confidence());
        }
        return new ExtractedField.Cited(value, citations(page, words), confidence, how);
    }

    /** A citation for each line that the words stand on. */
    private static List<Citation> citations(Page page, List<Integer> words) {
        List<Citation> citations = new ArrayList<>();
        for (TextLine line : page.lines()) {
            List<Word> onLine = line.words().stream()
                    .filter(words::contains)
                    .map(page.words()::get)
                    .toList();
            if (!onLine.isEmpty()) {
                citations.add(new Citation(
                        page.number(),
                        BoundingBox.around(onLine.stream().map(Word::box).toList()),
                        onLine.stream().map(Word::text).collect(Collectors.joining(" ")),
                        onLine.get(0).origin(),
                        Citation.Status.VERIFIED));
            }
        }
        return citations;
    }
}
