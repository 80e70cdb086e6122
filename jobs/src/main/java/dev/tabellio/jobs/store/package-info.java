/**
 * What is known about runs, files and documents, and the artifacts that the stages made: from the process that works to
 * the tables and files that outlive it, and back.
 *
 * <p>Two places, one rule. Rows in the database say what state a thing is in; artifacts in the file system hold what a
 * stage computed, under a key derived from everything that the result depends on. An artifact is written before the row
 * that names it moves, so a row never names something that was not finished; an artifact without a row is merely work
 * that the next attempt finds done.
 *
 * <p>No Spring context is needed here: commands that only read answer without starting one.
 */
@NullMarked
package dev.tabellio.jobs.store;

import org.jspecify.annotations.NullMarked;
