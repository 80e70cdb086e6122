/**
 * Filling of forms that others drew: a folder of blank interactive forms and a seed in, filled forms with their exact truth
 * out. Forms of the kind that the Internal Revenue Service publishes say of each field, for readers who cannot see the
 * page, which line it is ({@link dev.tabellio.samples.fill.BlankForm}); so what a field means is known without looking at
 * the page, and the reader under test has no part in its own truth ({@link dev.tabellio.samples.fill.Mapping}). A field
 * whose description does not clearly say which leaf of the schema it is stays empty and is reported.
 *
 * <p>The blank forms belong to whoever published them: none of them is part of this project.
 */
@NullMarked
package dev.tabellio.samples.fill;

import org.jspecify.annotations.NullMarked;
