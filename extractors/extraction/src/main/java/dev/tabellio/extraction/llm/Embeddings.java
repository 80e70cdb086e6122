package dev.tabellio.extraction.llm;

import dev.tabellio.extraction.llm.ModelRequest.Role;
import dev.tabellio.extraction.llm.ModelRequest.Turn;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Questions to a model that answers with vectors: one turn for each text, one vector for each turn. They are requests like
 * others, so that ledger, budgets, pace and stand-ins hold for them without exception.
 *
 * <p>An answer is a JSON array of strings, each the Base64 of a vector's 32-bit numbers: a third of the length of decimals,
 * and the same bits again when it is read from the ledger.
 */
public final class Embeddings {

    private static final String NAME = "embedding";
    private static final String QUERY = "query";
    private static final String PASSAGE = "passage";

    private Embeddings() {}

    /** Asks for the vectors of what is looked for; the texts are a type's own and know no document. */
    public static ModelRequest queries(List<String> texts) {
        return request(QUERY, texts);
    }

    /** Asks for the vectors of parts of a document. */
    public static ModelRequest passages(List<String> texts) {
        return request(PASSAGE, texts);
    }

    private static ModelRequest request(String kind, List<String> texts) {
        return new ModelRequest(
                kind,
                texts.stream().map(text -> new Turn(Role.USER, text)).toList(),
                NAME,
                JsonNodeFactory.instance.objectNode(),
                1);
    }

    /** Whether a request asks for vectors of what is looked for. */
    public static boolean areQueries(ModelRequest request) {
        return request.schemaName().equals(NAME) && request.instructions().equals(QUERY);
    }

    /** The texts of a request, in order. */
    public static List<String> texts(ModelRequest request) {
        return request.turns().stream().map(Turn::text).toList();
    }

    /** Vectors as the text of an answer. */
    public static String written(List<float[]> vectors) {
        ArrayNode written = JsonNodeFactory.instance.arrayNode();
        for (float[] vector : vectors) {
            ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
            bytes.asFloatBuffer().put(vector);
            written.add(Base64.getEncoder().encodeToString(bytes.array()));
        }
        return written.toString();
    }

    /**
     * The vectors of an answer, in the order of the texts.
     *
     * @throws IllegalArgumentException if it has none
     */
    public static List<float[]> vectors(ModelAnswer answer) {
        try {
            List<float[]> vectors = new ArrayList<>();
            for (JsonNode written : JsonMapper.shared().readTree(answer.text())) {
                ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(written.asString("")));
                float[] vector = new float[bytes.remaining() / Float.BYTES];
                bytes.asFloatBuffer().get(vector);
                vectors.add(vector);
            }
            return vectors;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the answer holds no vectors", e);
        }
    }
}
