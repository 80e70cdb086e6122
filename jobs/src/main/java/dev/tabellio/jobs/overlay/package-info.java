/**
 * What the machine saw, drawn on the page that it saw: from a page image, its {@link dev.tabellio.document.Page} and the
 * {@link dev.tabellio.jobs.overlay.Mark}s of its documents and fields to one picture for a person who has to judge.
 *
 * <p>Names and values of fields stand in a panel beside the page, joined by numbers: forms are too dense to write on.
 */
@NullMarked
package dev.tabellio.jobs.overlay;

import org.jspecify.annotations.NullMarked;
