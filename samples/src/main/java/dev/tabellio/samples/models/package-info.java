/**
 * A server on a real socket that speaks the protocols of language model providers and answers by a script, so that what
 * happens around a model can be tested without one, without money and with every fault there is.
 *
 * <p>In: HTTP requests as OpenAI-compatible servers ({@code /v1/chat/completions}), Anthropic ({@code /v1/messages}) and
 * Gemini ({@code /v1beta/models/NAME:generateContent}) take them. Out: what the {@link dev.tabellio.samples.models.Script}
 * says, in the words of that protocol; and for the test, each request as it was seen. Protocols as their providers document
 * them, 2026-11-21.
 */
@NullMarked
package dev.tabellio.samples.models;

import org.jspecify.annotations.NullMarked;
