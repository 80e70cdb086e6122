package dev.tabellio.jobs.tieout;

import dev.tabellio.jobs.store.DocumentRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which documents arrived together: in one file or in one folder, by any of their occurrences. */
final class Return {

    private final Map<String, Map<String, DocumentRow>> byFolder = new HashMap<>();
    private final Map<String, Set<String>> foldersOf = new HashMap<>();

    /** Notes that a document is also in the file at a path. */
    void add(DocumentRow document, String path) {
        String folder = folder(path);
        byFolder.computeIfAbsent(folder, key -> new LinkedHashMap<>()).putIfAbsent(document.id(), document);
        foldersOf.computeIfAbsent(document.id(), key -> new LinkedHashSet<>()).add(folder);
    }

    /** The documents that arrived together with this one, itself excluded, each once. */
    Collection<DocumentRow> beside(DocumentRow document) {
        Map<String, DocumentRow> beside = new LinkedHashMap<>();
        foldersOf
                .getOrDefault(document.id(), Set.of())
                .forEach(folder -> byFolder.getOrDefault(folder, Map.of()).forEach(beside::putIfAbsent));
        beside.remove(document.id());
        return beside.values();
    }

    private static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
