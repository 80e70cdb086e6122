package dev.tabellio.doctype;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * All document types that are known: those that ship with Tabellio and the user's own folders. A user's folder with the
 * id of a shipped type replaces it. Immutable and safe for all threads.
 */
public final class DocumentTypes {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, DocumentType> byId;

    private DocumentTypes(Map<String, DocumentType> byId) {
        this.byId = Collections.unmodifiableMap(byId);
    }

    /** The types that ship with Tabellio. @throws IllegalArgumentException naming folder and cause if one is wrong */
    public static DocumentTypes shipped() {
        return new DocumentTypes(loadShipped());
    }

    /**
     * The shipped types and those of a user's folder.
     *
     * @param folder may be missing
     * @throws IllegalArgumentException naming folder, file and cause if a type is wrong
     */
    public static DocumentTypes withUserFolder(Path folder) {
        Map<String, DocumentType> all = loadShipped();
        if (Files.isDirectory(folder)) {
            loadAll(folder).forEach(type -> all.put(type.id(), type));
        }
        return new DocumentTypes(all);
    }

    /** These types and no others. */
    public static DocumentTypes of(Collection<DocumentType> types) {
        Map<String, DocumentType> byId = new TreeMap<>();
        types.forEach(type -> byId.put(type.id(), type));
        return new DocumentTypes(byId);
    }

    /** Loads one type folder, as {@code doctypes check} does. @throws IllegalArgumentException naming file and cause */
    public static DocumentType load(Path folder) {
        String id = String.valueOf(folder.getFileName()).replace("/", "");
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("document type %s: cannot be read: %s".formatted(id, e.getMessage()), e);
        }
        return of(id, files);
    }

    /**
     * The type that the text files of its folder make.
     *
     * @param files by name relative to the folder
     * @throws IllegalArgumentException naming file and cause
     */
    public static DocumentType of(String id, Map<String, String> files) {
        JsonNode definition = read(id, "doctype.yaml", files);
        JsonNode schema = read(id, "schema.json", files);
        return new DocumentType(
                id,
                text(id, definition, "version"),
                text(id, definition, "title"),
                text(id, definition, "family"),
                new Identity(
                        pointers(definition.path("identity").path("key")),
                        pointers(definition.path("identity").path("optional")),
                        pointers(definition.path("identity").path("varies"))),
                definition,
                schema,
                files,
                digest(new TreeMap<>(files)));
    }

    /** These types and another one, which replaces a type with its id. */
    public DocumentTypes with(DocumentType type) {
        Map<String, DocumentType> more = new TreeMap<>(byId);
        more.put(type.id(), type);
        return new DocumentTypes(more);
    }

    public Collection<DocumentType> all() {
        return byId.values();
    }

    public Optional<DocumentType> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** @throws IllegalArgumentException listing the known types if there is none with this id */
    public DocumentType get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException(
                "unknown document type '%s'; known: %s".formatted(id, String.join(", ", byId.keySet()))));
    }

    private static Map<String, DocumentType> loadShipped() {
        Map<String, DocumentType> shipped = new TreeMap<>();
        URL url = DocumentTypes.class.getResource("/doctypes");
        if (url == null) {
            throw new IllegalStateException("the shipped document types are missing from the class path");
        }
        try {
            URI uri = url.toURI();
            if ("jar".equals(uri.getScheme())) {
                try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                    loadAll(jar.getPath("/doctypes")).forEach(type -> shipped.put(type.id(), type));
                }
            } else {
                loadAll(Path.of(uri)).forEach(type -> shipped.put(type.id(), type));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return shipped;
    }

    private static List<DocumentType> loadAll(Path parent) {
        List<DocumentType> types = new ArrayList<>();
        try (Stream<Path> folders = Files.list(parent)) {
            folders.filter(Files::isDirectory).sorted().forEach(folder -> types.add(load(folder)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return types;
    }

    private static JsonNode read(String id, String name, Map<String, String> files) {
        String text = files.get(name);
        if (text == null) {
            throw new IllegalArgumentException("document type %s: %s is missing".formatted(id, name));
        }
        try {
            return name.endsWith(".yaml") ? YAML.readTree(text) : JSON.readTree(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "document type %s: %s: %s".formatted(id, name, e.getOriginalMessage()), e);
        }
    }

    private static String text(String id, JsonNode definition, String key) {
        String value = definition.path(key).asString("");
        if (value.isBlank()) {
            throw new IllegalArgumentException("document type %s: doctype.yaml: '%s' is missing".formatted(id, key));
        }
        return value;
    }

    private static List<String> pointers(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static String digest(Map<String, String> files) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            files.forEach((name, text) -> {
                sha256.update(name.getBytes(StandardCharsets.UTF_8));
                sha256.update((byte) 0);
                sha256.update(text.getBytes(StandardCharsets.UTF_8));
                sha256.update((byte) 0);
            });
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
