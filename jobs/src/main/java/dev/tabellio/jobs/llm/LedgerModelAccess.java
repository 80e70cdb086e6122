package dev.tabellio.jobs.llm;

import dev.tabellio.extraction.llm.LanguageModel;
import dev.tabellio.extraction.llm.ModelAccess;
import dev.tabellio.extraction.llm.ModelAnswer;
import dev.tabellio.extraction.llm.ModelCapabilities;
import dev.tabellio.extraction.llm.ModelFailure;
import dev.tabellio.extraction.llm.ModelRequest;
import dev.tabellio.extraction.llm.ModelUnavailable;
import dev.tabellio.extraction.llm.ModelUnavailable.Reason;
import dev.tabellio.extraction.llm.Tier;
import dev.tabellio.jobs.config.LlmConfig;
import dev.tabellio.jobs.config.LlmConfig.Model;
import dev.tabellio.jobs.config.LlmConfig.Policy;
import dev.tabellio.jobs.config.TabellioConfig;
import dev.tabellio.jobs.llm.BudgetAccounts.Exhausted;
import dev.tabellio.jobs.llm.BudgetAccounts.NotYet;
import dev.tabellio.jobs.llm.CallLedger.Entry;
import dev.tabellio.jobs.llm.RequestHolds.Hold;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/** Asks the configured models, through the ledger. */
public final class LedgerModelAccess implements ModelAccess, AutoCloseable {

    /** With one failure in five by chance, one question in 16,000 fails six times in a row. */
    private static final int ATTEMPTS = 6;

    /** Tokenizers differ; what a provider counts beyond this is settled when it has answered. */
    private static final double TOKEN_MARGIN = 1.3;

    private static final Duration POLL = Duration.ofMillis(100);

    /** For storing an answer after it came, with a database that is reopened meanwhile. */
    private static final Duration STORING = Duration.ofMinutes(2);

    private final LlmConfig config;
    private final Courier courier;
    private final CallLedger ledger;
    private final ToLongFunction<ModelRequest> tokens;
    private final Runnable goOn;
    private final Clock clock;
    private final Map<Tier, Provider> providers = new EnumMap<>(Tier.class);

    /**
     * Access for one run.
     *
     * @param models of all configured tiers
     * @param ledger shared by all accesses of a process to a database
     * @param tokens counts those of a request
     * @param goOn throws when the run has to stop; asked while a thread waits
     */
    public static LedgerModelAccess open(
            TabellioConfig config,
            Map<Tier, LanguageModel> models,
            CallLedger ledger,
            ToLongFunction<ModelRequest> tokens,
            Runnable goOn,
            Clock clock) {
        Courier courier = config.llm().outlive() ? new ProcessCourier(config, models) : new DirectCourier(models);
        return new LedgerModelAccess(config.llm(), courier, ledger, tokens, goOn, clock);
    }

    LedgerModelAccess(
            LlmConfig config,
            Courier courier,
            CallLedger ledger,
            ToLongFunction<ModelRequest> tokens,
            Runnable goOn,
            Clock clock) {
        this.config = config;
        this.courier = courier;
        this.ledger = ledger;
        this.tokens = tokens;
        this.goOn = goOn;
        this.clock = clock;
        config.models().forEach((tier, model) -> providers.put(tier, new Provider(model, clock)));
    }

    @Override
    public Optional<ModelCapabilities> capabilities(Tier tier) {
        return courier.capabilities(tier);
    }

    @Override
    public Charged ask(Tier tier, ModelRequest request, Purpose purpose) {
        Provider provider = provider(tier, purpose);
        String hash = RequestHash.of(provider.model(), request);
        while (true) {
            Optional<Entry> known = ledger.answer(hash);
            if (known.isPresent()) {
                return charged(known.get(), false);
            }
            if (config.policy() == Policy.REPLAY) {
                throw new ModelUnavailable(
                        Reason.REPLAY, "the ledger has no answer to this request, and llm.policy is replay", null);
            }
            Optional<Hold> hold = ledger.holds().take(hash, patience(provider.model()));
            if (hold.isPresent()) {
                return held(hold.get(), tier, provider, request, purpose);
            }
            pause(POLL);
        }
    }

    @Override
    public Optional<ModelAnswer> known(Tier tier, ModelRequest request) {
        return Optional.ofNullable(providers.get(tier))
                .flatMap(provider -> ledger.answer(RequestHash.of(provider.model(), request)))
                .map(Entry::answer);
    }

    /** Lets a courier process go when it has brought what is under way. */
    @Override
    public void close() {
        courier.close();
    }

