/**
 * Finds the passages of a long text that speak of something: by their words (BM25 with Lucene) and, where there is a model
 * for it, by what they mean (nearness of vectors); both rankings are fused by rank.
 *
 * <p>In: passages with headings, and for each field the words that describe it; vectors that somebody else got. Out: places
 * of passages by how much they say about it. The index lives in memory for one document and knows nothing of fields, pages
 * or providers.
 */
@NullMarked
package dev.tabellio.extraction.synthesis.model.search;

import org.jspecify.annotations.NullMarked;
