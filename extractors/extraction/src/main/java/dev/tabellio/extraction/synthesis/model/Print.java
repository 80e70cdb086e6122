package dev.tabellio.extraction.synthesis.model;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Citation;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Words of lines, in reading order, in which something was found.
 *
 * @param places word by word
 * @param likeness from 0 to 1; 1 if it is printed letter for letter
 */
record Print(List<Place> places, double likeness) {

    /** A word of a line. */
    record Place(NumberedLine line, Word word) {}

    Print {
        places = List.copyOf(places);
        if (places.isEmpty()) {
            throw new IllegalArgumentException("nothing is printed there");
        }
    }

    /** All words of some lines in their order. */
    static List<Place> of(List<NumberedLine> lines) {
        return lines.stream()
                .flatMap(line -> line.words().stream().map(word -> new Place(line, word)))
                .toList();
    }

    Print and(Print more) {
        List<Place> both = new ArrayList<>(places);
        more.places.stream().filter(place -> !both.contains(place)).forEach(both::add);
        return new Print(both, Math.min(likeness, more.likeness));
    }

    /** As printed, with single blanks. */
    String text() {
        return places.stream().map(place -> place.word().text()).collect(Collectors.joining(" "));
    }

    /** The least sure word decides. */
    double confidence() {
        return places.stream()
                .mapToDouble(place -> place.word().confidence())
                .min()
                .orElse(0);
    }

    List<String> origins() {
        return places.stream()
                .map(place -> place.word().origin().name())
                .distinct()
                .sorted()
                .toList();
    }

    /** One citation for each line, with a box tightly around its words; boxes are those of the upright page. */
    List<Citation> cite(Citation.Status status) {
        List<Citation> citations = new ArrayList<>();
        List<Word> onLine = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            onLine.add(places.get(i).word());
            NumberedLine line = places.get(i).line();
            if (i + 1 == places.size() || !places.get(i + 1).line().equals(line)) {
                citations.add(new Citation(
                        line.page(),
                        BoundingBox.around(onLine.stream().map(Word::box).toList()),
                        onLine.stream().map(Word::text).collect(Collectors.joining(" ")),
                        Origin.MODEL,
                        status));
                onLine.clear();
            }
        }
        return citations;
    }
}
