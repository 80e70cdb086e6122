/**
 * Is a document type's folder complete and sound? From a folder to a list of {@link
 * dev.tabellio.jobs.doctypes.Problem}s, each with file and line, so that a new type can be written without reading Java.
 *
 * <p>What every type shares (files, schema, pointers) is checked here; what belongs to one stage (anchors, rules) is
 * checked by that stage, handed in as {@link dev.tabellio.jobs.doctypes.StageCheck}.
 */
@NullMarked
package dev.tabellio.jobs.doctypes;

import org.jspecify.annotations.NullMarked;
