package dev.tabellio.extraction.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds wordings in the sequences of words of a page. A page is asked for hundreds of wordings, most of which it does not
 * have, so the places where a match may begin are known by their first character.
 */
final class WordingIndex {

    private static final Comparator<Hit> BEST_FIRST = Comparator.comparingDouble(Hit::quality)
            .reversed()
            .thenComparing(hit -> hit.box().top())
            .thenComparing(hit -> hit.box().left());

    private final List<LetterStream> streams;
    private final boolean tolerant;
    private final PieceIndex pieces;
    private final Map<Character, List<Place>> placesByFirst = new HashMap<>();

    /** Where a match may begin. */
    private record Place(LetterStream stream, int letter) {}

    /** @param tolerant whether letters may differ */
    WordingIndex(List<LetterStream> streams, boolean tolerant) {
        this.streams = streams;
        this.tolerant = tolerant;
        this.pieces = new PieceIndex(tolerant ? streams : List.of());
        for (LetterStream stream : streams) {
            for (int letter = 0; letter < stream.starts(); letter++) {
                if (stream.begins(letter)) {
                    Place place = new Place(stream, letter);
                    char first = stream.text().charAt(letter);
                    places(first).add(place);
                    if (WordingMatcher.isDigit(first)) {
                        places(Wording.ANY_DIGIT).add(place);
                    }
                }
            }
        }
    }

    private List<Place> places(char first) {
        return placesByFirst.computeIfAbsent(first, key -> new ArrayList<>());
    }

    /** Every place where a wording stands, best first. */
    List<Hit> find(Wording wording) {
        List<Hit> hits = new ArrayList<>();
        Set<LetterStream> withExact = new HashSet<>();
        for (Place place : placesByFirst.getOrDefault(wording.pattern().charAt(0), List.of())) {
            if (WordingMatcher.isAt(place.stream(), place.letter(), wording)) {
                int last = place.letter() + wording.pattern().length() - 1;
                hits.add(place.stream().hit(wording, place.letter(), last, 1));
                withExact.add(place.stream());
            }
        }
        if (tolerant && wording.tolerance() > 0) {
            for (PieceIndex.Window window : pieces.windows(wording)) {
                LetterStream stream = streams.get(window.stream());
                if (!withExact.contains(stream)) {
                    hits.addAll(WordingMatcher.approximate(stream, window.from(), window.to(), wording));
                }
            }
        }
        hits.sort(BEST_FIRST);
        return hits;
    }
}
