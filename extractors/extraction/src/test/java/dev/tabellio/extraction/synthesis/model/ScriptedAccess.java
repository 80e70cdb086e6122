package dev.tabellio.extraction.synthesis.model;

import dev.tabellio.extraction.llm.ModelAccess;
import dev.tabellio.extraction.llm.ModelAnswer;
import dev.tabellio.extraction.llm.ModelCapabilities;
import dev.tabellio.extraction.llm.ModelRequest;
import dev.tabellio.extraction.llm.Tier;
import dev.tabellio.extraction.llm.TokenUsage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers from a script, one text for each call of a tier; remembers what it was asked. Not for several threads. */
final class ScriptedAccess implements ModelAccess {

    static final Purpose PURPOSE = new Purpose("tenant", "run", "document", "type", "reading");

    /** A request as it came in. */
    record Asked(Tier tier, ModelRequest request) {}

    private final Map<Tier, Deque<ModelAnswer>> script = new EnumMap<>(Tier.class);
    private final List<Asked> asked = new ArrayList<>();
    private final Map<Tier, Integer> contexts = new EnumMap<>(Tier.class);

    ScriptedAccess says(Tier tier, String... answers) {
        for (String answer : answers) {
            add(tier, answer, ModelAnswer.Finish.COMPLETE);
        }
        return this;
    }

    ScriptedAccess add(Tier tier, String answer, ModelAnswer.Finish finish) {
        script.computeIfAbsent(tier, none -> new ArrayDeque<>())
                .add(new ModelAnswer(answer, finish, new TokenUsage(100, 0, 10), "scripted", Duration.ofMillis(1)));
        return this;
    }

    /** @param contextTokens that the model of a tier takes in */
    ScriptedAccess takingIn(Tier tier, int contextTokens) {
        contexts.put(tier, contextTokens);
        return this;
    }

    List<Asked> asked() {
        return asked;
    }

    boolean isSpent() {
        return script.values().stream().allMatch(Deque::isEmpty);
    }

    @Override
    public Optional<ModelCapabilities> capabilities(Tier tier) {
        return script.containsKey(tier)
                ? Optional.of(new ModelCapabilities(
                        "scripted", true, false, true, contexts.getOrDefault(tier, 128_000), true))
                : Optional.empty();
    }

    @Override
    public Optional<ModelAnswer> known(Tier tier, ModelRequest request) {
        return Optional.empty();
    }

    @Override
    public Charged ask(Tier tier, ModelRequest request, Purpose purpose) {
        asked.add(new Asked(tier, request));
        Deque<ModelAnswer> answers = script.getOrDefault(tier, new ArrayDeque<>());
        if (answers.isEmpty()) {
            throw new AssertionError("nobody expected call %d, of the %s model:%n%s"
                    .formatted(
                            asked.size(),
                            tier,
                            request.turns().get(request.turns().size() - 1).text()));
        }
        return new Charged(answers.remove(), "call-" + asked.size(), true);
    }
}
