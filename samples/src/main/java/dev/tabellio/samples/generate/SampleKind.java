package dev.tabellio.samples.generate;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kinds of sample document. */
public enum SampleKind {
    /** Form W-2 as the Internal Revenue Service draws it. */
    W2_IRS("us-w2"),
    /** Form W-2 as payroll software draws it. */
    W2_VENDOR("us-w2"),
    /** Form W-2 with the text about it on the same page, above or below. */
    W2_INSTRUCTED("us-w2"),
    /** Copies B, C, 2 and 2 of one Form W-2 on one sheet. */
    W2_FOUR_UP("us-w2"),
    /** Form W-2 as an interactive form. */
    W2_FILLABLE("us-w2"),
    /** Copies B and 2 of one Form W-2 in two files. */
    W2_COPIES("us-w2"),
    /** Form 1099-NEC, one to a page. */
    NEC_IRS("us-1099-nec"),
    /** Recipient's and payer's copy of one Form 1099-NEC on one page. */
    NEC_TWO_UP("us-1099-nec"),
    /** Form 1099-NEC as an interactive form. */
    NEC_FILLABLE("us-1099-nec"),
    /** A form of boxes as its agency draws it, one to a page; which one is said beside the kind. */
    FORM("form"),
    /** The same with the text about it on the same page, above or below. */
    FORM_INSTRUCTED("form"),
    /** The same as payers print it who do not use the form. */
    STATEMENT("statement"),
    /** The same as a letter, wording and value joined by dots. */
    LETTER("statement"),
    /** The same in two columns side by side, the number of each box behind its wording. */
    COLUMNS("statement"),
    /** The same as cards with the value over its wording. */
    CARDS("statement"),
    /** Several forms of one type on a page, each of other people. */
    FORM_SHEET("form-sheet"),
    /** Several statements of one type on a page, each of other people. */
    STATEMENT_SHEET("statement-sheet"),
    /** Several forms 1099 of one account in one statement, also several on a page. */
    CONSOLIDATED("packet"),
    /** Forms W-2 of two employees on a page. */
    W2_SHEET("us-w2"),
    /** Form 1040 of 2021 to 2025. */
    F1040("us-1040"),
    /** Form 1040 as an interactive form. */
    F1040_FILLABLE("us-1040"),
    /** Mutual non-disclosure agreement. */
    NDA_MUTUAL("nda"),
    /** Non-disclosure agreement that binds one side. */
    NDA_ONE_WAY("nda"),
    /** Non-disclosure agreement as a countersigned letter. */
    NDA_LETTER("nda"),
    /** Non-disclosure agreement of any kind that none, one or both have signed. */
    NDA_SIGNED("nda"),
    /** Lease of any kind that none, one or both have signed. */
    LEASE_SIGNED("lease"),
    /** Lease of business premises. */
    LEASE_COMMERCIAL("lease"),
    /** Lease of a dwelling. */
    LEASE_RESIDENTIAL("lease"),
    /** Lease behind a summary of its terms. */
    LEASE_SUMMARY("lease"),
    /** Employment agreement. */
    EMPLOYMENT_AGREEMENT("employment"),
    /** Offer of employment as a countersigned letter. */
    EMPLOYMENT_LETTER("employment"),
    /** Loan or credit agreement. */
    CREDIT_AGREEMENT("credit-agreement"),
    /** Credit agreement behind a cover and a table of contents. */
    CREDIT_FACILITY("credit-agreement"),
    /** Promissory note, which one party signs. */
    CREDIT_NOTE("credit-agreement"),
    /** A return with its wage statements, an instruction page and a blank page in one file, in any order. */
    PACKET("packet"),
    /** Documents of any kinds, some of them twice, instruction pages and blank pages in one file, in any order. */
    MIXED_PACKET("packet");

    private final String folder;

    SampleKind(String folder) {
        this.folder = folder;
    }

    /** The document type, or {@code packet}: the upper folder of its cases. */
    public String folder() {
        return folder;
    }

    /** As written on the command line, such as {@code w2-four-up}; 1040s are {@code 1040} and {@code 1040-fillable}. */
    public String id() {
        String id = name().toLowerCase(Locale.ROOT).replace('_', '-');
        return id.startsWith("f1040") ? id.substring(1) : id;
    }

    /** @throws IllegalArgumentException naming all kinds if there is none with this id */
    public static SampleKind of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id().equals(id.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown kind of sample '%s'; known: %s"
                        .formatted(
                                id, Arrays.stream(values()).map(SampleKind::id).collect(Collectors.joining(", ")))));
    }
}
