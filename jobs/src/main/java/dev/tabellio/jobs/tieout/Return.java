package dev.tabellio.jobs.tieout;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which documents arrived together: in one file or in one folder, by any of their occurrences. */
final class Return {

    private final Map<String, Set<Verdict>> byFolder = new HashMap<>();
    private final Map<String, Set<String>> foldersOf = new HashMap<>();

    /** @param occurrences of each document that is not a copy: paths of its file, of its copies and of equal bytes */
    Return(Map<Verdict, List<String>> occurrences) {
        occurrences.forEach((document, paths) -> paths.forEach(path -> {
            String folder = folder(path);
            byFolder.computeIfAbsent(folder, key -> new LinkedHashSet<>()).add(document);
            foldersOf
                    .computeIfAbsent(document.row().id(), key -> new LinkedHashSet<>())
                    .add(folder);
        }));
    }

    /** The documents that arrived together with this one, itself excluded, by file and place. */
    Collection<Verdict> beside(Verdict document) {
        Set<Verdict> beside = new LinkedHashSet<>();
        foldersOf
                .getOrDefault(document.row().id(), Set.of())
                .forEach(folder -> beside.addAll(byFolder.getOrDefault(folder, Set.of())));
        beside.remove(document);
        return beside;
    }

    private static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
