/**
 * From an extracted document to findings and a disposition: rules over one document, tie-out over several.
 */
@NullMarked
package dev.tabellio.reconciliation;

import org.jspecify.annotations.NullMarked;
