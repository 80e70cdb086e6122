/**
 * The nightly job and everything around it that needs Spring.
 */
@NullMarked
package dev.tabellio.jobs;

import org.jspecify.annotations.NullMarked;
