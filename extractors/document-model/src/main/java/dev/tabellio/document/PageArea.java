package dev.tabellio.document;

/** A page, or the part of it that belongs to one document. */
public record PageArea(int page, BoundingBox area) {}
