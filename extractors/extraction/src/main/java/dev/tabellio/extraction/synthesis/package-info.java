/**
 * From a document to its fields, each cited and re-checked against the page.
 */
@NullMarked
package dev.tabellio.extraction.synthesis;

import org.jspecify.annotations.NullMarked;
