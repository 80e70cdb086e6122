/**
 * Whether a file can be read at all, before anything is spent on it. A path comes in; its identity (sha256), kind and number
 * of pages go out, or a reason that the person who sent it understands. Told by content, never by name.
 */
@NullMarked
package dev.tabellio.extraction.admission;

import org.jspecify.annotations.NullMarked;
