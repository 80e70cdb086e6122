package dev.tabellio.jobs.config;

import dev.tabellio.extraction.admission.AdmissionLimits;
import dev.tabellio.jobs.config.LlmConfig.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code tabellio.yaml}, environment and system properties into a {@link TabellioConfig}. */
public final class ConfigReader {

    /** Name of the file in the home folder; it may be missing. */
    public static final String FILE = "tabellio.yaml";

    private final Map<String, String> environment;
    private final Properties systemProperties;

    public ConfigReader(Map<String, String> environment, Properties systemProperties) {
        this.environment = Map.copyOf(environment);
        this.systemProperties = systemProperties;
    }

    /**
     * The configuration of a home folder.
     *
     * @param home need not exist
     * @throws InvalidConfiguration naming the place, the key and what is allowed
     */
    public TabellioConfig read(Path home) {
        Path absolute = home.toAbsolutePath().normalize();
        Path file = absolute.resolve(FILE);
        JsonNode tree = Files.exists(file) ? tree(file) : MissingNode.getInstance();
        Map<Setting, Given> given = given(file, tree);
        AdmissionLimits limits = AdmissionLimits.defaults();
        return new TabellioConfig(
                absolute,
                (int) number(
                        given, Setting.WORKERS, 1, 1024, Runtime.getRuntime().availableProcessors()),
                new TabellioConfig.Database(
                        text(
                                given,
                                Setting.DATABASE_URL,
                                "jdbc:h2:file:" + absolute.resolve("database").resolve("tabellio")
                                        + ";AUTO_SERVER=TRUE"),
                        text(given, Setting.DATABASE_USER, "tabellio"),
                        text(given, Setting.DATABASE_PASSWORD, "")),
                new TabellioConfig.Limits(
                        number(given, Setting.LIMITS_BYTES, 1, Long.MAX_VALUE, limits.bytes()),
                        (int) number(given, Setting.LIMITS_PAGES, 1, 1_000_000, limits.pages()),
                        number(given, Setting.LIMITS_PIXELS, 1, Integer.MAX_VALUE, limits.pixels())),
                new TabellioConfig.Ocr(
                        (int) number(given, Setting.OCR_DPI, 100, 600, 300),
                        Duration.ofSeconds(number(given, Setting.OCR_SECONDS_PER_PAGE, 1, 3600, 60)),
                        languages(given),
                        path(given, Setting.OCR_TESSDATA, absolute),
                        (int) number(given, Setting.OCR_READ_TWICE, 0, 100, 10),
                        yes(given, Setting.OCR_POST_SCANS)),
                TabellioConfig.Layout.of(
                        text(given, Setting.LAYOUT_MODEL, "none").strip(), absolute),
                llm(absolute, file, tree, given));
    }

    private static LlmConfig llm(Path home, Path file, JsonNode tree, Map<Setting, Given> given) {
        Given policy = given.get(Setting.LLM_POLICY);
        JsonNode node = tree.path(LlmConfigReader.KEY);
        Optional<Policy> chosen = Optional.ofNullable(policy)
                .map(found -> Section.choice(found.place(), found.value().strip(), Policy.values()));
        return new LlmConfigReader(home)
                .read(file.toString(), node.isMissingNode() ? JsonNodeFactory.instance.objectNode() : node, chosen);
    }

    /** The value of a setting and the place that it was given in. */
    private record Given(String value, String place) {}

    private Map<Setting, Given> given(Path file, JsonNode tree) {
        Map<Setting, Given> given = new EnumMap<>(Setting.class);
        flatten("", tree, file, given);
        for (Setting setting : Setting.values()) {
            String variable = environment.get(setting.environmentVariable());
            if (variable != null) {
                given.put(setting, new Given(variable, setting.environmentVariable()));
            }
            String property = systemProperties.getProperty(setting.systemProperty());
            if (property != null) {
                given.put(setting, new Given(property, setting.systemProperty()));
            }
        }
        return given;
    }

