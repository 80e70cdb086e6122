package dev.tabellio.jobs.inspect;

import dev.tabellio.document.Classification;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageUse;
import dev.tabellio.document.ParsedFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says about each page how it was read and what it was taken for. */
final class PageViews {

    private PageViews() {}

    static List<FileView.PageView> of(Optional<ParsedFile> parsed, Optional<Classification> classification) {
        return parsed.stream()
                .flatMap(file -> file.pages().stream())
                .map(page -> new FileView.PageView(
                        page.number(),
                        words(page.reading()),
                        classification.map(split -> use(split, page)).orElse(""),
                        page.words().size()))
                .toList();
    }

    private static String use(Classification split, Page page) {
        PageUse use = split.pages().get(page.number() - 1);
        return use.says().isBlank() ? words(use.kind()) : words(use.kind()) + ": " + use.says();
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
