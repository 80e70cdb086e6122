/**
 * Sample documents with exact truth and the generator that makes them. {@code content} decides what a document says,
 * {@code forms} how it looks, {@code draw} puts it on pages and notes where everything went, {@code degrade} wears it
 * down, {@code generate} puts cases together, and {@code sets} reads labelled documents, ours and other people's, for
 * evaluation and tests.
 */
@NullMarked
package dev.tabellio.samples;

import org.jspecify.annotations.NullMarked;
