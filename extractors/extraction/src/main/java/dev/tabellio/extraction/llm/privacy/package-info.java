/**
 * What must not leave the machine is replaced before a model is asked, and put back into its answer.
 *
 * <p>In: the text of one document, and what the deterministic reader already found in it. Out:
 * {@link dev.tabellio.extraction.llm.privacy.Pseudonyms}: the same text with a stand-in for every social security number,
 * employer number, account number and name, and the way back. A stand-in has the shape of what it stands for (digits for
 * digits, a capitalised word for a capitalised word), so that a schema's pattern, a label and a line number mean the same
 * as before; the same document always gets the same ones, so that the ledger knows the request again.
 *
 * <p>Numbers are found by their shape, names by where they stand (read fields, before a legal form, after "Name:" and the
 * like). A name that nothing gives away as one stays: whoever must not send any runs a model that is marked local.
 */
@NullMarked
package dev.tabellio.extraction.llm.privacy;

import org.jspecify.annotations.NullMarked;
