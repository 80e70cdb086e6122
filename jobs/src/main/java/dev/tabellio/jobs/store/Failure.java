package dev.tabellio.jobs.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Why a file or a document is PARKED.
 *
 * @param document empty if the whole file is parked
 * @param stage that failed: register, parse, classify, synthesize or reconcile
 * @param cause a sentence for a person
 * @param fingerprint 12 hex digits, the same for failures of the same kind at the same place
 * @param attempts how often it was tried
 */
public record Failure(
        String run,
        String path,
        Optional<String> document,
        String stage,
        String cause,
        String fingerprint,
        int attempts,
        Instant occurred) {}
