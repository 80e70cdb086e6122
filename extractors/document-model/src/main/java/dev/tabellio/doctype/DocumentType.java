package dev.tabellio.doctype;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A kind of document.
 *
 * @param id the folder's name, such as {@code us-w2}
 * @param version of the type, from {@code doctype.yaml}; shown in exports
 * @param title as people call it
 * @param family {@code tax-form} or {@code contract}: which deterministic reader reads it
 * @param definition the whole of {@code doctype.yaml}, for the stages that read their own part of it
 * @param schema JSON Schema 2020-12 of the exported fields
 * @param files the folder's other text files by relative name, such as {@code anchors.yaml}
 * @param digest SHA-256 over all files of the folder: what a result depends on
 */
public record DocumentType(
        String id,
        String version,
        String title,
        String family,
        Identity identity,
        JsonNode definition,
        JsonNode schema,
        Map<String, String> files,
        String digest) {

    public DocumentType {
        files = Map.copyOf(files);
    }

    public Optional<String> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** Pointers that must be cited before a document can be posted, from {@code doctype.yaml}'s {@code required}. */
    public List<String> required() {
        return definition.path("required").valueStream().map(JsonNode::asString).toList();
    }

    /**
     * Pointers of values that a page has to print before a document can be posted, where embedded data states them, from
     * {@code doctype.yaml}'s {@code printed}.
     */
    public List<String> printed() {
        return definition.path("printed").valueStream().map(JsonNode::asString).toList();
    }

    /**
     * Amounts that stand on forms of the type and are not needed, as patterns of their text, from {@code doctype.yaml}'s
     * {@code leftover.not-needed}.
     */
    public List<String> notNeeded() {
        return definition
                .path("leftover")
                .path("not-needed")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /**
     * Why a person has to look at every document of this type before it is posted, from {@code doctype.yaml}'s {@code
     * review}; empty if what proves itself may be posted.
     */
    public Optional<String> review() {
        return Optional.of(definition.path("review").asString("").strip()).filter(says -> !says.isEmpty());
    }
}
