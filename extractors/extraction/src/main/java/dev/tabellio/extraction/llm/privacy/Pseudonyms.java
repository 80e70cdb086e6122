package dev.tabellio.extraction.llm.privacy;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The stand-ins of one document: {@link #hide} before a model is asked, {@link #restore} on its answer. Immutable.
 *
 * <p>Numbers keep their shape in both directions, {@code 400-00-1038} and {@code 400001038} are the same number. Names are
 * replaced word by word, so that a first name, a last name and both together are the same words everywhere; a word in
 * capitals gets a stand-in in capitals, and a word in small letters is no name.
 */
public final class Pseudonyms {

    private final PrivateText text;
    private final Map<String, String> numbersBack = new HashMap<>();
    private final Map<String, String> wordsBack = new HashMap<>();

    Pseudonyms(PrivateText text) {
        this.text = text;
        text.numbers().forEach((digits, stand) -> numbersBack.put(stand, digits));
        text.names().forEach((word, stand) -> wordsBack.put(stand, word));
        text.accounts().forEach((printed, stand) -> wordsBack.put(stand, printed));
    }

    /** How many different values have a stand-in. */
    public int size() {
        return text.numbers().size() + text.accounts().size() + text.names().size();
    }

    /** The text with stand-ins; line breaks and everything else stay. */
    public String hide(String printed) {
        String hidden = printed;
        for (Map.Entry<String, String> account : text.accounts().entrySet()) {
            hidden = hidden.replace(account.getKey(), account.getValue());
        }
        return hideNames(renumbered(hidden, text.numbers()));
    }

    /** The text as it would be without stand-ins; what is not one stays. */
    public String restore(String answered) {
        return PrivateText.WORD
                .matcher(renumbered(answered, numbersBack))
                .replaceAll(match -> Matcher.quoteReplacement(wordsBack.getOrDefault(match.group(), match.group())));
    }

    /** A JSON answer with all of its strings restored; names of properties stay. */
    public JsonNode restore(JsonNode answer) {
        if (answer.isString()) {
            return JsonNodeFactory.instance.stringNode(restore(answer.asString()));
        }
        if (answer.isArray()) {
            ArrayNode restored = JsonNodeFactory.instance.arrayNode();
            answer.forEach(item -> restored.add(restore(item)));
            return restored;
        }
        if (answer.isObject()) {
            ObjectNode restored = JsonNodeFactory.instance.objectNode();
            answer.properties().forEach(entry -> restored.set(entry.getKey(), restore(entry.getValue())));
            return restored;
        }
        return answer;
    }

    private static String renumbered(String from, Map<String, String> numbers) {
        if (numbers.isEmpty()) {
            return from;
        }
        return PrivateText.NINE_DIGITS.matcher(from).replaceAll(match -> {
            String other = numbers.get(PrivateText.digits(match.group()));
            return Matcher.quoteReplacement(other == null ? match.group() : withDigits(match.group(), other));
        });
    }

    private static String withDigits(String shape, String digits) {
        StringBuilder text = new StringBuilder(shape);
        int next = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                text.setCharAt(i, digits.charAt(next++));
            }
        }
        return text.toString();
    }

    private String hideNames(String printed) {
        return PrivateText.WORD
                .matcher(printed)
                .replaceAll(match -> Matcher.quoteReplacement(text.names().getOrDefault(match.group(), match.group())));
    }
}
