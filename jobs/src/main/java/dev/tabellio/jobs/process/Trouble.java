package dev.tabellio.jobs.process;

import dev.tabellio.document.ProcessingFailure;
import dev.tabellio.jobs.store.DerivationKey;
import java.util.Optional;

/**
 * Why a stage failed for good.
 *
 * @param document empty if it concerns the whole file
 * @param cause a sentence for a person
 * @param fingerprint 12 hex digits, the same for failures of the same kind at the same place in the code
 */
public record Trouble(Optional<String> document, String stage, String cause, String fingerprint) {

    private static final int FINGERPRINT_DIGITS = 12;

    /** A failure as it was thrown. */
    public static Trouble of(Optional<String> document, String stage, Throwable thrown) {
        return new Trouble(document, stage, sentence(thrown), fingerprint(stage, thrown));
    }

    /** A failure that no exception stands for. */
    public static Trouble of(String stage, String cause) {
        return new Trouble(Optional.empty(), stage, cause, digits(stage + "|" + bare(cause)));
    }

    private static String sentence(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage());
        if (thrown instanceof ProcessingFailure) {
            return message;
        }
        if (thrown instanceof OutOfMemoryError) {
            return "it needs more memory than there is, even by itself";
        }
        if (thrown instanceof StackOverflowError) {
            return "its structure is nested too deeply";
        }
        String kind = thrown.getClass().getSimpleName();
        return thrown.getMessage() == null
                ? "unexpected failure: " + kind
                : "unexpected failure: %s: %s".formatted(kind, message);
    }

    /** Kind of failure and where our code met it; numbers and names of single files are left out. */
    private static String fingerprint(String stage, Throwable thrown) {
        StringBuilder text =
                new StringBuilder(stage).append('|').append(thrown.getClass().getName());
        if (thrown instanceof ProcessingFailure) {
            text.append('|').append(bare(String.valueOf(thrown.getMessage())));
        }
        if (!(thrown instanceof StackOverflowError)) {
            for (StackTraceElement frame : thrown.getStackTrace()) {
                if (frame.getClassName().startsWith("dev.tabellio.")) {
                    text.append('|').append(frame.getClassName()).append('.').append(frame.getMethodName());
                    break;
                }
            }
        }
        return digits(text.toString());
    }

    private static String bare(String message) {
        return message.replaceAll("'[^']*'|\"[^\"]*\"", "'").replaceAll("\\d+", "0");
    }

    private static String digits(String text) {
        return DerivationKey.digest(text).substring(0, FINGERPRINT_DIGITS);
    }
}
