/**
 * What was read of a file, for people and for other programs.
 *
 * <p>In: a {@link dev.tabellio.document.ParsedFile}. Out: text in reading order, as it is, as Markdown or as HTML. Running
 * headers, footers and page numbers are left out of the last two, where they would stand in the middle of sentences; the
 * plain text has every line. A page that could not be read is said, not skipped.
 *
 * <p>{@link dev.tabellio.jobs.reading.FileReading} makes it without a run, {@link dev.tabellio.jobs.reading.FolderReading} for
 * whole folders.
 */
@NullMarked
package dev.tabellio.jobs.reading;

import org.jspecify.annotations.NullMarked;
