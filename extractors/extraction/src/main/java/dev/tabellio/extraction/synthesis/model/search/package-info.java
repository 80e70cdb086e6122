/**
 * Finds the passages of a long text that speak of something, by BM25 with Lucene.
 *
 * <p>In: passages with headings, and for each field the words that describe it. Out: passages by how much they say about
 * it. The index lives in memory for one document and knows nothing of fields or pages.
 */
@NullMarked
package dev.tabellio.extraction.synthesis.model.search;

import org.jspecify.annotations.NullMarked;
