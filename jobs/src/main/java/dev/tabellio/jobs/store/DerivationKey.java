package dev.tabellio.jobs.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/**
 * What a result depends on, as a hash: the same key means that the stage would compute the same bytes again.
 *
 * @param value 64 lower-case hex digits
 */
public record DerivationKey(String value) {

    /** @throws IllegalArgumentException if it is not a SHA-256 */
    public DerivationKey {
        if (!value.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a derivation key: " + value);
        }
    }

    /**
     * The key of a stage's result.
     *
     * @param version of the stage with all configuration that matters to its result
     * @param inputs keys or digests of what it works on
     */
    public static DerivationKey of(Stage stage, String version, Collection<String> inputs) {
        List<String> parts = new ArrayList<>(List.of(version));
        parts.addAll(inputs);
        return of(stage.name(), parts);
    }

    /** The key of something that is no stage's result. @param kind sets it apart from other things */
    public static DerivationKey of(String kind, Collection<String> parts) {
        MessageDigest sha256 = sha256();
        add(sha256, kind);
        parts.forEach(part -> add(sha256, part));
        return new DerivationKey(HexFormat.of().formatHex(sha256.digest()));
    }

    /** As {@link #of(Stage, String, Collection)}. */
    public static DerivationKey of(Stage stage, String version, String... inputs) {
        return of(stage, version, List.of(inputs));
    }

    /** SHA-256 of a text as hex digits, for digests of identities and values. */
    public static String digest(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        // the length goes first, so that ("ab", "c") and ("a", "bc") differ
        for (int shift = 24; shift >= 0; shift -= 8) {
            digest.update((byte) (bytes.length >>> shift));
        }
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
