package dev.tabellio.extraction.ocr;

import dev.tabellio.document.ProcessingFailure;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import net.sourceforge.tess4j.TessAPI;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.leptonica.global.leptonica;
import org.bytedeco.tesseract.global.tesseract;

/**
 * The native Tesseract, from the jars on the class path: bytedeco's builds are unpacked and loaded, then bound by tess4j's
 * interface. Nothing has to be installed on the machine.
 */
final class TesseractLibrary {

    private static final String JNA_PATH = "jna.library.path";
    private static final String JAVACPP_CACHE = "org.bytedeco.javacpp.cachedir";

    private TesseractLibrary() {}

    /**
     * Loads the library; once per process, later calls are cheap.
     *
     * @throws ProcessingFailure.StopTheRun on a platform without natives, saying what to do
     */
    static synchronized TessAPI load(Path cache) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        if (!system.equals("linux") || !(processor.equals("amd64") || processor.equals("x86_64"))) {
            throw new ProcessingFailure.StopTheRun(
                    "OCR runs on Linux x86-64 and this is %s %s: start Tabellio on Linux x86-64, or in a linux/amd64 container with a JDK 17."
                            .formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
                    null);
        }
        try {
            if (System.getProperty(JAVACPP_CACHE) == null) {
                System.setProperty(JAVACPP_CACHE, cache.resolve("native").toString());
            }
            Path leptonicaLibrary = Path.of(Loader.load(leptonica.class));
            Path tesseractLibrary = Path.of(Loader.load(tesseract.class));
            leptonica.setMsgSeverity(leptonica.L_SEVERITY_NONE);
            System.setProperty(
                    JNA_PATH,
                    String.join(
                            File.pathSeparator,
                            folder(tesseractLibrary),
                            folder(leptonicaLibrary),
                            System.getProperty(JNA_PATH, "")));
            return TessAPI.INSTANCE;
        } catch (UnsatisfiedLinkError | NoClassDefFoundError | ExceptionInInitializerError e) {
            throw new ProcessingFailure.StopTheRun(
                    "The native OCR library cannot be loaded from %s: %s".formatted(cache, e), e);
        }
    }

    private static String folder(Path library) {
        return String.valueOf(library.getParent());
    }
}
