package dev.tabellio.samples.poison;

import dev.tabellio.samples.generate.Sample;

/**
 * A sample with an attack in it.
 *
 * @param sample with the truth of what is printed
 * @param language of the words, ISO 639-1
 */
public record PoisonedSample(Sample sample, HidingPlace place, String language, Attack attack) {

    public String id() {
        return sample.truth().id();
    }

    /** A sentence on what is in it. */
    public String note() {
        return "%s, %s: \"%s\" wants %s to be read as %s."
                .formatted(place.id(), language, attack.words(), attack.pointer(), attack.value());
    }
}
