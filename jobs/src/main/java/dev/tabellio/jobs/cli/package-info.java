/**
 * The command line: from an operator's words to one command, its output and an {@link
 * dev.tabellio.jobs.cli.ExitCode exit code}. Each command is a class; {@link dev.tabellio.jobs.cli.Tabellio} lists them.
 *
 * <p>Standard output carries what was asked for, standard error carries progress and complaints, the log file carries
 * everything else. A failure is one sentence that says what to do. Spring starts inside the commands that need it, so
 * that the others answer at once.
 */
@NullMarked
package dev.tabellio.jobs.cli;

import org.jspecify.annotations.NullMarked;
