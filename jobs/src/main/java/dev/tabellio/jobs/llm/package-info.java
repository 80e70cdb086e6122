/**
 * Language models within their budgets, and never twice for the same question.
 *
 * <p>In: a {@link dev.tabellio.extraction.llm.ModelRequest} and whom to charge for it. Out: its answer, from the ledger if
 * it was ever paid for, else from the provider; or a {@link dev.tabellio.extraction.llm.ModelUnavailable} that says what
 * has to happen first. Everything that money depends on is a row that is committed before the next thing happens: the
 * right to ask, the reservation with the call that is about to be sent, the answer before its use. So a process may die
 * between any two lines, and the next one knows what was asked, what is paid, and what is in doubt.
 */
@NullMarked
package dev.tabellio.jobs.llm;

import org.jspecify.annotations.NullMarked;
