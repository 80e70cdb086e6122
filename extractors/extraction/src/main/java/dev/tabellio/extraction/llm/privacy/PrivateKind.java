package dev.tabellio.extraction.llm.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What names a person or a company, or their money. */
public enum PrivateKind {
    /** Social security and individual taxpayer numbers. */
    SSN,
    /** Employer identification numbers. */
    EIN,
    /** Accounts: numbers of ten digits or more, IBANs, and what a form calls an account number. */
    ACCOUNT,
    /** Of persons and companies. */
    NAME;

    private static final List<String> PERSONAL_NUMBERS = List.of("socialsecuritynumber", "ssn", "tin");

    /**
     * The kind of a field by the last name of its JSON pointer: {@code /Employee/Name}, {@code /Recipient/TIN}; empty if it
     * is not private. A TIN counts as a personal number: both kinds have nine digits and get the same care.
     */
    public static Optional<PrivateKind> of(String pointer) {
        String leaf = pointer.substring(pointer.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (PERSONAL_NUMBERS.contains(leaf)) {
            return Optional.of(SSN);
        }
        if (leaf.equals("idnumber") || leaf.equals("ein")) {
            return Optional.of(EIN);
        }
        if (leaf.contains("accountnumber") || leaf.equals("iban")) {
            return Optional.of(ACCOUNT);
        }
        boolean name = leaf.endsWith("name") && !leaf.equals("localityname") || leaf.startsWith("firstname");
        return name ? Optional.of(NAME) : Optional.empty();
    }
}
