/**
 * One file through the stages: from a registered file to its documents, read and judged, or to the reason why not.
 *
 * <p>{@link dev.tabellio.jobs.process.FilePipeline} knows files and artifacts, not rows: what it returns is written by
 * the step, in the transaction that moves the file. So it can run anywhere, any number of times, and only what is not
 * yet in the artifact store costs anything.
 */
@NullMarked
package dev.tabellio.jobs.process;

import org.jspecify.annotations.NullMarked;
