package dev.tabellio.extraction.synthesis.contract;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is known about the names of parties without knowing the parties: forms of companies, words that organisations are
 * called by, and one canonical spelling, in which "Example Widgets, Incorporated" and "EXAMPLE WIDGETS INC." are the same.
 */
public final class LegalNames {

    /** Forms that end a name. */
    private static final Set<String> ENDING_FORMS = Set.of(
            "inc",
            "incorporated",
            "corp",
            "llc",
            "lp",
            "llp",
            "lllp",
            "ltd",
            "plc",
            "nv",
            "bv",
            "ag",
            "gmbh",
            "sa",
            "spa",
            "asa",
            "ab",
            "oyj",
            "oy",
            "kk",
            "se",
            "sarl",
            "srl",
            "pllc",
            "kgaa",
            "pc",
            "na",
            "sas",
            "sicav",
            "a/s",
            "aps",
            "aktiengesellschaft",
            "kg",
            "bhd",
            "ltda",
            "ehf",
            "jsc",
            "pjsc",
            "lc",
            "sl",
            "cv",
            "ulc",
            "kaisha",
            "aktiebolag",
            "sro",
            "kft",
            "zrt",
            "sca");

    /** Forms after which a name may go on: "Trust Company of America", "Example Limited Partnership". */
    private static final Set<String> OPEN_FORMS = Set.of(
            "corporation",
            "company",
            "co",
            "limited",
            "bank",
            "trust",
            "association",
            "partnership",
            "pty",
            "pte",
            "sdn",
            "foundation",
            "university",
            "fund",
            "partners",
            "holdings",
            "group",
            "bancshares",
            "bancorp",
            "institute");

    /** Words that say that a name without a form is not a person's. */
    private static final Set<String> ORGANISATION_WORDS = Set.of(
            "enterprises",
            "capital",
            "solutions",
            "systems",
            "services",
            "technologies",
            "technology",
            "industries",
            "international",
            "associates",
            "bancorporation",
            "stores",
            "pharmaceuticals",
            "therapeutics",
            "resources",
            "ventures",
            "management",
            "investments",
            "advisors",
            "securities",
            "laboratories",
            "labs",
            "energy",
            "financial",
            "communications",
            "networks",
            "software",
            "media",
            "brands",
            "properties",
            "realty",
            "insurance",
            "hospital",
            "college",
            "school",
            "center",
            "centre",
            "board",
            "committee",
            "agency",
            "department",
            "authority",
            "ministry",
            "consulting",
            "entertainment",
            "motors",
            "airlines",
            "foods",
            "products",
            "manufacturing",
            "medical",
            "health",
            "healthcare",
            "global",
            "worldwide",
            "america",
            "usa");

