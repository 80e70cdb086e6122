package dev.tabellio.document;

/**
 * What another look at a value gave, which did not find it in the first place.
 *
 * @param by what was looked at
 * @param says what stands there, as printed; of a shape, what is odd about it
 * @param agrees whether that speaks for the value
 */
public record Corroboration(By by, String says, boolean agrees) {

    /** What was looked at. */
    public enum By {
        /** The value's own place, in another picture of it. */
        SECOND_READING,
        /** The page of a value that embedded data states, at the place that its words name. */
        PAGE,
        /** The value itself: what it looks like can speak against it, never for it. */
        SHAPE
    }
}
