/**
 * Can this installation do its work tonight? Each {@link dev.tabellio.jobs.verify.Probe} looks at one thing that has
 * failed somewhere before, by using it and not by asking for its version, and answers with what to do about it.
 */
@NullMarked
package dev.tabellio.jobs.verify;

import org.jspecify.annotations.NullMarked;
