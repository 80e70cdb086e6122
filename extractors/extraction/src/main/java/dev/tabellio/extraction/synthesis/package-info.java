/**
 * From a document to its fields, each cited and re-checked against the page.
 *
 * <p>In: a {@link dev.tabellio.document.ParsedFile}, one {@link dev.tabellio.document.Document} of it and its {@link
 * dev.tabellio.doctype.DocumentType}. Out: an {@link dev.tabellio.document.ExtractedDocument}. A {@link
 * dev.tabellio.extraction.synthesis.FieldReader} for each family of types finds the values; {@link
 * dev.tabellio.extraction.synthesis.CitationVerifier} then checks that each cited text is printed in its box, so that no
 * reader, however clever, can state a value that neither the page shows nor the data that the file carries states. {@link
 * dev.tabellio.extraction.synthesis.CopyMerger} folds prints of the same document in one file into one.
 */
@NullMarked
package dev.tabellio.extraction.synthesis;

import org.jspecify.annotations.NullMarked;
