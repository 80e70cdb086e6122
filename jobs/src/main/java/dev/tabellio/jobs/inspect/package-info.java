/**
 * Everything that is known of one document or one file, gathered for a person: from the rows and artifacts of a run to a
 * {@link dev.tabellio.jobs.inspect.DocumentView} or {@link dev.tabellio.jobs.inspect.FileView}. The command line prints
 * them as text and as JSON.
 */
@NullMarked
package dev.tabellio.jobs.inspect;

import org.jspecify.annotations.NullMarked;
