package dev.tabellio.extraction.llm.privacy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which kinds may leave the machine.
 *
 * @param mayLeave sent as printed; everything else gets a stand-in
 */
public record Privacy(Set<PrivateKind> mayLeave) {

    /** Nothing private leaves. */
    public static final Privacy STRICT = new Privacy(Set.of());

    /** Everything is sent as printed: for a model on this machine. */
    public static final Privacy OPEN = new Privacy(Set.of(PrivateKind.values()));

    public Privacy {
        mayLeave = Set.copyOf(mayLeave);
    }

    /**
     * Stand-ins for one document.
     *
     * @param lines all of its text in reading order; the order decides the numbers of the stand-ins
     * @param known values that were read, by the JSON pointers of their fields, in the order of the schema
     */
    public Pseudonyms pseudonyms(List<String> lines, Map<String, ? extends Collection<String>> known) {
        return new Pseudonyms(PrivateSearch.in(lines, known, this));
    }
}
