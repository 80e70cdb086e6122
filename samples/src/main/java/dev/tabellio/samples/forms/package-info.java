/**
 * How the sample forms look: layouts that put the values of a document onto pages. The rulings, box numbers and labels
 * follow the official forms and what payroll software makes of them; every line is drawn here, nothing is copied from a
 * form's file. Layouts state positions in points and ask the pen for values by pointer; they know nothing of how the
 * values were chosen or whether they become ink or form fields.
 */
@NullMarked
package dev.tabellio.samples.forms;

import org.jspecify.annotations.NullMarked;
