/**
 * From the bytes of a file to a {@link dev.tabellio.document.ParsedFile}.
 */
@NullMarked
package dev.tabellio.extraction.parse;

import org.jspecify.annotations.NullMarked;
