package dev.tabellio.extraction.synthesis.model;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.extraction.llm.Embeddings;
import dev.tabellio.extraction.llm.ModelAccess;
import dev.tabellio.extraction.llm.ModelAccess.Charged;
import dev.tabellio.extraction.llm.ModelAccess.Purpose;
import dev.tabellio.extraction.llm.ModelAnswer;
import dev.tabellio.extraction.llm.ModelCapabilities;
import dev.tabellio.extraction.llm.ModelRequest;
import dev.tabellio.extraction.llm.ModelUnavailable;
import dev.tabellio.extraction.llm.Tier;
import dev.tabellio.extraction.llm.tokens.TokenCounter;
import dev.tabellio.extraction.synthesis.model.search.Meanings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Ranks the sections of one document by what they mean, with vectors of the model that is configured for it.
 *
 * <p>The vectors of a type's fields are asked for together, so that they are the same requests for every document of the
 * type and paid for once. Where the model can not be asked the document waits, as for any other model: what is shown for a
 * field must not depend on the weather. Where it may not be asked there is no ranking.
 */
final class MeaningSearch {

    /** Texts of a request: with vectors of 4,096 dimensions the answer still fits the ledger's million characters. */
    static final int BATCH = 32;

    private final DocumentType type;
    private final ModelAccess access;
    private final Optional<Purpose> purpose;
    private final TokenCounter tokens;
    private final int contextTokens;
    private final List<ModelReading.Call> calls = new ArrayList<>();
    private final Set<ModelRequest> unpaid = new LinkedHashSet<>();
    private final Map<ModelRequest, List<float[]>> vectors = new HashMap<>();

    private MeaningSearch(
            DocumentType type,
            ModelAccess access,
            Optional<Purpose> purpose,
            TokenCounter tokens,
            ModelCapabilities capabilities) {
        this.type = type;
        this.access = access;
        this.purpose = purpose;
        this.tokens = tokens;
        this.contextTokens = capabilities.contextTokens();
    }

    /**
     * A search for one document; empty if no model is configured for it.
     *
     * @param purpose whom to charge; empty to use only what is paid for, and to plan the rest
     */
    static Optional<MeaningSearch> of(
            DocumentType type, ModelAccess access, Optional<Purpose> purpose, TokenCounter tokens) {
        return access.capabilities(Tier.EMBEDDER)
                .map(capabilities -> new MeaningSearch(type, access, purpose, tokens, capabilities));
    }

    /** Calls so far. */
    List<ModelReading.Call> calls() {
        return List.copyOf(calls);
    }

    /** Calls that are not paid for and were not made. */
    List<PlannedCall> planned() {
        return unpaid.stream()
                .map(request -> new PlannedCall(Tier.EMBEDDER, request, List.of(), tokens.input(request), 0))
                .toList();
    }

    /**
     * For each field all sections, the nearest in meaning first.
     *
     * @return empty if the model may not be asked, or its answers are not paid for
     * @throws ModelUnavailable if it can not be asked now
     */
    Optional<List<List<Integer>>> rankings(List<Section> sections, List<AskedField> fields) {
        List<String> all = FieldSet.of(type).asked().fields().stream()
                .map(field -> fitting(ShownLines.wanted(field).text()))
                .toList();
        List<String> texts = sections.stream()
                .map(section -> fitting(section.heading() + "\n" + section.text()))
                .toList();
        Optional<List<float[]>> wanted = vectors(all, Embeddings::queries);
        Optional<List<float[]>> passages = vectors(texts, Embeddings::passages);
        if (wanted.isEmpty() || passages.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(fields.stream()
                .map(field -> fitting(ShownLines.wanted(field).text()))
                .map(text -> Meanings.nearest(wanted.get().get(all.indexOf(text)), passages.get()))
                .toList());
    }

    private Optional<List<float[]>> vectors(List<String> texts, Function<List<String>, ModelRequest> question) {
        List<float[]> found = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += BATCH) {
            ModelRequest request = question.apply(texts.subList(from, Math.min(texts.size(), from + BATCH)));
            vectors(request).ifPresent(found::addAll);
        }
        return found.size() == texts.size() ? Optional.of(found) : Optional.empty();
    }

    private Optional<List<float[]>> vectors(ModelRequest request) {
        List<float[]> before = vectors.get(request);
        if (before != null) {
            return Optional.of(before);
        }
        Optional<List<float[]>> found = answer(request).map(Embeddings::vectors);
        found.ifPresent(some -> vectors.put(request, some));
        return found;
    }

    private Optional<ModelAnswer> answer(ModelRequest request) {
        if (purpose.isEmpty()) {
            Optional<ModelAnswer> known = access.known(Tier.EMBEDDER, request);
            if (known.isEmpty()) {
                unpaid.add(request);
            }
            return known;
        }
        try {
            Charged charged = access.ask(Tier.EMBEDDER, request, purpose.get());
            ModelAnswer answer = charged.answer();
            calls.add(new ModelReading.Call(
                    Tier.EMBEDDER,
                    1,
                    answer.model(),
                    List.of(),
                    charged.call(),
                    charged.paidNow(),
                    answer.finish(),
                    answer.usage(),
                    List.of()));
            return Optional.of(answer);
        } catch (ModelUnavailable e) {
            if (e.reason() == ModelUnavailable.Reason.FORBIDDEN) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** As many of its first lines as the model takes in; providers refuse the others. */
    private String fitting(String text) {
        String part = text.strip();
        while (tokens.count(part) * ContextLimit.MARGIN > contextTokens && part.length() > 1) {
            int end = part.lastIndexOf('\n');
            part = part.substring(0, end > 0 ? end : part.length() / 2).strip();
        }
        return part;
    }
}
