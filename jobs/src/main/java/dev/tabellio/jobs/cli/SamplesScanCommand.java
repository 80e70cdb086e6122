package dev.tabellio.jobs.cli;

import dev.tabellio.samples.degrade.DegradedSet;
import dev.tabellio.samples.degrade.Scan;
import dev.tabellio.samples.degrade.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints and scans PDFs of the user, to try what a scanner makes of them. */
@Command(
        name = "scan",
        description = {
            "Print and scan PDFs: the pages as pictures, askew, with noise, the same every time.",
            "",
            "Writes DIR/VARIANT/FILE; the variants are those of 'eval --as'."
        })
final class SamplesScanCommand extends OperatorCommand {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "PDF files.")
    private List<Path> files = List.of();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to write to.")
    private Path out = Path.of("");

    @Option(
            names = "--as",
            paramLabel = "VARIANT",
            split = ",",
            description = "scan300, scan200, scan150, rotate, phone (default: ${DEFAULT-VALUE}).")
    private List<String> as = List.of("scan200");

    @Option(names = "--seed", paramLabel = "N", description = "Which scans (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Override
    ExitCode execute() throws IOException {
        List<Variant> variants = variants(as);
        DegradedSet scanner = new DegradedSet(variants, seed);
        for (Variant variant : variants) {
            Path folder = Files.createDirectories(out.resolve(variant.label()));
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (!name.toLowerCase(Locale.ROOT).endsWith(".pdf") || !Files.isRegularFile(file)) {
                    throw new CommandFailure(ExitCode.USAGE, "%s is no PDF file".formatted(file));
                }
                Scan scan = scanner.scan(variant, name, Files.readAllBytes(file));
                String base = name.substring(0, name.length() - "pdf".length());
                Files.write(folder.resolve(base + scan.extension()), scan.bytes());
            }
        }
        out().println("%d scans: %s".formatted(variants.size() * files.size(), out));
        return ExitCode.COMPLETED;
    }

    /** The variants that {@code --as} names. @throws CommandFailure if one is unknown */
    static List<Variant> variants(List<String> names) {
        try {
            return names.stream().map(Variant::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, "--as: " + e.getMessage());
        }
    }
}
