/**
 * What documents mean beside each other: copies that arrived in different files, documents that an earlier run posted,
 * and rules over the documents of one return. Here every document gets its final state, and posted ones their posting.
 *
 * <p>Tie-out looks at the whole run and decides anew each time: it is a function of the reconciled documents and the
 * postings of other runs, so doing it twice changes nothing. Its decisions and postings are one transaction.
 */
@NullMarked
package dev.tabellio.jobs.tieout;

import org.jspecify.annotations.NullMarked;
