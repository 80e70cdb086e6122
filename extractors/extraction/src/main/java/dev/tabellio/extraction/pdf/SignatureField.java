package dev.tabellio.extraction.pdf;

import dev.tabellio.document.BoundingBox;

/**
 * A signature field on a page.
 *
 * @param signer the name in the signature, with the day of signing if that is given; empty if nobody signed
 */
public record SignatureField(BoundingBox box, boolean signed, String signer) {}
