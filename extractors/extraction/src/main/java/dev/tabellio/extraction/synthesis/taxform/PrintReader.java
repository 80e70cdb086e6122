package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.text.Hit;
import dev.tabellio.extraction.text.WordSequence;
import dev.tabellio.extraction.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the form itself prints, such as its year and which copy it is. */
final class PrintReader {

    private final List<LabelledPage> pages;

    PrintReader(List<LabelledPage> pages) {
        this.pages = List.copyOf(pages);
    }

    /** The first wording that is found with the pattern in it or right of it on its row; wordings are tried in order. */
    ExtractedField read(FieldRule.Printed rule, FormSchema.Kind kind) {
        for (Wording wording : rule.near()) {
            for (LabelledPage page : pages) {
                List<Hit> hits = new ArrayList<>(page.print().find(wording));
                hits.addAll(page.print().alongRows(wording));
                for (Hit hit : hits) {
                    ExtractedField field = read(page, hit, rule.pattern(), kind);
                    if (field instanceof ExtractedField.Cited) {
                        return field;
                    }
                }
            }
        }
        return new ExtractedField.Absent();
    }

    private static ExtractedField read(LabelledPage page, Hit hit, Pattern pattern, FormSchema.Kind kind) {
        List<Word> words = page.print().words();
        List<Integer> following = new ArrayList<>(hit.words());
        int last = hit.words().get(hit.words().size() - 1);
        for (WordSequence row : page.print().rows()) {
            int at = row.words().indexOf(last);
            if (at >= 0) {
                following.addAll(row.words().subList(at + 1, row.words().size()));
            }
        }
        StringBuilder text = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        for (int word : following) {
            text.append(text.isEmpty() ? "" : " ");
            starts.add(text.length());
            text.append(words.get(word).text());
        }
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return new ExtractedField.Absent();
        }
        int group = matcher.groupCount() > 0 && matcher.group(1) != null ? 1 : 0;
        List<Word> found = new ArrayList<>();
        for (int i = 0; i < following.size(); i++) {
            Word word = words.get(following.get(i));
            if (starts.get(i) < matcher.end(group)
                    && starts.get(i) + word.text().length() > matcher.start(group)) {
                found.add(word);
            }
        }
        ValueText place = new ValueText(
                page.number(),
                List.of(found),
                "printed beside '%s'".formatted(hit.wording().text()),
                hit.quality());
        return FieldMaker.printed(place, matcher.group(group), kind);
    }
}
