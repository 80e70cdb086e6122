package dev.tabellio.document;

import org.jspecify.annotations.Nullable;

/** Why a stage could not do its work; the kind says what the job does about it. */
public abstract sealed class ProcessingFailure extends RuntimeException {

    private ProcessingFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The file itself is refused: damaged, protected, over a limit. The file becomes QUARANTINED. */
    public static final class Refusal extends ProcessingFailure {
        /** @param message a sentence for the person who sent the file */
        public Refusal(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** It may work the next time: the job retries with back-off. */
    public static final class TransientFailure extends ProcessingFailure {
        public TransientFailure(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** It will fail again in the same way: the file or document is PARKED with a failure record. */
    public static final class PermanentFailure extends ProcessingFailure {
        public PermanentFailure(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** Nothing can go on (disk full, database gone, budget reached): the run stops, restartable. */
    public static final class StopTheRun extends ProcessingFailure {
        public StopTheRun(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
