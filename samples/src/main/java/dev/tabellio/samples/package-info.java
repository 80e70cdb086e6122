/**
 * Sample documents with exact truth and the generator that makes them.
 */
@NullMarked
package dev.tabellio.samples;

import org.jspecify.annotations.NullMarked;
