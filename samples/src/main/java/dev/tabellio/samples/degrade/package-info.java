/**
 * What happens to paper: scanning and everything that goes wrong with it. In goes a drawn PDF whose fonts are embedded,
 * with the places of its values; out comes an image-only file with the places where the values are now. Every step is
 * seeded and done with integer or strict floating-point arithmetic on grey pixels, so that the same seed gives the same
 * pixels; rasterising and JPEG are those of PDFBox and the JDK.
 *
 * <p>Steps are applied in the order of the physical world, whatever the order they are asked for in: stamp and bleed-through
 * are on the paper, skew is how it lies on the glass, light, blur and noise come from the scanner, bilevel and JPEG from its
 * file, rotation from the operator who fed it sideways.
 */
@NullMarked
package dev.tabellio.samples.degrade;

import org.jspecify.annotations.NullMarked;
