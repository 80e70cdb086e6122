/**
 * The reader of electronic invoices after EN 16931 (ZUGFeRD, Factur-X, XRechnung), which carry their values as XML.
 *
 * <p>In: a parsed file with the invoice's XML among its attachments, and the type's {@code anchors.yaml}, which says where in
 * the XML each field stands. Out: every field of the type.
 *
 * <p>By the standard the XML is the invoice and the page its picture. So the XML states each value and is cited for it; the
 * box where the page prints it, in whatever spelling people use ("1.234,56", "5. Juni 2018"), is cited beside it. But whoever
 * pays looks at the page, and an XML that says otherwise than its page is the fraud that this kind of file
 * invites: where the page prints another value at the place that its words name, or another account or VAT identifier, the value is
 * kept with what the page prints as a {@link dev.tabellio.document.Corroboration} against it, and the rules send the invoice to
 * a person. A zero is as good as nothing where the standard says so.
 *
 * <p>The XML comes from strangers: a document type declaration is refused, and with it every entity that could reach
 * outside or swell.
 */
@NullMarked
package dev.tabellio.extraction.synthesis.invoice;

import org.jspecify.annotations.NullMarked;
