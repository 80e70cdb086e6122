/**
 * The catalogue of document types. A type is a folder: {@code doctype.yaml} says what it is, how it is recognised and
 * what makes two documents the same; {@code schema.json} declares its fields. Each stage reads its own file of the
 * folder (anchors, rules) and checks it when the catalogue is loaded; this package knows only what all of them share.
 */
@NullMarked
package dev.tabellio.doctype;

import org.jspecify.annotations.NullMarked;
