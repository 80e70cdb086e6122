package dev.tabellio.jobs.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a command tells the scheduler that started it. Stable: crontabs and workflows depend on the numbers. */
public enum ExitCode {
    COMPLETED(0, "completed; documents in review or quarantine are results, not errors"),
    FAILED(1, "failed: the reason is the last line on standard error, details are in the log"),
    USAGE(2, "the command line or the configuration is wrong; nothing was done"),
    COMPLETED_WITH_PARKED(3, "completed, but some documents failed; a run parks them, see 'tabellio status'"),
    STOPPED_BY_BUDGET(4, "stopped because a budget was reached; the same command goes on"),
    STOPPED_BY_OPERATOR(5, "stopped on request (stop, Ctrl-C, SIGTERM); the same command goes on");

    private final int code;
    private final String says;

    ExitCode(int code, String says) {
        this.code = code;
        this.says = says;
    }

    /** The number that the process exits with. */
    public int code() {
        return code;
    }

    static Map<String, String> table() {
        Map<String, String> table = new LinkedHashMap<>();
        for (ExitCode exit : values()) {
            table.put(String.valueOf(exit.code), exit.says);
        }
        return table;
    }
}
