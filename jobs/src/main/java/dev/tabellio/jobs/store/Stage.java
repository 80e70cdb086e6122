package dev.tabellio.jobs.store;

import java.util.Locale;

/** The stages whose results are kept as artifacts, in the order in which they build on each other. */
public enum Stage {
    PARSE,
    CLASSIFY,
    SYNTHESIZE,
    RECONCILE,
    TIE_OUT;

    /** Name of the stage in folders and messages. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
