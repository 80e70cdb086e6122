package dev.tabellio.jobs.release;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.extraction.synthesis.model.ModelReader;
import dev.tabellio.jobs.config.LlmConfig;
import dev.tabellio.jobs.config.ModelEntries;
import dev.tabellio.jobs.process.Stages;
import dev.tabellio.jobs.store.ReleaseStore;
import dev.tabellio.jobs.store.ReleaseStore.Activation;
import dev.tabellio.jobs.store.ReleaseStore.ReleaseRow;
import dev.tabellio.jobs.store.ReleaseStore.TypeRow;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.dao.DuplicateKeyException;

/** What operators do with releases. Safe for all threads. */
public final class Releases {

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private final ReleaseStore store;
    private final Clock clock;

    public Releases(ReleaseStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Keeps the installation as it is under a name.
     *
     * @param note for people
     * @throws IllegalArgumentException if the name is none, or taken
     */
    public ReleaseRow create(String name, String note, Stages stages, LlmConfig llm) {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException(
                    "a release's name has 1 to 64 letters, digits, '.', '_' or '-' and starts with a letter or digit: '%s'"
                            .formatted(name));
        }
        List<TypeRow> types = new ArrayList<>();
        Map<String, Map<String, String>> folders = new TreeMap<>();
        for (DocumentType type : stages.types().all()) {
            types.add(new TypeRow(
                    type.id(),
                    type.digest(),
                    stages.schemaVersion(type),
                    ModelReader.promptVersion(type),
                    stages.rulesVersion(type)));
            folders.put(type.id(), type.files());
        }
        ReleaseRow release = new ReleaseRow(
                name, clock.instant(), note, stages.codeVersion(), ModelEntries.write(llm.models()), types);
        try {
            store.add(release, folders);
        } catch (DuplicateKeyException e) {
            throw new IllegalArgumentException("there is a release '%s' already".formatted(name), e);
        }
        return get(name);
    }

    /** All releases, the oldest first. */
    public List<ReleaseRow> all() {
        return store.all();
    }

    /** @throws IllegalArgumentException if there is no such release */
    public ReleaseRow get(String name) {
        return store.find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no release '%s'; 'tabellio releases' lists them".formatted(name)));
    }

    /** The release that new runs work with; empty for the installation as it is. */
    public Optional<String> active() {
        return Optional.ofNullable(replayed().peek()).flatMap(Activation::release);
    }

    /** Lets new runs work with a release. @throws IllegalArgumentException if there is no such release */
    public void activate(String name) {
        store.activate(new Activation(Optional.of(get(name).name()), false, clock.instant()));
    }

    /**
     * Takes the last activation back that was not taken back before.
     *
     * @return what is active now; empty for the installation as it is
     * @throws IllegalArgumentException if no release is active
     */
    public Optional<String> rollBack() {
        Deque<Activation> stack = replayed();
        if (stack.isEmpty()) {
            throw new IllegalArgumentException("no release is active: runs work with the installation as it is");
        }
        stack.pop();
        Optional<String> before = Optional.ofNullable(stack.peek()).flatMap(Activation::release);
        store.activate(new Activation(before, true, clock.instant()));
        return before;
    }

    /** What was active from when on, the oldest first. */
    public List<Activation> history() {
        return store.activations();
    }

    /** The document types of a release. */
    public DocumentTypes types(ReleaseRow release) {
        return DocumentTypes.of(release.types().stream()
                .map(type -> DocumentTypes.of(type.type(), store.folder(type.digest())))
                .toList());
    }

    /**
     * A configuration with the models of a release.
     *
     * @throws dev.tabellio.jobs.config.InvalidConfiguration if one of its models is not known any more
     */
    public LlmConfig llm(ReleaseRow release, LlmConfig config) {
        return config.withModels(ModelEntries.read("release " + release.name(), release.models()));
    }

    /** Activations that were not taken back, the last one first. */
    private Deque<Activation> replayed() {
        Deque<Activation> stack = new ArrayDeque<>();
        for (Activation activation : store.activations()) {
            if (!activation.rolledBack()) {
                stack.push(activation);
            } else if (!stack.isEmpty()) {
                stack.pop();
            }
        }
        return stack;
    }
}
