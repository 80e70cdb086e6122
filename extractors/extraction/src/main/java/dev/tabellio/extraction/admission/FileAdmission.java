package dev.tabellio.extraction.admission;

import dev.tabellio.document.MediaType;
import dev.tabellio.document.ProcessingFailure;
import dev.tabellio.extraction.admission.Admission.Admitted;
import dev.tabellio.extraction.admission.Admission.Reason;
import dev.tabellio.extraction.admission.Admission.Refused;
import dev.tabellio.extraction.guard.ContainedException;
import dev.tabellio.extraction.guard.ContainedWorker;
import dev.tabellio.extraction.image.ImageFile;
import dev.tabellio.extraction.pdf.PasswordRequiredException;
import dev.tabellio.extraction.pdf.PdfFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Decides whether a file is admitted. Safe for all threads; the file is only read. */
public final class FileAdmission {

    private static final int BUFFER = 1 << 16;

    private final AdmissionLimits limits;

    public FileAdmission(AdmissionLimits limits) {
        this.limits = limits;
    }

    /** What there is to know without understanding the content. */
    private record Identity(String sha256, long bytes, Optional<MediaType> mediaType) {}

    /**
     * Decides on one file.
     *
     * @throws ProcessingFailure.TransientFailure if its bytes cannot be read at the moment
     */
    public Admission admit(Path path) {
        Identity identity;
        try {
            identity = identity(path);
        } catch (IOException e) {
            throw new ProcessingFailure.TransientFailure("%s cannot be read: %s".formatted(path, e), e);
        }
        if (identity.bytes() == 0) {
            return refused(identity, Reason.EMPTY, "The file is empty (0 bytes).");
        }
        if (identity.bytes() > limits.bytes()) {
            return refused(
                    identity,
                    Reason.TOO_MANY_BYTES,
                    "The file has %d bytes; at most %d are accepted.".formatted(identity.bytes(), limits.bytes()));
        }
        if (identity.mediaType().isEmpty()) {
            return refused(
                    identity,
                    Reason.NOT_A_DOCUMENT,
                    "The file is not a PDF, PNG, JPEG or TIFF, whatever its name says.");
        }
        return opened(path, identity, identity.mediaType().get());
    }

    private Admission opened(Path path, Identity identity, MediaType mediaType) {
        try (ContainedWorker worker = new ContainedWorker("admission")) {
            return worker.call(
                    () -> mediaType == MediaType.PDF ? pdf(path, identity) : image(path, identity, mediaType),
                    limits.time());
        } catch (ContainedException e) {
            return refused(
                    identity, Reason.DAMAGED, "The %s file cannot be opened: %s.".formatted(mediaType, e.getMessage()));
        }
    }

    private Admission pdf(Path path, Identity identity) throws IOException {
        try (PdfFile pdf = PdfFile.open(path)) {
            return counted(identity, MediaType.PDF, pdf.pages());
        } catch (PasswordRequiredException e) {
            return refused(
                    identity,
                    Reason.NEEDS_PASSWORD,
                    "The PDF is encrypted and cannot be opened: " + e.getMessage() + ".");
        }
    }

    private Admission image(Path path, Identity identity, MediaType mediaType) throws IOException {
        try (ImageFile image = ImageFile.open(path, mediaType)) {
            for (int number = 1; number <= Math.min(image.pages(), limits.pages()); number++) {
                long pixels = image.pixels(number);
                if (pixels > limits.pixels()) {
                    return refused(
                            identity,
                            Reason.TOO_MANY_PIXELS,
                            "Page %d has %d pixels; at most %d are accepted."
                                    .formatted(number, pixels, limits.pixels()));
                }
            }
            return counted(identity, mediaType, image.pages());
        }
    }

    private Admission counted(Identity identity, MediaType mediaType, int pages) {
        if (pages == 0) {
            return refused(identity, Reason.NO_PAGES, "The file has no pages.");
        }
        if (pages > limits.pages()) {
            return refused(
                    identity,
                    Reason.TOO_MANY_PAGES,
                    "The file has %d pages; at most %d are accepted.".formatted(pages, limits.pages()));
        }
        return new Admitted(identity.sha256(), identity.bytes(), mediaType, pages);
    }

    private static Refused refused(Identity identity, Reason reason, String says) {
        return new Refused(identity.sha256(), identity.bytes(), reason, says);
    }

    private static Identity identity(Path path) throws IOException {
        MessageDigest digest = sha256();
        byte[] start = new byte[0];
        long bytes = 0;
        try (InputStream in = Files.newInputStream(path)) {
            byte[] buffer = new byte[BUFFER];
            int read;
            while ((read = in.readNBytes(buffer, 0, BUFFER)) > 0) {
                if (bytes == 0) {
                    start = Arrays.copyOf(buffer, Math.min(read, MediaTypes.START));
                }
                digest.update(buffer, 0, read);
                bytes += read;
            }
        }
        return new Identity(HexFormat.of().formatHex(digest.digest()), bytes, MediaTypes.of(start));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
