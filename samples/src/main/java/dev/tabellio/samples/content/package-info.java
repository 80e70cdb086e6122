/**
 * What sample documents say. In goes a seed; out come values that belong together (a person's wage statements add up to
 * the person's return), keyed by the pointers of the document types, as exported. Nothing here knows how a form looks.
 *
 * <p>All people, companies and places come from our own word list, and all numbers that name someone are of ranges that
 * are never issued: social security numbers start with 9, employer numbers with 00. The arithmetic is right unless a
 * flaw is asked for, and a flaw always says what is wrong.
 */
@NullMarked
package dev.tabellio.samples.content;

import org.jspecify.annotations.NullMarked;
