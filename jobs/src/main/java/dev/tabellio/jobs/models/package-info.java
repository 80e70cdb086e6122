/**
 * Whether the configured language models can be asked, and what they can do.
 *
 * <p>In: the configuration. Out: a {@link dev.tabellio.jobs.models.ModelReport} for each model, from one tiny question about
 * an invented document. That question goes past ledger and budgets: it is asked by hand, costs a few hundred tokens, and
 * must reach the provider each time to say anything.
 */
@NullMarked
package dev.tabellio.jobs.models;

import org.jspecify.annotations.NullMarked;
