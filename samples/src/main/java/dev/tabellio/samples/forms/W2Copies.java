package dev.tabellio.samples.forms;

import java.util.Map;

/** What the copies of Form W-2 say about themselves. */
final class W2Copies {

    private static final Map<String, String> FOR = Map.of(
            "A", "For Social Security Administration",
            "1", "For State, City, or Local Tax Department",
            "B", "To Be Filed With Employee’s FEDERAL Tax Return",
            "C", "For EMPLOYEE’S RECORDS",
            "2", "To Be Filed With Employee’s State, City, or Local Income Tax Return",
            "D", "For Employer");

    private W2Copies() {}

    static String purpose(String copy) {
        return FOR.getOrDefault(copy, "");
    }
}
