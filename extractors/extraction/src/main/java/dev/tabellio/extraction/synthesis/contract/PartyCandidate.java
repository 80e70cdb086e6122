package dev.tabellio.extraction.synthesis.contract;

import java.util.Optional;

/**
 * A name that may be a party's.
 *
 * @param name where it stands
 * @param reference the short name or role that the contract gives it: "Company", "Recipient"
 * @param address its printed address
 * @param how what led to it
 * @param score how much speaks for it, from 0 to 1
 */
record PartyCandidate(
        TextSpan name,
        Optional<TextSpan> reference,
        Optional<TextSpan> address,
        TextSpan clause,
        String how,
        double score) {}
