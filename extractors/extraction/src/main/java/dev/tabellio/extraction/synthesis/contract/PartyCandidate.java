package dev.tabellio.extraction.synthesis.contract;

import java.util.Optional;

/**
 * A name that may be a party's.
 *
 * @param name where it stands
 * @param reference the short name or role that the contract gives it: "Company", "Recipient"
 * @param address its printed address
 * @param clause the words that make it a party; the name itself where there are no others
 * @param how what led to it
 * @param score how much speaks for it, from 0 to 1
 */
record PartyCandidate(
        TextSpan name,
        Optional<TextSpan> reference,
        Optional<TextSpan> address,
        TextSpan clause,
        String how,
        double score) {

    /** The same party found in another way: this one's place, what either knows, and a better score if the ways differ. */
    PartyCandidate and(PartyCandidate other) {
        return new PartyCandidate(
                        name,
                        reference.isPresent() ? reference : other.reference,
                        address.isPresent() ? address : other.address,
                        clause,
                        how,
                        score)
                .withScore(Math.max(score, other.score) + (how.equals(other.how) ? 0 : 0.1));
    }

    /** The same candidate with another score, at most 0.97: a name alone never makes a party certain. */
    PartyCandidate withScore(double other) {
        return new PartyCandidate(name, reference, address, clause, how, Math.min(0.97, other));
    }
}
