/**
 * Providers of language models, reached through LangChain4j, which stays inside this package.
 *
 * <p>In: {@link dev.tabellio.extraction.llm.ProviderSettings}. Out: a {@link dev.tabellio.extraction.llm.LanguageModel}
 * that makes one attempt a call. LangChain4j writes the requests in each provider's words; the JSON schema is passed as it
 * is. What comes back is judged here: LangChain4j's own client drops the headers of an error, and with them Retry-After;
 * its exceptions for refusals drop the usage, which is billed; its time limit ends with the first byte; and it would try
 * up to four times by itself (1.18.0, measured 2026-11-20).
 *
 * <p>An answer is read when it is whole, also where it is sent as it is written ({@code streaming}, for gateways that cut
 * connections on which nothing comes): nobody waits for the first word at night, and half an answer is none. The usage of a
 * stream that breaks is lost; the call stays charged with what it may have cost.
 */
@NullMarked
package dev.tabellio.extraction.llm.langchain4j;

import org.jspecify.annotations.NullMarked;
