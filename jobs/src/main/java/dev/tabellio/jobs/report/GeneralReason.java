package dev.tabellio.jobs.report;

/** A reason without the particulars of a single document, so that documents with the same trouble count as one cause. */
final class GeneralReason {

    private GeneralReason() {}

    /** Of several reasons, a line each, the first: the others often follow from it. */
    static String of(String reason) {
        return withoutParentheses(reason.lines().findFirst().orElse("unknown"))
                .replaceAll("\\b[Pp]age \\d+ is\\b|\\b[Pp]ages \\d[\\d, -]* are\\b", "some pages are")
                .replaceAll("\\b[Pp]ages? \\d[\\d, -]*(?<! )", "a page")
                .replaceAll("\"[^\"]*\"", "\"...\"")
                .replaceAll("(?<![\\w.-])-?\\d[\\d,]*\\.\\d{2,}", "...")
                .replaceAll("(?<![\\w.-])\\d{3,}(?![\\w.])", "...");
    }

    /** Also those inside of others. */
    private static String withoutParentheses(String text) {
        String shorter = text.replaceAll("\\s*\\([^()]*\\)", "");
        return shorter.equals(text) ? text : withoutParentheses(shorter);
    }
}
