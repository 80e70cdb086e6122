package dev.tabellio.jobs.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/**
 * Where and why a YAML or JSON text is not well-formed, in one line.
 *
 * @param line from 1
 * @param says the parser's complaint without its excerpts of the text
 */
public record SyntaxError(int line, String says) {

    private static final Pattern PLACE = Pattern.compile("^ in .*, line (\\d+), column", Pattern.MULTILINE);

    /** Reads the place from the parser's message, which knows it better than the exception for YAML. */
    public static SyntaxError of(JacksonException failure) {
        int line = failure.getLocation() == null ? 1 : failure.getLocation().getLineNr();
        Matcher place = PLACE.matcher(failure.getOriginalMessage());
        while (place.find()) {
            line = Integer.parseInt(place.group(1));
        }
        String says = failure.getOriginalMessage()
                .lines()
                .filter(part -> !part.isBlank() && !part.startsWith(" "))
                .collect(Collectors.joining(", "));
        return new SyntaxError(Math.max(1, line), says);
    }
}
