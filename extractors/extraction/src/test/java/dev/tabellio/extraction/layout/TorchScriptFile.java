package dev.tabellio.extraction.layout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes TorchScript archives without parameters: a stored zip of a pickled module, its code and a format version. */
final class TorchScriptFile {

    private TorchScriptFile() {}

    /**
     * Writes a module.
     *
     * @param forward body of {@code forward(self, input: Tensor) -> Tensor} as TorchScript serialises it
     */
    static Path write(Path file, String forward) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setMethod(ZipOutputStream.STORED);
            add(zip, "data.pkl", module());
            add(zip, "code/__torch__.py", utf8("""
                    class Detector(Module):
                      __parameters__ = []
                      __buffers__ = []
                      training : bool
                      def forward(self: __torch__.Detector,
                        input: Tensor) -> Tensor:
                    """ + forward.indent(4)));
            add(zip, "constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
            add(zip, "version", utf8("3\n"));
        }
        return file;
    }

    /** Protocol 2: the object of class {@code __torch__.Detector} with the state {@code {training: False}}. */
    private static byte[] module() {
        ByteArrayOutputStream pickle = new ByteArrayOutputStream();
        pickle.writeBytes(new byte[] {(byte) 0x80, 2});
        pickle.writeBytes(utf8("c__torch__\nDetector\n"));
        pickle.writeBytes(utf8(")"));
        pickle.write(0x81);
        pickle.writeBytes(utf8("}(X"));
        pickle.writeBytes(new byte[] {8, 0, 0, 0});
        pickle.writeBytes(utf8("training"));
        pickle.write(0x89);
        pickle.writeBytes(utf8("ub."));
        return pickle.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry("detector/" + name);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setCrc(crc.getValue());
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
