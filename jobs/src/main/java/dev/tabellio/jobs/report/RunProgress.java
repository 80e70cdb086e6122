package dev.tabellio.jobs.report;

/**
 * How far a run is at one moment.
 *
 * @param step name of the step that is being worked on, such as {@code process}
 * @param files registered so far
 * @param filesDone the ones that need no further work, whatever became of them
 * @param pages of the files that were read, by this and by earlier attempts of the run
 * @param post documents that proved themselves so far
 * @param review documents that a person has to look at so far
 * @param rejected documents so far
 * @param parked files and documents whose work failed so far
 * @param quarantined files that were refused so far
 */
public record RunProgress(
        String step,
        int files,
        int filesDone,
        long pages,
        int post,
        int review,
        int rejected,
        int parked,
        int quarantined) {}
