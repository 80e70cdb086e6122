package dev.tabellio.extraction.classify;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.document.Page;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.extraction.text.PageText;
import dev.tabellio.extraction.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why a page is recognised as the first page of a type, or is not, for whoever writes a type's {@code recognise}.
 *
 * @param page from 1
 * @param score 1 and above counts as recognised
 * @param evidence what {@code start} lists, in its order
 * @param never what stands on the page and must not
 * @param instances how many forms of the type would share the page
 */
public record RecognitionTrace(int page, double score, List<Item> evidence, List<String> never, int instances) {

    public RecognitionTrace {
        evidence = List.copyOf(evidence);
        never = List.copyOf(never);
    }

    /**
     * One line of {@code start}.
     *
     * @param says what is looked for
     * @param weight as a share of the threshold
     */
    public record Item(String says, double weight, boolean holds) {}

    /**
     * Looks at every page of a file.
     *
     * @throws IllegalArgumentException naming type, place and cause if the type's {@code recognise} is wrong
     */
    public static List<RecognitionTrace> of(DocumentType type, ParsedFile file) {
        Recognition recognition = Recognition.of(type);
        List<Page> pages = file.upright().pages();
        List<PageText> texts = pages.stream().map(PageText::of).toList();
        List<RecognitionTrace> traces = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            Page page = pages.get(i);
            PageText text = texts.get(i);
            List<PageText> following = texts.subList(i + 1, texts.size());
            Optional<PageText> before = i == 0 ? Optional.empty() : Optional.of(texts.get(i - 1));
            PageHeadings headings = new PageHeadings(text, page.height(), before);
            List<Item> items = new ArrayList<>();
            double sum = 0;
            for (Evidence evidence : recognition.start()) {
                double weight = evidence.weight() / recognition.threshold();
                boolean holds = Recogniser.holds(evidence, text, following, headings);
                sum += holds ? weight : 0;
                items.add(new Item(says(evidence), weight, holds));
            }
            List<String> never = recognition.never().stream()
                    .filter(text::contains)
                    .map(Wording::text)
                    .toList();
            traces.add(new RecognitionTrace(
                    page.number(),
                    sum < 1 ? sum : Recogniser.start(recognition, text, following, headings),
                    items,
                    never,
                    InstanceFinder.areas(page, text, recognition).size()));
        }
        return List.copyOf(traces);
    }

    private static String says(Evidence evidence) {
        String wordings = evidence.wordings().stream()
                .map(wording -> "'" + wording.text() + "'")
                .collect(Collectors.joining(" or "));
        return evidence.heading().map(pattern -> "a heading like " + pattern).orElse(wordings);
    }
}
