/**
 * Containment of work on bytes that nobody vouches for. A task goes in; its result comes out, or a sentence that says why
 * there is none, in bounded time: a document that loops, nests without end or swells in memory costs one page or one file,
 * never the batch.
 */
@NullMarked
package dev.tabellio.extraction.guard;

import org.jspecify.annotations.NullMarked;
