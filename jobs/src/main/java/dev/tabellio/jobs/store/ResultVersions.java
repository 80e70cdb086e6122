package dev.tabellio.jobs.store;

import dev.tabellio.document.ArtifactJson;

/**
 * Which versions led to a result. Each is the digest of what it names, so that equal ones mean equal behaviour.
 *
 * @param schema of the document's type, 12 hex digits
 * @param rules by which it was judged, 12 hex digits
 * @param code of the stages that carried it, 12 hex digits
 * @param prompt what models are told about the type; empty if none was asked
 * @param models that were asked, by tier; empty if none was
 */
public record ResultVersions(String schema, String rules, String code, String prompt, String models) {

    private static final int DIGITS = 12;

    /** The first digits of a text's SHA-256: enough to tell versions apart. */
    public static String shortened(String text) {
        return DerivationKey.digest(text).substring(0, DIGITS);
    }

    /** The same for a document about which models were asked. */
    public ResultVersions asking(String told, String asked) {
        return new ResultVersions(schema, rules, code, told, asked);
    }

    static ResultVersions parse(String json) {
        return ArtifactJson.mapper().readValue(json, ResultVersions.class);
    }

    String json() {
        return ArtifactJson.mapper().writeValueAsString(this);
    }
}
