package dev.tabellio.extraction.classify;

import dev.tabellio.document.Classification;
import dev.tabellio.document.ParsedFile;

/** Splits a file into documents and names the type of each. Safe for all threads. */
public interface PacketClassifier {

    /** Accounts for every page of the file. Never fails on content: what is not recognised is UNKNOWN. */
    Classification classify(ParsedFile file);

    /** Version of the stage and of the types that it knows. */
    String version();
}
