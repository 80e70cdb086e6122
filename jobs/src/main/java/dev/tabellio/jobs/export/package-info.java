/**
 * From a tied-out run to files that accounting reads. The port is {@link dev.tabellio.jobs.export.Exporter}: one package
 * per system, one class each. A posted document is in exactly one export; documents in review and rejected ones are
 * there with their disposition, copies are named by their original.
 *
 * <p>An export is a function of the run: no times, no orders of chance. Making it again gives the same bytes. Files are
 * written under a temporary name, forced to disk and renamed, the manifest last: where there is a manifest, everything
 * that it lists is complete.
 */
@NullMarked
package dev.tabellio.jobs.export;

import org.jspecify.annotations.NullMarked;
