package dev.tabellio.samples.generate;

import dev.tabellio.samples.sets.LabelledCase;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A case that was made.
 *
 * @param files content by path relative to the set's inbox
 */
public record Sample(LabelledCase truth, Map<String, byte[]> files) {

    public Sample {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }
}
