package dev.tabellio.jobs.process;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.extraction.admission.Admission;
import dev.tabellio.extraction.admission.AdmissionLimits;
import dev.tabellio.extraction.admission.FileAdmission;
import dev.tabellio.extraction.classify.StandardPacketClassifier;
import dev.tabellio.extraction.classify.UprightPacketClassifier;
import dev.tabellio.extraction.corroboration.NoSecondReader;
import dev.tabellio.extraction.corroboration.PixelSecondReader;
import dev.tabellio.extraction.layout.LayoutDetector;
import dev.tabellio.extraction.layout.NoLayoutDetector;
import dev.tabellio.extraction.layout.OnnxLayoutDetector;
import dev.tabellio.extraction.layout.TorchScriptLayoutDetector;
import dev.tabellio.extraction.ocr.OcrEngine;
import dev.tabellio.extraction.ocr.OcrOptions;
import dev.tabellio.extraction.ocr.TesseractOcrEngine;
import dev.tabellio.extraction.parse.DocumentParser;
import dev.tabellio.extraction.parse.ParseOptions;
import dev.tabellio.extraction.parse.StandardDocumentParser;
import dev.tabellio.extraction.synthesis.CopyMerger;
import dev.tabellio.extraction.synthesis.FieldReader;
import dev.tabellio.extraction.synthesis.UprightFieldReader;
import dev.tabellio.extraction.synthesis.contract.ContractFieldReader;
import dev.tabellio.extraction.synthesis.invoice.InvoiceFieldReader;
import dev.tabellio.extraction.synthesis.taxform.AnchorFieldReader;
import dev.tabellio.jobs.config.LlmConfig.Injections;
import dev.tabellio.jobs.config.TabellioConfig;
import dev.tabellio.jobs.llm.ConfiguredModels;
import dev.tabellio.reconciliation.Reconciler;
import dev.tabellio.reconciliation.RuleBooks;
import dev.tabellio.reconciliation.TieOut;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The stages that ship with Tabellio, wired for a configuration. */
public final class StandardStages {

    private StandardStages() {}

    /**
     * Makes the stages.
     *
     * @throws dev.tabellio.document.ProcessingFailure.StopTheRun if text recognition or the configured layout model does
     *     not work on this machine
     * @throws IllegalArgumentException naming type, file and cause if a document type is wrong
     */
    public static Stages open(TabellioConfig config, DocumentTypes types) {
        ParseOptions options = parsing(config);
        RuleBooks rules = new RuleBooks(types);
        OcrEngine ocr = ocr(config);
        return new Stages(
                types,
                admission(config),
                parser(config, options, ocr),
                new UprightPacketClassifier(new StandardPacketClassifier(types)),
                readers(),
                new CopyMerger(types),
                config.ocr().postScans() ? new PixelSecondReader(ocr, options) : new NoSecondReader(),
                new Reconciler(rules),
                new TieOut(rules),
                new ChildTrial(trialCommand(config)),
                ConfiguredModels.open(config.llm(), System.getenv()));
    }

    /** Decides whether a file may come in. */
    public static Function<Path, Admission> admission(TabellioConfig config) {
        return new FileAdmission(new AdmissionLimits(
                config.limits().bytes(),
                config.limits().pages(),
                config.limits().pixels(),
                AdmissionLimits.defaults().time()))::admit;
    }

    /**
     * The first stage by itself.
     *
     * @throws dev.tabellio.document.ProcessingFailure.StopTheRun if text recognition or the configured layout model does
     *     not work on this machine
     */
    public static DocumentParser parser(TabellioConfig config) {
        return parser(config, parsing(config), ocr(config));
    }

    private static ParseOptions parsing(TabellioConfig config) {
        return new ParseOptions(
                config.ocr().dpi(),
                config.ocr().timePerPage(),
                config.ocr().languages(),
                config.ocr().readTwice() / 100.0);
    }

    /** @param ocr is closed with the parser */
    private static DocumentParser parser(TabellioConfig config, ParseOptions options, OcrEngine ocr) {
        DocumentParser parser = new StandardDocumentParser(options, ocr, layout(config));
        return config.llm().injections() == Injections.QUARANTINE ? new QuarantiningParser(parser) : parser;
    }

    /** The deterministic readers, one for each family of document types. */
    public static List<FieldReader> readers() {
        return List.of(
                new UprightFieldReader(new AnchorFieldReader()),
                new UprightFieldReader(new ContractFieldReader()),
                new UprightFieldReader(new InvoiceFieldReader()));
    }

    private static List<String> trialCommand(TabellioConfig config) {
        List<String> options =
                new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
        options.add("-XX:ErrorFile=" + config.logs().resolve("crash-%p.log"));
        List<String> command = new ArrayList<>(ChildTrial.javaCommand(TrialProcess.class, options));
        command.add(config.home().toString());
        return command;
    }

    /**
     * Loads text recognition.
     *
     * @throws dev.tabellio.document.ProcessingFailure.StopTheRun if it does not work on this machine, saying what to
     *     install
     */
    public static OcrEngine ocr(TabellioConfig config) {
        return new TesseractOcrEngine(new OcrOptions(
                config.ocr().languages(),
                config.ocr().tessdata(),
                config.home().resolve("cache"),
                config.ocr().timePerPage()));
    }

    /**
     * Loads the layout model, if there is one.
     *
     * @throws dev.tabellio.document.ProcessingFailure.StopTheRun if it cannot be used, saying why
     */
    public static LayoutDetector layout(TabellioConfig config) {
        Path cache = config.home().resolve("cache");
        if (config.layout().builtIn()) {
            return OnnxLayoutDetector.builtIn(cache);
        }
        return config.layout()
                .model()
                .<LayoutDetector>map(model -> model.toString().endsWith(".onnx")
                        ? new OnnxLayoutDetector(model)
                        : new TorchScriptLayoutDetector(model, cache))
                .orElseGet(NoLayoutDetector::new);
    }
}
