package dev.tabellio.jobs.balance;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** How many files and documents of a run are in each final state. */
public record ControlTotals(Totals files, Totals documents) {

    /** One line of the balance. @param quarantined always 0 for documents: only files are refused at the door */
    @JsonPropertyOrder({"registered", "posted", "review", "rejected", "parked", "quarantined", "waiting", "duplicate"})
    public record Totals(
            int registered,
            int posted,
            int review,
            int rejected,
            int parked,
            int quarantined,
            int waiting,
            int duplicate) {

        /** Whether everything that was registered is in a final state. */
        public boolean balanced() {
            return registered == posted + review + rejected + parked + quarantined + waiting + duplicate;
        }
    }

    public boolean balanced() {
        return files.balanced() && documents.balanced();
    }
}
