package dev.tabellio.samples.sets;

import java.util.List;

/**
 * Files that belong together and all that has to be found in them.
 *
 * @param id unique in the set, such as {@code us-w2/four-up}
 * @param rendering the same documents in another form belong to cases with the same ids but another rendering
 *     ({@code flat}, {@code fillable}, {@code packet}); empty where a set has just one
 * @param files relative to the set's inbox, forward slashes
 * @param documents every document of a type that the labels know
 * @param otherPages pages that belong to none of the documents; pages that the labels say nothing about are not listed
 */
public record LabelledCase(
        String id,
        String rendering,
        List<LabelledFile> files,
        List<ExpectedDocument> documents,
        List<ExpectedPage> otherPages) {

    /** @throws IllegalArgumentException if a document or page refers to a file that is not of this case */
    public LabelledCase {
        files = List.copyOf(files);
        documents = List.copyOf(documents);
        otherPages = List.copyOf(otherPages);
        List<String> names = files.stream().map(LabelledFile::path).toList();
        for (ExpectedDocument document : documents) {
            document.prints().forEach(print -> known(id, names, print.file()));
        }
        otherPages.forEach(page -> known(id, names, page.file()));
    }

    private static void known(String id, List<String> names, String file) {
        if (!names.contains(file)) {
            throw new IllegalArgumentException("case %s: %s is not one of its files".formatted(id, file));
        }
    }
}
