package dev.tabellio.extraction.ocr;

import dev.tabellio.document.ProcessingFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.sourceforge.tess4j.TessAPI;

/**
 * The language models of Tesseract in one folder, as it wants them.
 *
 * @param folder with one {@code .traineddata} file per language
 * @param version names and digests of the languages
 */
record LanguageData(Path folder, String version) {

    /** Orientation and script detection; on board like English. */
    static final String ORIENTATION = "osd";

    /**
     * Unpacks or copies what is asked for. Written to a temporary name and renamed, so that processes that start together do
     * not see half a file.
     *
     * @throws ProcessingFailure.StopTheRun if a language is not there or cannot be written, saying what to do
     */
    static LanguageData prepare(OcrOptions options) {
        Path folder = options.cache().resolve("tessdata");
        List<String> wanted = new ArrayList<>(options.languages());
        wanted.add(ORIENTATION);
        List<String> versions = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (String language : wanted) {
                versions.add(language + ":" + install(language, options, folder).substring(0, 8));
            }
        } catch (IOException e) {
            throw new ProcessingFailure.StopTheRun(
                    "The OCR language data cannot be written to %s: %s".formatted(folder, e), e);
        }
        return new LanguageData(folder, String.join(" ", versions));
    }

    /** @return its digest */
    private static String install(String language, OcrOptions options, Path folder) throws IOException {
        String name = language + ".traineddata";
        Path temporary = Files.createTempFile(folder, language, ".part");
        try (InputStream in = open(language, name, options);
                DigestInputStream digested = new DigestInputStream(in, sha256())) {
            Files.copy(digested, temporary, StandardCopyOption.REPLACE_EXISTING);
            Path installed = folder.resolve(name);
            if (!Files.exists(installed) || Files.mismatch(installed, temporary) >= 0) {
                Files.move(temporary, installed, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static InputStream open(String language, String name, OcrOptions options) throws IOException {
        if (options.installed().isPresent()
                && Files.exists(options.installed().get().resolve(name))) {
            return Files.newInputStream(options.installed().get().resolve(name));
        }
        InputStream onBoard = TessAPI.class.getResourceAsStream("/tessdata/" + name);
        if (onBoard != null) {
            return onBoard;
        }
        throw new ProcessingFailure.StopTheRun(
                "The OCR language \"%s\" is not installed: put %s into a folder and name it in the configuration (on Debian: apt install tesseract-ocr-%s)."
                        .formatted(language, name, language.replace('_', '-')),
                null);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
