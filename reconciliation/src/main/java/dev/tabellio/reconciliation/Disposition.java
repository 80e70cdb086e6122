package dev.tabellio.reconciliation;

import dev.tabellio.reconciliation.Finding.Outcome;
import dev.tabellio.reconciliation.Finding.Severity;
import java.util.Collection;

/** What happens to a document. */
public enum Disposition {
    /** It proved itself: it may be exported as fact. */
    POST,
    /** A person has to look. */
    REVIEW,
    /** It breaks a rule that no correction of the reading can mend. */
    REJECT;

    /**
     * What the findings amount to: a violated FATAL rule rejects; a violated ERROR rule, or an ERROR or FATAL rule that
     * could not be decided, asks for a person; everything else posts.
     */
    public static Disposition of(Collection<Finding> findings) {
        Disposition disposition = POST;
        for (Finding finding : findings) {
            if (finding.severity() == Severity.WARNING) {
                continue;
            }
            if (finding.outcome() == Outcome.VIOLATED && finding.severity() == Severity.FATAL) {
                return REJECT;
            }
            if (finding.outcome() == Outcome.VIOLATED || finding.outcome() == Outcome.UNDECIDED) {
                disposition = REVIEW;
            }
        }
        return disposition;
    }
}