    private Provider provider(Tier tier, Purpose purpose) {
        Provider provider = providers.get(tier);
        if (provider == null) {
            throw new ModelUnavailable(Reason.PROVIDER, "no model is configured as " + tier, null);
        }
        boolean forbidden = config.forbidden().stream()
                .anyMatch(rule -> rule.applies(provider.model(), purpose.tenant(), purpose.type()));
        if (forbidden) {
            throw new ModelUnavailable(
                    Reason.FORBIDDEN,
                    "%s may not be asked for tenant %s and type %s (llm.forbidden)"
                            .formatted(provider.model().provider(), purpose.tenant(), purpose.type()),
                    null);
        }
        return provider;
    }

    private Charged held(Hold hold, Tier tier, Provider provider, ModelRequest request, Purpose purpose) {
        try {
            Optional<Entry> recovered = recovered(hold.hash(), provider.model());
            Entry entry = recovered.isPresent()
                    ? recovered.get()
                    : asked(hold, call(hold.hash(), tier, provider.model(), request, purpose), provider);
            return charged(entry, recovered.isEmpty());
        } finally {
            ledger.holds().release(hold);
        }
    }

    /** What a process that died had sent may have been answered. */
    private Optional<Entry> recovered(String hash, Model model) {
        Optional<Entry> found = Optional.empty();
        for (long call : ledger.unsettled(hash)) {
            if (courier.neverSent(call)) {
                ledger.unsent(call);
                continue;
            }
            try {
                Optional<ModelAnswer> answer = courier.recover(call);
                if (answer.isPresent()) {
                    ledger.answered(call, answer.get(), model.prices());
                    found = Optional.of(new Entry(call, answer.get()));
                } else {
                    ledger.lose(call);
                }
            } catch (ModelFailure e) {
                ledger.failed(call, e, Provider.mayBill(e));
            }
            courier.settled(call);
        }
        return found;
    }

    private Call call(String hash, Tier tier, Model model, ModelRequest request, Purpose purpose) {
        long input = (long) Math.ceil(tokens.applyAsLong(request) * TOKEN_MARGIN);
        return new Call(
                hash, tier, model, request, purpose, Charge.atMost(input, request.maxOutputTokens(), model.prices()));
    }

    private Entry asked(Hold hold, Call call, Provider provider) {
        for (int attempt = 1; ; attempt++) {
            ModelFailure failure;
            long id = -1;
            acquire(provider);
            try {
                id = intended(call, provider, hold);
                ModelAnswer answer = courier.carry(id, call.tier(), call.request());
                provider.breaker().succeeded();
                ledger.answered(id, answer, call.model().prices());
                courier.settled(id);
                return new Entry(id, answer);
            } catch (ModelFailure e) {
                ledger.failed(id, e, Provider.mayBill(e));
                courier.settled(id);
                failure = e;
            } finally {
                provider.slots().release();
            }
            Duration pause = provider.pauseAfter(failure, attempt);
            if (attempt == ATTEMPTS) {
                throw provider.unavailable(failure);
            }
            ledger.holds().renew(hold, patience(call.model()).plus(pause));
            pause(pause);
        }
    }

    /** Waits for the pace of the provider, takes the budgets and writes the call down. */
    private long intended(Call call, Provider provider, Hold hold) {
        while (true) {
            Duration wanted = Duration.between(clock.instant(), later(provider.notBefore(), clock.instant()));
            if (!wanted.isZero()) {
                ledger.holds().renew(hold, patience(call.model()).plus(wanted));
                pause(wanted);
            }
            provider.requireAdmitted();
            try {
                return ledger.intend(call);
            } catch (NotYet e) {
                provider.breaker().notAsked();
                ledger.holds().renew(hold, patience(call.model()).plus(e.pause()));
                pause(e.pause());
            } catch (Exhausted e) {
                provider.breaker().notAsked();
                throw new ModelUnavailable(Reason.BUDGET, String.valueOf(e.getMessage()), e);
            } catch (RuntimeException e) {
                provider.breaker().notAsked();
                throw e;
            }
        }
    }

    private void acquire(Provider provider) {
        try {
            while (!provider.slots().tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                goOn.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelUnavailable(Reason.PROVIDER, "interrupted", e);
        }
    }

    private void pause(Duration time) {
        Instant end = clock.instant().plus(time);
        try {
            for (Instant now = clock.instant(); now.isBefore(end); now = clock.instant()) {
                goOn.run();
                long left = Duration.between(now, end).toMillis() + 1;
                Thread.sleep(Math.min(left, POLL.toMillis()));
            }
            goOn.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelUnavailable(Reason.PROVIDER, "interrupted", e);
        }
    }

    private static Duration patience(Model model) {
        return model.timeout().plus(STORING);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Charged charged(Entry entry, boolean paidNow) {
        return new Charged(entry.answer(), String.valueOf(entry.call()), paidNow);
    }
}
