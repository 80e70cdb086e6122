package dev.tabellio.jobs.store;

import org.jspecify.annotations.Nullable;

/** Fits sentences into their columns. */
final class Cut {

    private Cut() {}

    /** The text, cut to a number of characters; characters that PostgreSQL refuses are replaced. */
    static @Nullable String to(int length, @Nullable String text) {
        if (text == null) {
            return null;
        }
        String clean = text.replace('\0', '\uFFFD');
        return clean.length() <= length ? clean : clean.substring(0, length - 1) + "…";
    }
}
