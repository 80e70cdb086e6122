/**
 * Named sets of versions, to go forward and back between them as a whole, and to see what a new one would change before it
 * counts.
 *
 * <p>In: the installation's document types and models. Out: releases in the database, each with the files of all its
 * document types and its models, so that a run can work with a release whatever has become of the installation's folders
 * since. The code itself can not be kept so: its version is, and running a release with other code is said aloud. A second
 * release can read a share of a run's documents beside the first one; what it makes of them is compared field by field and
 * never leaves as a result.
 */
@NullMarked
package dev.tabellio.jobs.release;

import org.jspecify.annotations.NullMarked;
