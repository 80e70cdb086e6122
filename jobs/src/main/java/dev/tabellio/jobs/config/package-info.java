/**
 * Where Tabellio keeps its things and the few numbers that an operator may change: from {@code tabellio.yaml} in the
 * home folder, environment and system properties to one immutable {@link dev.tabellio.jobs.config.TabellioConfig}.
 *
 * <p>It is read without Spring, so that commands that need no application (and wrong configuration) answer at once. A
 * key that nobody reads would be a limit that silently does not hold: unknown keys are errors.
 */
@NullMarked
package dev.tabellio.jobs.config;

import org.jspecify.annotations.NullMarked;