    private static JsonNode tree(Path file) {
        try {
            return YAMLMapper.builder()
                    // prices and budgets are money: never a double
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build()
                    .readTree(Files.readString(file));
        } catch (JacksonException e) {
            SyntaxError error = SyntaxError.of(e);
            throw new InvalidConfiguration("%s, line %d: %s".formatted(file, error.line(), error.says()));
        } catch (IOException e) {
            throw new InvalidConfiguration("%s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    private static void flatten(String prefix, JsonNode node, Path file, Map<Setting, Given> into) {
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            String key = prefix + property.getKey();
            JsonNode value = property.getValue();
            if (key.equals(LlmConfigReader.KEY)) {
                policy(value, file, into);
                continue;
            }
            Optional<Setting> setting = setting(key);
            if (setting.isPresent() && value.isValueNode() && !value.isNull()) {
                into.put(setting.get(), new Given(value.asString(), file + ": " + key));
            } else if (setting.isEmpty()
                    && value.isObject()
                    && Stream.of(Setting.values()).anyMatch(s -> s.key().startsWith(key + "."))) {
                flatten(key + ".", value, file, into);
            } else if (setting.isPresent()) {
                throw new InvalidConfiguration("%s: '%s' needs a single value: %s"
                        .formatted(file, key, setting.get().says()));
            } else {
                throw new InvalidConfiguration("%s: '%s' is not known; did you mean '%s'? The keys are: %s"
                        .formatted(file, key, nearest(key), keys()));
            }
        }
    }

    /** The one key of the part that can also be given elsewhere; the others have a reader of their own. */
    private static void policy(JsonNode llm, Path file, Map<Setting, Given> into) {
        JsonNode policy = llm.path("policy");
        if (policy.isValueNode() && !policy.isNull()) {
            into.put(Setting.LLM_POLICY, new Given(policy.asString(), file + ": " + Setting.LLM_POLICY.key()));
        }
    }

    private static Optional<Setting> setting(String key) {
        return Stream.of(Setting.values()).filter(s -> s.key().equals(key)).findFirst();
    }

    private static String keys() {
        return Stream.of(Setting.values()).map(Setting::key).collect(Collectors.joining(", "));
    }

    private static String nearest(String key) {
        return Stream.of(Setting.values())
                .map(Setting::key)
                .min((a, b) -> Integer.compare(distance(key, a), distance(key, b)))
                .orElseThrow();
    }

    /** Levenshtein's edit distance, ignoring case and the separators that people mix up. */
    private static int distance(String a, String b) {
        String x = bare(a);
        String y = bare(b);
        int[] row = new int[y.length() + 1];
        for (int j = 0; j <= y.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= x.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= y.length(); j++) {
                int change = diagonal + (x.charAt(i - 1) == y.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[y.length()];
    }

    private static String bare(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static String text(Map<Setting, Given> given, Setting setting, String otherwise) {
        Given found = given.get(setting);
        return found == null ? otherwise : found.value().strip();
    }

    private static boolean yes(Map<Setting, Given> given, Setting setting) {
        Given found = given.get(setting);
        if (found == null) {
            return false;
        }
        return switch (found.value().strip().toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default ->
                throw new InvalidConfiguration("%s is '%s', but must be yes or no (%s)"
                        .formatted(found.place(), found.value(), setting.says()));
        };
    }

    /** A relative path starts at the home folder. */
    private static Optional<Path> path(Map<Setting, Given> given, Setting setting, Path home) {
        return Optional.of(text(given, setting, ""))
                .filter(path -> !path.isEmpty())
                .map(home::resolve);
    }

    private static List<String> languages(Map<Setting, Given> given) {
        Given found = given.get(Setting.OCR_LANGUAGES);
        if (found == null) {
            return List.of("eng");
        }
        List<String> languages =
                Stream.of(found.value().split("[,+]", -1)).map(String::strip).toList();
        for (String language : languages) {
            if (!language.matches("[A-Za-z0-9_]{2,32}")) {
                throw new InvalidConfiguration(
                        "%s names '%s', but Tesseract's languages have names like 'eng' or 'deu' (%s)"
                                .formatted(found.place(), language, Setting.OCR_LANGUAGES.says()));
            }
        }
        return languages;
    }

    private static long number(Map<Setting, Given> given, Setting setting, long least, long most, long otherwise) {
        Given found = given.get(setting);
        if (found == null) {
            return otherwise;
        }
        try {
            long value = Long.parseLong(found.value().strip().replace("_", ""));
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // reported below, as a value out of range is
        }
        throw new InvalidConfiguration("%s is '%s', but must be a whole number from %d to %d (%s)"
                .formatted(found.place(), found.value(), least, most, setting.says()));
    }
}
