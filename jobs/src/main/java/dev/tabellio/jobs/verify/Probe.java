package dev.tabellio.jobs.verify;

/** Looks at one thing that a run needs. */
public interface Probe {

    /** What it looks at, in a word or two. */
    String name();

    /** Looks. Whatever it throws counts as FAIL, because a run would meet the same. */
    Answer look() throws Exception;
}
