/**
 * The export for programs: {@code documents.jsonl}, one document per line. Its JSON Schema is the resource {@code
 * document.schema.json} of this package; a line stays readable by programs written for an earlier version.
 */
@NullMarked
package dev.tabellio.jobs.export.jsonl;

import org.jspecify.annotations.NullMarked;
