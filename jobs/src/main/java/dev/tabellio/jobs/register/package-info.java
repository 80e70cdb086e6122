/**
 * From an inbox to the files of a run: every file that is there gets a row, in an order that does not depend on the
 * file system, with its identity (SHA-256) or the reason why it may not come in.
 *
 * <p>Nothing is moved or changed. Equal bytes are processed once: within the run the first by path is the original;
 * bytes that an earlier run has processed are duplicates of that run's file. What an earlier run parked or quarantined
 * is tried anew.
 */
@NullMarked
package dev.tabellio.jobs.register;

import org.jspecify.annotations.NullMarked;
