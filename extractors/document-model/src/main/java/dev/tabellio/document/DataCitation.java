package dev.tabellio.document;

/**
 * Where a value stands in data that the file carries beside its pages, re-checked by code against that data.
 *
 * @param attachment name of the {@link Attachment}
 * @param path of the element from the root, with the prefixes of the data itself and positions from 1 where elements of one name
 *     stand side by side: {@code /rsm:CrossIndustryInvoice/rsm:ExchangedDocument/ram:ID}
 * @param text of the element, with single blanks
 */
public record DataCitation(String attachment, String path, String text) {}
