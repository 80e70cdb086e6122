package dev.tabellio.jobs.models;

import dev.tabellio.extraction.llm.Embeddings;
import dev.tabellio.extraction.llm.LanguageModel;
import dev.tabellio.extraction.llm.ModelAnswer;
import dev.tabellio.extraction.llm.ModelAnswer.Finish;
import dev.tabellio.extraction.llm.ModelFailure;
import dev.tabellio.extraction.llm.ModelRequest;
import dev.tabellio.extraction.llm.ModelRequest.Picture;
import dev.tabellio.extraction.llm.ModelRequest.Role;
import dev.tabellio.extraction.llm.ModelRequest.Turn;
import dev.tabellio.extraction.llm.ProviderSettings;
import dev.tabellio.extraction.llm.Tier;
import dev.tabellio.extraction.llm.langchain4j.LanguageModels;
import dev.tabellio.extraction.synthesis.model.search.Meanings;
import dev.tabellio.jobs.config.LlmConfig;
import dev.tabellio.jobs.config.LlmConfig.Model;
import dev.tabellio.jobs.llm.Charge;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks each configured model one tiny question and looks at the answer. */
public final class ModelCheck {

    /** Models that think first need room for it. */
    private static final int MOST_TOKENS = 2_000;

    private static final ModelRequest QUESTION = new ModelRequest(
            """
            You read documents. Answer with one JSON object of the given schema and nothing else: the total as it is printed,
            and the numbers of the lines where it is printed.""", List.of(new Turn(Role.USER, """
                    <document>
                    p1.l1 | Invoice 7 of an invented company
                    p1.l2 | Total 12.50
                    </document>""")), "check", JsonMapper.shared().readTree("""
                    {"type": "object", "additionalProperties": false, "required": ["lines", "value"], "properties": {
                      "lines": {"type": "array", "items": {"type": "string"}},
                      "value": {"type": ["string", "null"]}}}"""), MOST_TOKENS);

    /** The first is like the second rather than the third. */
    private static final List<String> ALIKE = List.of(
            "which law governs the contract",
            "This contract is governed by the law of Oregon.",
            "Wages and tips 12.50");

    private final LlmConfig config;
    private final Map<String, String> environment;

    /** @param environment where keys in variables are looked up */
    public ModelCheck(LlmConfig config, Map<String, String> environment) {
        this.config = config;
        this.environment = environment;
    }

    /** A report for each configured model, in the order of the tiers; empty if there is none. */
    public List<ModelReport> ask() {
        List<ModelReport> reports = new ArrayList<>();
        config.models().forEach((tier, model) -> reports.add(ask(tier, model)));
        return reports;
    }

    private ModelReport ask(Tier tier, Model model) {
        String key = LlmConfig.key(tier);
        ProviderSettings settings = model.settings("llm." + key);
        try {
            LanguageModel opened = LanguageModels.open(tier, settings, environment);
            ModelAnswer answer = opened.ask(question(tier, settings));
            String wrong = tier == Tier.EMBEDDER ? unlike(answer) : wrong(answer);
            return new ModelReport(
                    key,
                    model.provider(),
                    settings.capabilities(),
                    wrong.isEmpty(),
                    wrong.isEmpty() ? "answered as asked" : wrong,
                    answer.model(),
                    answer.latency().toMillis(),
                    answer.usage(),
                    Charge.of(answer.usage(), model.prices()).money());
        } catch (ModelFailure e) {
            return new ModelReport(
                    key,
                    model.provider(),
                    settings.capabilities(),
                    false,
                    String.valueOf(e.getMessage()),
                    null,
                    0,
                    null,
                    null);
        }
    }

    /** To a model that takes pictures in, the invoice is shown as well: one that does not would refuse the request. */
    private static ModelRequest question(Tier tier, ProviderSettings settings) {
        if (tier == Tier.EMBEDDER) {
            return Embeddings.queries(ALIKE);
        }
        Turn turn = QUESTION.turns().get(0);
        return settings.images()
                ? new ModelRequest(
                        QUESTION.instructions(),
                        List.of(new Turn(turn.role(), turn.text(), List.of(drawn(turn.text())))),
                        QUESTION.schemaName(),
                        QUESTION.schema(),
                        QUESTION.maxOutputTokens())
                : QUESTION;
    }

    private static Picture drawn(String text) {
        BufferedImage image = new BufferedImage(480, 120, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(Color.BLACK);
        int down = 0;
        for (String line : text.lines().toList()) {
            down += 24;
            pen.drawString(line, 20, down);
        }
        pen.dispose();
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return new Picture("image/png", Base64.getEncoder().encodeToString(png.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with vectors; empty if nothing is. */
    private static String unlike(ModelAnswer answer) {
        List<float[]> vectors = Embeddings.vectors(answer);
        return Meanings.nearest(vectors.get(0), vectors.subList(1, ALIKE.size()))
                                .get(0)
                        == 0
                ? ""
                : "its vectors find '%s' more like '%s' than '%s'".formatted(ALIKE.get(0), ALIKE.get(2), ALIKE.get(1));
    }

    /** What is wrong with an answer; empty if nothing is. */
    private static String wrong(ModelAnswer answer) {
        if (answer.finish() == Finish.TRUNCATED) {
            return "the answer was cut off after %d tokens".formatted(MOST_TOKENS);
        }
        if (answer.finish() == Finish.REFUSED) {
            return "the model would not answer";
        }
        try {
            JsonNode json = JsonMapper.shared().readTree(answer.text());
            boolean right = json.path("value").asString("").contains("12.50")
                    && json.path("lines").size() == 1
                    && json.path("lines").path(0).asString("").equals("p1.l2");
            return right ? "" : "the answer has the form that was asked for, but is not right";
        } catch (JacksonException e) {
            return "the answer is not JSON: the provider does not hold to the schema (json-schema: false puts it into the"
                    + " instructions)";
        }
    }
}
