/**
 * The reader of electronic invoices after EN 16931 (ZUGFeRD, Factur-X, XRechnung), which carry their values as XML.
 *
 * <p>In: a parsed file with the invoice's XML among its attachments, and the type's {@code anchors.yaml}, which says where in
 * the XML each field stands. Out: every field of the type.
 *
 * <p>The XML states the values; the page proves them. A value is Cited with the box where it is printed, in whatever
 * spelling people use ("1.234,56", "5. Juni 2018"). What the XML states and no page shows is Uncited, with the reason: the two
 * halves of such a file are to say the same, a person who pays looks at the page, and an XML that says otherwise than its
 * page is the fraud that this kind of file invites. A total of zero is Absent: a zero somewhere on
 * the page proves nothing.
 *
 * <p>The XML comes from strangers: a document type declaration is refused, and with it every entity that could reach
 * outside or swell.
 */
@NullMarked
package dev.tabellio.extraction.synthesis.invoice;

import org.jspecify.annotations.NullMarked;
