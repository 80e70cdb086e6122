package dev.tabellio.extraction.llm.privacy;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Gathers what is private in one document, in the order in which it is met, and gives it stand-ins. */
final class PrivateSearch {

    private static final String CAPITALISED = "\\p{Lu}[\\p{L}\\p{M}\\d'\\u2019&-]*\\.?";

    private static final Pattern COMPANY = Pattern.compile("((?:" + CAPITALISED
            + ",? (?:(?:of|and|the|&|und|der) )?){1,6})(?:Inc|INC|LLC|L\\.L\\.C|Ltd|LTD|Limited|LIMITED|Corp|CORP"
            + "|Corporation|CORPORATION|Company|COMPANY|Co|LP|L\\.P|LLP|PLC|plc|N\\.A|GmbH|AG|KG|SE|S\\.A|B\\.V"
            + "|Trust|TRUST|Bank|BANK)\\b");

    private static final Pattern PERSON = Pattern.compile("(?:\\b(?:Mr|Mrs|Ms|Dr|Herrn?|Frau)\\.? "
            + "|\\b(?:Name|NAME|By|BY|Attn|ATTN|Attention|Signed): ?(?:/s/ ?)?|/s/ ?)((?:"
            + CAPITALISED + " ){0,3}" + CAPITALISED + ")");

    /** Words in and around names that name nobody. */
    private static final Set<String> COMMON = Set.copyOf(List.of("""
            and of the for und der die das von inc llc ltd limited corp corporation company co lp llp plc gmbh ag kg se
            trust bank jr sr ii iii iv this that agreement party parties between title date name by its mr mrs ms dr herr
            herrn frau an with in united states state whereas each either any such recipient discloser disclosing receiving
            address signature print printed president director officer chief""".split("\\s+")));

    private final String text;
    private final Privacy privacy;
    private final Map<String, String> numbers = new LinkedHashMap<>();
    private final Map<String, String> accounts = new LinkedHashMap<>();
    private final Set<String> names = new LinkedHashSet<>();
    private int counter;

    private PrivateSearch(String text, Privacy privacy) {
        this.text = text;
        this.privacy = privacy;
    }

    static PrivateText in(List<String> lines, Map<String, ? extends Collection<String>> known, Privacy privacy) {
        PrivateSearch search = new PrivateSearch(String.join("\n", lines), privacy);
        known.forEach((pointer, values) -> PrivateKind.of(pointer)
                .filter(search::hides)
                .ifPresent(kind -> values.forEach(value -> search.take(kind, value))));
        lines.forEach(search::search);
        return search.found();
    }

    private boolean hides(PrivateKind kind) {
        return !privacy.mayLeave().contains(kind);
    }

    private void take(PrivateKind kind, String value) {
        switch (kind) {
            case SSN, EIN -> number(kind, PrivateText.digits(value));
            case ACCOUNT -> account(value.strip());
            case NAME -> name(value);
        }
    }

    private void search(String line) {
        if (hides(PrivateKind.ACCOUNT)) {
            each(PrivateText.ACCOUNT, line, match -> account(match.group()));
        }
        each(PrivateText.NINE_DIGITS, line, match -> {
            PrivateKind kind = isEmployerNumber(match.group()) ? PrivateKind.EIN : PrivateKind.SSN;
            if (hides(kind)) {
                number(kind, PrivateText.digits(match.group()));
            }
        });
        if (hides(PrivateKind.NAME)) {
            each(COMPANY, line, match -> name(match.group(1)));
            each(PERSON, line, match -> name(match.group(1)));
        }
    }

    private static void each(Pattern pattern, String line, Consumer<MatchResult> action) {
        pattern.matcher(line).results().forEach(action);
    }

    private static boolean isEmployerNumber(String printed) {
        return printed.replace(" ", "").matches("\\d{2}[\\u2013\\u2014-]\\d{7}");
    }

    /** Area 000 is never part of a social security number, and prefix 00 never of an employer's. */
    private void number(PrivateKind kind, String digits) {
        if (digits.length() == 9 && !numbers.containsKey(digits)) {
            String shape = kind == PrivateKind.EIN ? "00%07d" : "00090%04d";
            numbers.put(digits, unused(shape, stand -> numbers.containsKey(stand) || numbers.containsValue(stand)));
        }
    }

    private void account(String printed) {
        if (printed.length() > 3 && !accounts.containsKey(printed)) {
            accounts.put(printed, unused("ACCOUNT%d", accounts::containsValue));
        }
    }

    private String unused(String shape, Predicate<String> taken) {
        String stand;
        do {
            counter++;
            stand = String.format(Locale.ROOT, shape, counter);
        } while (taken.test(stand) || text.contains(stand));
        return stand;
    }

    private void name(String printed) {
        each(PrivateText.WORD, printed, match -> {
            String word = match.group().toLowerCase(Locale.ROOT);
            if (word.length() > 1 && word.codePoints().anyMatch(Character::isLetter) && !COMMON.contains(word)) {
                names.add(word);
            }
        });
    }

    private PrivateText found() {
        Map<String, String> sorted = new LinkedHashMap<>();
        accounts.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(printed -> sorted.put(printed, accounts.getOrDefault(printed, printed)));
        return new PrivateText(numbers, sorted, namesAsPrinted());
    }

    /** McDonald and MCDONALD share a number; Mcdonald beside them gets one of its own, so that each can be put back. */
    private Map<String, String> namesAsPrinted() {
        Map<String, String> printed = new LinkedHashMap<>();
        Map<String, String> shared = new LinkedHashMap<>();
        String lower = text.toLowerCase(Locale.ROOT);
        each(PrivateText.WORD, text, match -> {
            String word = match.group();
            String key = word.toLowerCase(Locale.ROOT);
            if (names.contains(key) && PrivateText.canBeName(word) && !printed.containsKey(word)) {
                String form = PrivateText.isCapitals(word) ? "NAME" : "Name";
                String number = shared.computeIfAbsent(key, any -> unusedName(lower));
                if (printed.containsValue(form + number)) {
                    number = unusedName(lower);
                }
                printed.put(word, form + number);
            }
        });
        return printed;
    }

    private String unusedName(String lowerText) {
        String number;
        do {
            counter++;
            number = Integer.toString(counter);
        } while (lowerText.contains("name" + number));
        return number;
    }
}
