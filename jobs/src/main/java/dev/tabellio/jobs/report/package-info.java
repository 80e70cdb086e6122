/**
 * What a run tells the people around it: {@link dev.tabellio.jobs.report.RunProgress} while it works, {@link
 * dev.tabellio.jobs.report.RunSummary} when it has ended. Plain records, made from the store by the job's side and shown
 * by the command line (as text or JSON) without a second look into the database.
 */
@NullMarked
package dev.tabellio.jobs.report;

import org.jspecify.annotations.NullMarked;
