package dev.tabellio.jobs.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a run.
 *
 * @param run its id
 * @param state of the run as stored, such as {@code COMPLETED}
 * @param says why it is in that state; null if it simply completed
 * @param seconds that it worked, all attempts together
 * @param pages that were read
 * @param files how many are in each state, by the state's name, in the order to show; they add up to those registered
 * @param documents how many are in each state, likewise
 * @param imbalance what the control totals miss, a sentence each; empty if they balance
 * @param review why documents wait for a person, each counted under its first reason, most frequent first
 * @param unclaimed what there is to say about pages that are in no document, counted in files
 * @param rejected why documents were rejected
 * @param quarantined why files were refused
 * @param parked what failed and can be run again
 * @param waiting why models could not be asked about documents
 * @param models what models were asked about; null if nothing
 * @param export folder of the export; null if nothing was exported
 * @param goOn the command that goes on with it; null if it completed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunSummary(
        String run,
        String state,
        @Nullable String says,
        double seconds,
        long pages,
        Map<String, Integer> files,
        Map<String, Integer> documents,
        List<String> imbalance,
        List<Cause> review,
        List<Cause> unclaimed,
        List<Cause> rejected,
        List<Cause> quarantined,
        List<Cause> parked,
        List<Cause> waiting,
        @Nullable ModelShare models,
        @Nullable String export,
        @Nullable String goOn) {

    public RunSummary {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        documents = Collections.unmodifiableMap(new LinkedHashMap<>(documents));
        imbalance = List.copyOf(imbalance);
        review = List.copyOf(review);
        unclaimed = List.copyOf(unclaimed);
        rejected = List.copyOf(rejected);
        quarantined = List.copyOf(quarantined);
        parked = List.copyOf(parked);
        waiting = List.copyOf(waiting);
    }
}
