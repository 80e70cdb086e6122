/**
 * What is printed in a PDF, without rendering it: words with boxes, ruling lines, drawn checkboxes, form fields, and the
 * facts by which the parse stage decides whether the text can be trusted (images, hidden and unmapped glyphs).
 *
 * <p>Goes in: one PDF file. Comes out: {@link dev.tabellio.extraction.pdf.PageContent} page by page, everything in points
 * of the displayed page (crop box and rotation applied). One pass over the content stream collects text and drawing
 * together, since most of the time goes into interpreting it. PDFBox stays inside this package and
 * {@code dev.tabellio.extraction.image}.
 *
 * <p>What a person cannot see is told apart and is none of the page's words: invisible render mode, the colour of what is
 * behind it, tiny, outside of the page or the clip, below an image or an opaque fill that was painted later, in an optional
 * content group or form field that is off. Notes and properties of the file are kept beside them.
 */
@NullMarked
package dev.tabellio.extraction.pdf;

import org.jspecify.annotations.NullMarked;
