package dev.tabellio.extraction.synthesis.model.search;

/** A stretch of text under its headings, outermost first. */
public record Passage(String heading, String text) {}
