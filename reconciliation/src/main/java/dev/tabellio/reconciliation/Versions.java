package dev.tabellio.reconciliation;

import dev.tabellio.doctype.DocumentType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Version strings for derivation keys: the engine's own version, then a digest of what it was given. */
final class Versions {

    /** To be raised with every change of code that can change a finding. */
    static final String RECONCILER = "reconcile-8";

    static final String TIE_OUT = "tie-out-1";

    private static final int DIGITS = 16;

    private Versions() {}

    /** @param types whose rules, schema, identity and required fields matter */
    static String of(String engine, double threshold, DocumentType... types) {
        StringBuilder all = new StringBuilder().append(threshold);
        for (DocumentType type : types) {
            all.append('\n')
                    .append(type.id())
                    .append('\n')
                    .append(type.required())
                    .append('\n')
                    .append(type.printed())
                    .append('\n')
                    .append(type.review().orElse(""))
                    .append('\n')
                    .append(type.identity())
                    .append('\n')
                    .append(type.schema())
                    .append('\n')
                    .append(type.file("rules.yaml").orElse(""));
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return engine + "-" + HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
