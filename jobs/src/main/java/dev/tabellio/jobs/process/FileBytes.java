package dev.tabellio.jobs.process;

import dev.tabellio.document.ProcessingFailure.PermanentFailure;
import dev.tabellio.document.ProcessingFailure.TransientFailure;
import dev.tabellio.document.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of a file and what identifies them. */
public final class FileBytes {

    private static final int BUFFER = 1 << 18;

    private FileBytes() {}

    /** SHA-256 of a file as 64 lower-case hex digits. */
    public static String sha256(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Makes sure that a result belongs to the bytes that were registered. Called after the bytes were read.
     *
     * @throws PermanentFailure if the file is gone or has other bytes now
     */
    static void requireUnchanged(SourceFile source, Path path) {
        try {
            if (!sha256(path).equals(source.sha256())) {
                throw new PermanentFailure(
                        "the file was changed after the run had registered it; rerun it when it is complete", null);
            }
        } catch (NoSuchFileException e) {
            throw new PermanentFailure("the file was removed after the run had registered it", e);
        } catch (IOException e) {
            throw new TransientFailure("the file cannot be read: " + e.getMessage(), e);
        }
    }
}
