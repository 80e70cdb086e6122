package dev.tabellio.samples.sets;

import dev.tabellio.document.PageUse;

/**
 * A page that belongs to no document of a known type.
 *
 * @param file one of the case's files
 * @param page from 1
 * @param use INSTRUCTIONS, BLANK, or UNKNOWN for a document of a type that the labels do not map
 * @param says what it is in the labels' own words, such as the form's name
 */
public record ExpectedPage(String file, int page, PageUse.Kind use, String says) {}
