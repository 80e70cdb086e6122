package dev.tabellio.samples.models;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * A model that gives each text a vector of its words: each word, and each run of four letters in it, adds to one of the
 * dimensions, which its checksum chooses (feature hashing). The same text has the same vector on every machine. Words that
 * mean the same share a dimension where they are declared to.
 *
 * @param alike groups of words, in small letters, that mean the same
 */
public record WordEmbedder(List<List<String>> alike) implements Script {

    private static final int DIMENSIONS = 256;
    private static final int RUN = 4;
    private static final float OF_RUN = 0.25f;

    public WordEmbedder {
        alike = alike.stream().map(List::copyOf).toList();
    }

    @Override
    public Reply reply(SeenRequest request) {
        return new Reply.Vectors(
                request.turns().stream().map(turn -> vector(turn.text())).toList());
    }

    /** The vector of a text; no text is without a direction. */
    public float[] vector(String text) {
        float[] vector = new float[DIMENSIONS];
        vector[0] = 1e-3f;
        for (String printed : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            String word = meaning(printed);
            vector[dimension(word)] += 1;
            for (int at = 0; at + RUN <= word.length(); at++) {
                vector[dimension(word.substring(at, at + RUN))] += OF_RUN;
            }
        }
        return vector;
    }

    private String meaning(String word) {
        return alike.stream()
                .filter(group -> group.contains(word))
                .map(group -> group.get(0))
                .findFirst()
                .orElse(word);
    }

    private static int dimension(String piece) {
        CRC32 checksum = new CRC32();
        checksum.update(piece.getBytes(StandardCharsets.UTF_8));
        return (int) (checksum.getValue() % DIMENSIONS);
    }
}
