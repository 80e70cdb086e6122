package dev.tabellio.extraction.llm;

/** How a provider is made to answer in JSON. */
public enum AnswerFormat {
    /** It holds the answer to the schema. */
    SCHEMA,
    /** It is made to call a function whose parameters have the schema. */
    TOOL,
    /** It holds the answer to JSON; the schema stands in the instructions. */
    JSON,
    /** It holds the answer to nothing; the schema stands in the instructions. */
    TEXT
}
