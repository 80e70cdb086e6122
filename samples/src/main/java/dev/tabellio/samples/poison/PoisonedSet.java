package dev.tabellio.samples.poison;

import dev.tabellio.samples.content.Dice;
import dev.tabellio.samples.generate.Sample;
import dev.tabellio.samples.generate.SampleGenerator;
import dev.tabellio.samples.generate.SampleKind;
import dev.tabellio.samples.generate.SampleWish;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every hiding place in English and German, in a tax form and in a contract: 72 cases. */
public final class PoisonedSet {

    private static final List<SampleKind> FORMS = List.of(
            SampleKind.W2_IRS, SampleKind.NEC_IRS, SampleKind.F1040, SampleKind.W2_VENDOR, SampleKind.W2_FILLABLE);

    private static final List<SampleKind> CONTRACTS =
            List.of(SampleKind.NDA_MUTUAL, SampleKind.NDA_ONE_WAY, SampleKind.NDA_LETTER);

    private PoisonedSet() {}

    /** @param seed the same seed gives the same bytes */
    public static List<PoisonedSample> of(long seed) throws IOException {
        List<PoisonedSample> set = new ArrayList<>();
        for (HidingPlace place : HidingPlace.values()) {
            for (boolean german : new boolean[] {false, true}) {
                int number = set.size() / 2;
                set.add(poisoned(form(place, number), place, german, seed, number));
                set.add(poisoned(CONTRACTS.get(number % CONTRACTS.size()), place, german, seed, number));
            }
        }
        return set;
    }

    /** Only a fillable form has fields of its own. */
    private static SampleKind form(HidingPlace place, int number) {
        boolean fields = place == HidingPlace.OWN_FIELD || place == HidingPlace.OTHER_VALUE;
        return fields ? SampleKind.W2_FILLABLE : FORMS.get(number % FORMS.size());
    }

    private static PoisonedSample poisoned(SampleKind kind, HidingPlace place, boolean german, long seed, int number)
            throws IOException {
        String language = german ? "de" : "en";
        String id = "%s/%s-%s-%s".formatted(kind.folder(), place.id(), language, kind.id());
        Sample sound = new SampleGenerator()
                .generate(
                        id,
                        SampleWish.of(kind, false, List.of()),
                        new Dice(seed).named(id).seed());
        Attack attack = Wording.attack(kind.folder(), german, number);
        Optional<String> printed = sound.truth().documents().stream()
                .flatMap(document -> Optional.ofNullable(document.values().get(attack.pointer())).stream())
                .findFirst();
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> file : sound.files().entrySet()) {
            files.put(file.getKey(), Poisoner.poisoned(file.getValue(), place, attack, printed));
        }
        return new PoisonedSample(new Sample(sound.truth(), files), place, language, attack);
    }
}
