/**
 * The nightly job: from an inbox and a home folder to a run that is exported and balanced.
 *
 * <p>{@link dev.tabellio.jobs.DocumentJob} is the spine, {@link dev.tabellio.jobs.Runs} the door: commands ask it to
 * start, rerun, stop, recover and export runs. A run belongs to one process at a time ({@link
 * dev.tabellio.jobs.store.Owner}); whatever ended that process, the same command goes on from the rows and artifacts
 * that are there.
 *
 * <p>Spring runs the job and nothing else. Its context is made for one round of one run, in plain sight and without
 * auto-configuration, so that commands that only read never start it.
 */
@NullMarked
package dev.tabellio.jobs;

import org.jspecify.annotations.NullMarked;
