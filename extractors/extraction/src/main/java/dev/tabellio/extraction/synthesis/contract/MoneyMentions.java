package dev.tabellio.extraction.synthesis.contract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds amounts of money in English text by a currency beside the figure: "$1,250,000", "US$ 4.5 million", "EUR 500",
 * "5,000 Euros". Amounts in words count only with their figure: "five thousand dollars ($5,000)".
 */
final class MoneyMentions {

    /** An amount, its ISO 4217 currency, and where both stand. */
    record Mention(BigDecimal amount, String currency, TextSpan span) {}

    private static final Map<String, String> CURRENCIES = Map.ofEntries(
            Map.entry("$", "USD"),
            Map.entry("us$", "USD"),
            Map.entry("u.s.$", "USD"),
            Map.entry("usd", "USD"),
            Map.entry("usd$", "USD"),
            Map.entry("c$", "CAD"),
            Map.entry("cad", "CAD"),
            Map.entry("dollars", "USD"),
            Map.entry("us dollars", "USD"),
            Map.entry("€", "EUR"),
            Map.entry("eur", "EUR"),
            Map.entry("euro", "EUR"),
            Map.entry("euros", "EUR"),
            Map.entry("£", "GBP"),
            Map.entry("gbp", "GBP"),
            Map.entry("¥", "JPY"),
            Map.entry("rmb", "CNY"),
            Map.entry("chf", "CHF"));

    private static final String FIGURE = "(?<figure>\\d{1,3}(?:,\\d{3}){1,4}(?:\\.\\d{1,4})?|\\d{1,12}(?:\\.\\d{1,4})?)"
            + "(?:\\s?(?<scale>million|billion|thousand)\\b)?";
    private static final Pattern BEFORE = Pattern.compile(
            "(?<currency>U\\.?S\\.?\\s?\\$|USD\\$?|CAD|C\\$|\\$|EUR|€|GBP|£|¥|RMB|CHF)\\s{0,2}" + FIGURE + "(?![\\d%])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER = Pattern.compile(
            "(?<![\\d.,$€£-])" + FIGURE + "\\s(?<currency>US\\sdollars|dollars|euros?|EUR|USD|GBP|RMB|CHF)\\b",
            Pattern.CASE_INSENSITIVE);

    private MoneyMentions() {}

    /** All amounts inside a span of a text, in the order in which they stand. */
    static List<Mention> in(String text, TextSpan span) {
        List<Mention> mentions = new ArrayList<>();
        for (Pattern pattern : List.of(BEFORE, AFTER)) {
            Matcher matcher = pattern.matcher(text).region(span.start(), span.end());
            while (matcher.find()) {
                TextSpan at = new TextSpan(matcher.start(), matcher.end());
                if (mentions.stream().noneMatch(other -> other.span().contains(at.start()))) {
                    mentions.add(new Mention(amount(matcher), currency(matcher.group("currency")), at));
                }
            }
        }
        mentions.sort((a, b) -> Integer.compare(a.span().start(), b.span().start()));
        return mentions;
    }

    private static BigDecimal amount(Matcher matcher) {
        BigDecimal figure = new BigDecimal(matcher.group("figure").replace(",", ""));
        String scale =
                matcher.group("scale") == null ? "" : matcher.group("scale").toLowerCase(Locale.ROOT);
        BigDecimal amount = switch (scale) {
            case "thousand" -> figure.movePointRight(3);
            case "million" -> figure.movePointRight(6);
            case "billion" -> figure.movePointRight(9);
            default -> figure;
        };
        return amount.setScale(Math.max(2, amount.stripTrailingZeros().scale()));
    }

    private static String currency(String printed) {
        String key =
                printed.toLowerCase(Locale.ROOT).replaceAll("\\s+(?=\\$)", "").replaceAll("\\s+", " ");
        return CURRENCIES.getOrDefault(key.replace("u.s.$", "us$").replace("u.s$", "us$"), "USD");
    }
}
