package dev.tabellio.jobs.verify;

/**
 * What a probe found.
 *
 * @param probe its name
 * @param state whether work can be done
 * @param says what was found
 * @param remedy what to do; empty if nothing needs doing
 */
public record Answer(String probe, State state, String says, String remedy) {

    /** Whether work can be done. */
    public enum State {
        OK,
        /** It works, but less well than it could, or not for long. */
        WARN,
        FAIL
    }

    static Answer ok(String probe, String says) {
        return new Answer(probe, State.OK, says, "");
    }

    static Answer warn(String probe, String says, String remedy) {
        return new Answer(probe, State.WARN, says, remedy);
    }

    static Answer fail(String probe, String says, String remedy) {
        return new Answer(probe, State.FAIL, says, remedy);
    }
}