    /** Canonical spellings of forms that are written in several ways. */
    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("incorporated", "Inc."),
            Map.entry("inc", "Inc."),
            Map.entry("limited", "Ltd."),
            Map.entry("ltd", "Ltd."),
            Map.entry("llc", "LLC"),
            Map.entry("llp", "LLP"),
            Map.entry("lp", "LP"),
            Map.entry("plc", "PLC"),
            Map.entry("corp", "Corp."),
            Map.entry("co", "Co."));

    /** Words that end the names of funds, which have no form of a company. */
    private static final Set<String> FUNDS = Set.of("fund", "funds", "portfolio", "portfolios", "series", "trust");

    private LegalNames() {}

    /** A name's single words without the marks around them, in lower case, "L.L.C." as "llc". */
    static String bare(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[.,;:()\"']", "");
    }

    static boolean endsName(String word) {
        String bare = bare(word);
        return (ENDING_FORMS.contains(bare) && (bare.length() > 2 || word.matches(".*[A-Z].*")))
                || word.matches("P\\.A\\.?,?");
    }

    /** A form that is no English word, so that it is one in small letters, too: "Orrery.com, inc". */
    static boolean isFormInAnyCase(String word) {
        return Set.of("inc", "llc", "ltd", "corp", "llp", "plc", "gmbh").contains(bare(word));
    }

    /** "Limited": only a kind or another form goes on behind it. */
    static boolean isLimited(String word) {
        return bare(word).equals("limited");
    }

    /** A word between "Limited" and the form: "Limited Liability Company". */
    static boolean isKind(String word) {
        return KINDS.contains(bare(word));
    }

    static boolean isForm(String word) {
        return endsName(word) || OPEN_FORMS.contains(bare(word));
    }

    /** Whether a full stop at the end of a word belongs to it: "Inc.", "N.V.", "Jr.", an initial. */
    static boolean isAbbreviation(String word) {
        return word.length() <= 2
                || word.indexOf('.') < word.length() - 1
                || PersonNames.isSuffix(word)
                || Set.of("inc", "corp", "co", "ltd", "bros", "pty", "pte", "sdn")
                        .contains(bare(word));
    }

    /** Words that no name of a party has. */
    private static final Set<String> NEVER_IN_NAMES = Set.of(
            "agreement",
            "agreements",
            "confidentiality",
            "non-disclosure",
            "nondisclosure",
            "non-competition",
            "exhibit",
            "schedule",
            "section",
            "article",
            "whereas",
            "witness",
            "effective",
            "hereinafter",
            "undersigned",
            "signature",
            "information",
            "this",
            "amendment",
            "covenants",
            "therein",
            "thereof",
            "herein",
            "provided",
            "employment",
            "mailing",
            "attention");

    /** Words that only describe a form. */
    private static final Set<String> KINDS =
            Set.of("liability", "joint", "stock", "public", "private", "statutory", "business");

    private static final List<String> NOT_AT_START =
            List.of("board of", "directors of", "state of", "commonwealth of", "united states", "republic of");

    /**
     * Whether the words can be a party's name at all: something is left of them beside places and forms ("a Delaware
     * Corporation" names nobody), and they do not speak of the agreement.
     */
    static boolean canName(String name) {
        String[] words = name.strip().split("\\s+");
        StringBuilder rest = new StringBuilder();
        for (String word : words) {
            if (NEVER_IN_NAMES.contains(bare(word)) || word.contains("..")) {
                return false;
            }
            if (!isForm(word) && !KINDS.contains(bare(word))) {
                rest.append(rest.length() == 0 ? "" : " ").append(word);
            }
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return !Places.isPlace(rest.toString().replaceAll("[,;]+$", ""))
                && (NOT_AT_START.stream().noneMatch(lower::startsWith) || isOfUniversity(lower))
                && !lower.contains("committee of");
    }

    private static boolean isOfUniversity(String lower) {
        return lower.matches(
                "board of (?:regents|trustees|governors|supervisors|curators) of .*\\b(?:university|college|institute|school)\\b.*");
    }

    /** Whether a name has the form of a company or a word that only organisations are called by. */
    static boolean isOrganisation(String name) {
        List<String> words = List.of(name.strip().split("\\s+"));
        return words.stream()
                .anyMatch(word -> isForm(word) || ORGANISATION_WORDS.contains(bare(word)) || word.indexOf('&') >= 0);
    }

    /** Whether a name ends in a company's form: "Example Widgets, Inc." */
    static boolean hasForm(String name) {
        String[] words = name.strip().split("\\s+");
        return words.length > 1 && (isForm(words[words.length - 1]) || anyEnding(words)) && canName(name);
    }

    /** Whether a name ends in a form that only companies have, not in a word such as "Bank" that also stands in addresses. */
    static boolean hasCompanyForm(String name) {
        String[] words = name.strip().split("\\s+");
        String last = words[words.length - 1];
        return hasForm(name)
                && (endsName(last)
                        || anyEnding(words)
                        || (bare(last).equals("co") && !last.equals("CO"))
                        || List.of("corporation", "company", "limited", "partnership")
                                .contains(bare(last)));
    }

    /** Whether a name ends in a company's form or is a fund's: "Example Municipal Bond Portfolio". */
    static boolean hasFormOrIsFund(String name) {
        int last = name.lastIndexOf(' ');
        return hasForm(name) || (last > 0 && FUNDS.contains(bare(name.substring(last + 1))) && canName(name));
    }

    /** A form inside: "Example Company of America", "Open Joint Stock Company "Example"". */
    private static boolean anyEnding(String[] words) {
        for (int i = 1; i < words.length - 1; i++) {
            if (isForm(words[i]) && (bare(words[i + 1]).equals("of") || words[i + 1].startsWith("\""))) {
                return true;
            }
        }
        return false;
    }

    /**
     * One spelling of a name: no commas, "and" for "&amp;", the usual short form of the company's form ("Incorporated" is
     * "Inc.", "L.L.C." is "LLC"), upper and lower case as given.
     */
    public static String canonical(String name) {
        String[] words = name.replace(",", " ").replace("&", " and ").strip().split("\\s+");
        StringBuilder canonical = new StringBuilder();
        for (int i = 0; i < words.length; i++) {
            String spelling = i == 0 ? null : SPELLINGS.get(bare(words[i]));
            canonical.append(i == 0 ? "" : " ").append(spelling == null ? words[i] : spelling);
        }
        return canonical.toString();
    }

    /** A key that is equal for spellings of the same name in any case and with any marks. */
    static String key(String name) {
        return canonical(name).toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
