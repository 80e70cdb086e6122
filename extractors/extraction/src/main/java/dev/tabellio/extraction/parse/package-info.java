/**
 * From the bytes of a file to a {@link dev.tabellio.document.ParsedFile}.
 *
 * <p>Which way a page is read is decided by page and by part. The text layer is taken where it says what is printed. A page
 * without one that can be trusted is recognised as a whole; beside a good one, images that may show text and parts that cannot
 * be read (garbled fonts) are recognised, and a recognised word keeps what the text layer says in its place. Where text lies on
 * an image, pages with amounts there, and a share of the others, are read in both ways: a word keeps what the picture shows
 * otherwise, and an amount in dispute is listed among what the file hides. A page that is born digital is not looked at again.
 * Where several languages are configured, the pictures of a file are recognised in the one that suits its first page best.
 */
@NullMarked
package dev.tabellio.extraction.parse;

import org.jspecify.annotations.NullMarked;
