package dev.tabellio.jobs.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A mapping in the configuration file, which complains with the place and what is allowed. */
final class Section {

    private final String place;
    private final JsonNode node;

    /** @param place file and path of keys, for messages */
    Section(String place, JsonNode node) {
        this.place = place;
        this.node = node;
        if (!node.isObject()) {
            throw new InvalidConfiguration("%s needs keys below it".formatted(place));
        }
    }

    /** @throws InvalidConfiguration if there are other keys than these */
    Section requireOnly(String... keys) {
        for (String key : names()) {
            if (!List.of(keys).contains(key)) {
                throw new InvalidConfiguration(
                        "%s: '%s' is not known here; the keys are: %s".formatted(place, key, String.join(", ", keys)));
            }
        }
        return this;
    }

    List<String> names() {
        return List.copyOf(new TreeSet<>(node.propertyNames()));
    }

    Optional<Section> section(String key) {
        return child(key).map(value -> new Section(place(key), value));
    }

    <T> List<T> sections(String key, BiFunction<Integer, Section, T> read) {
        List<T> list = new ArrayList<>();
        child(key).ifPresent(values -> {
            if (!values.isArray()) {
                throw new InvalidConfiguration("%s needs a list".formatted(place(key)));
            }
            for (JsonNode value : values) {
                list.add(read.apply(list.size(), new Section("%s[%d]".formatted(place(key), list.size()), value)));
            }
        });
        return list;
    }

    Optional<String> text(String key) {
        return child(key).map(value -> {
            if (!value.isValueNode() || value.asString().isBlank()) {
                throw new InvalidConfiguration("%s needs a single value".formatted(place(key)));
            }
            return value.asString().strip();
        });
    }

    String required(String key, String says) {
        return text(key).orElseThrow(() -> new InvalidConfiguration("%s has no '%s': %s".formatted(place, key, says)));
    }

    /** One value or several. */
    List<String> texts(String key) {
        return child(key)
                .map(value -> value.isArray()
                        ? value.valueStream().map(JsonNode::asString).toList()
                        : List.of(value.asString()))
                .orElse(List.of());
    }

    boolean flag(String key, boolean otherwise) {
        return flag(key).orElse(otherwise);
    }

    Optional<Boolean> flag(String key) {
        return text(key).map(value -> switch (value) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new InvalidConfiguration("%s is '%s', but must be true or false".formatted(place(key), value));
        });
    }

    long number(String key, long least, long most, long otherwise) {
        return number(key, least, most).orElse(otherwise);
    }

    OptionalLong number(String key, long least, long most) {
        String value = text(key).orElse(null);
        if (value == null) {
            return OptionalLong.empty();
        }
        try {
            long number = Long.parseLong(value.replace("_", ""));
            if (number >= least && number <= most) {
                return OptionalLong.of(number);
            }
        } catch (NumberFormatException e) {
            // reported below, as a value out of range is
        }
        throw new InvalidConfiguration(
                "%s is '%s', but must be a whole number from %d to %d".formatted(place(key), value, least, most));
    }

    /** An amount of money, 0 or more. */
    Optional<BigDecimal> money(String key) {
        return text(key).map(value -> {
            try {
                BigDecimal money = new BigDecimal(value);
                if (money.signum() >= 0 && money.scale() <= 12) {
                    return money;
                }
            } catch (NumberFormatException e) {
                // reported below, as a negative amount is
            }
            throw new InvalidConfiguration(
                    "%s is '%s', but must be an amount such as 0.15".formatted(place(key), value));
        });
    }

    <E extends Enum<E>> E choice(String key, E[] all, E otherwise) {
        return text(key).map(value -> choice(place(key), value, all)).orElse(otherwise);
    }

    static <E extends Enum<E>> E choice(String place, String value, E[] all) {
        for (E one : all) {
            if (label(one).equals(value)) {
                return one;
            }
        }
        throw new InvalidConfiguration("%s is '%s', but must be one of %s"
                .formatted(
                        place, value, List.of(all).stream().map(Section::label).collect(Collectors.joining(", "))));
    }

    static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String place() {
        return place;
    }

    String place(String key) {
        return place + "." + key;
    }

    private Optional<JsonNode> child(String key) {
        @Nullable JsonNode value = node.get(key);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
    }
}
