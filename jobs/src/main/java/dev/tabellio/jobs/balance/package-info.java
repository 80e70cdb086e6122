/**
 * Control totals: proof that nothing was lost. Everything that was registered is in exactly one final state, or the run
 * fails and names what is missing.
 */
@NullMarked
package dev.tabellio.jobs.balance;

import org.jspecify.annotations.NullMarked;
