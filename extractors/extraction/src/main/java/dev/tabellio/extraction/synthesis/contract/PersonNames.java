package dev.tabellio.extraction.synthesis.contract;

import java.util.Set;

/** What is known about the names of persons without knowing the persons. */
final class PersonNames {

    private static final Set<String> SUFFIXES =
            Set.of("jr", "sr", "ii", "iii", "iv", "md", "phd", "esq", "cpa", "mba", "dds", "jd");

    /** Words of offices and business, which make no person's name. */
    private static final Set<String> NEVER = Set.of(
            "director",
            "directors",
            "president",
            "officer",
            "chairman",
            "secretary",
            "treasurer",
            "manager",
            "managing",
            "vice",
            "chief",
            "senior",
            "executive",
            "general",
            "counsel",
            "business",
            "development",
            "legal",
            "human",
            "employee",
            "employer",
            "recipient",
            "discloser",
            "second",
            "first",
            "party",
            "parties",
            "street",
            "avenue",
            "road",
            "drive",
            "suite",
            "boulevard",
            "floor",
            "islands",
            "ladies",
            "gentlemen",
            "very",
            "truly",
            "yours",
            "sincerely",
            "special",
            "committee",
            "print",
            "name",
            "title",
            "date",
            "by",
            "its",
            "authorized",
            "signatory",
            "representative",
            "and",
            "or",
            "shareholder",
            "stockholder",
            "investor",
            "investment",
            "investors",
            "advisor",
            "purchaser",
            "residence",
            "address",
            "city",
            "state",
            "zip",
            "code",
            "notary",
            "public",
            "page",
            "follows",
            "accepted",
            "agreed",
            "acknowledged");

    private PersonNames() {}

    /** "Jr.", "III", "M.D.": what stands behind a person's name. */
    static boolean isSuffix(String word) {
        return SUFFIXES.contains(LegalNames.bare(word));
    }

    /** Whether a name looks like a person's: two to five words with capitals, one of them longer than an initial. */
    static boolean matches(String name) {
        String[] words = name.strip().split("\\s+");
        if (words.length < 2 || words.length > 6 || LegalNames.isOrganisation(name) || !LegalNames.canName(name)) {
            return false;
        }
        int full = 0;
        for (String word : words) {
            String bare = LegalNames.bare(word);
            if (NEVER.contains(bare)
                    || bare.isEmpty()
                    || !bare.chars().allMatch(c -> Character.isLetter(c) || c == '-')) {
                return false;
            }
            if (!Character.isUpperCase(word.replaceAll("^[\"'(]+", "").charAt(0))
                    && !Set.of("de", "van", "von", "der", "la", "di").contains(bare)) {
                return false;
            }
            if (bare.length() > 1 && !SUFFIXES.contains(bare)) {
                full++;
            }
        }
        return full >= 2 || (full == 1 && words.length >= 3);
    }
}
