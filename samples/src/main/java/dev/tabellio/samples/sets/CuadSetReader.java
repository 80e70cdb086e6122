package dev.tabellio.samples.sets;

import dev.tabellio.document.ArtifactJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the labels of CUAD (Hendrycks et al., "CUAD: An Expert-Annotated NLP Dataset for Legal Contract Review", 2021) as
 * one JSON object a contract: {@code spans.jsonl} beside {@code documents/}, with {@code pdf}, {@code labels} (category and
 * text of each labelled clause) and {@code answers} (category and normalised answer).
 *
 * <p>The labels state no places on pages. A date that the contract leaves blank ("[]/[]/2000") or that is no date
 * ("perpetual") is an empty value; so is a governing law that was blacked out.
 */
public final class CuadSetReader implements LabelledSetReader {

    private static final String TYPE = "contract";
    private static final String LABELS = "spans.jsonl";

    private static final Map<String, String> CLAUSES = Map.ofEntries(
            Map.entry("Most Favored Nation", "MostFavoredNation"),
            Map.entry("Non-Compete", "NonCompete"),
            Map.entry("Exclusivity", "Exclusivity"),
            Map.entry("No-Solicit Of Customers", "NoSolicitOfCustomers"),
            Map.entry("Competitive Restriction Exception", "CompetitiveRestrictionException"),
            Map.entry("No-Solicit Of Employees", "NoSolicitOfEmployees"),
            Map.entry("Non-Disparagement", "NonDisparagement"),
            Map.entry("Termination For Convenience", "TerminationForConvenience"),
            Map.entry("Rofr/Rofo/Rofn", "RightOfFirstRefusal"),
            Map.entry("Change Of Control", "ChangeOfControl"),
            Map.entry("Anti-Assignment", "AntiAssignment"),
            Map.entry("Revenue/Profit Sharing", "RevenueProfitSharing"),
            Map.entry("Price Restrictions", "PriceRestrictions"),
            Map.entry("Minimum Commitment", "MinimumCommitment"),
            Map.entry("Volume Restriction", "VolumeRestriction"),
            Map.entry("Ip Ownership Assignment", "IpOwnershipAssignment"),
            Map.entry("Joint Ip Ownership", "JointIpOwnership"),
            Map.entry("License Grant", "LicenseGrant"),
            Map.entry("Non-Transferable License", "NonTransferableLicense"),
            Map.entry("Affiliate License-Licensor", "AffiliateLicenseLicensor"),
            Map.entry("Affiliate License-Licensee", "AffiliateLicenseLicensee"),
            Map.entry("Unlimited/All-You-Can-Eat-License", "UnlimitedLicense"),
            Map.entry("Irrevocable Or Perpetual License", "IrrevocableOrPerpetualLicense"),
            Map.entry("Source Code Escrow", "SourceCodeEscrow"),
            Map.entry("Post-Termination Services", "PostTerminationServices"),
            Map.entry("Audit Rights", "AuditRights"),
            Map.entry("Uncapped Liability", "UncappedLiability"),
            Map.entry("Cap On Liability", "CapOnLiability"),
            Map.entry("Liquidated Damages", "LiquidatedDamages"),
            Map.entry("Warranty Duration", "WarrantyDuration"),
            Map.entry("Insurance", "Insurance"),
            Map.entry("Covenant Not To Sue", "CovenantNotToSue"),
            Map.entry("Third Party Beneficiary", "ThirdPartyBeneficiary"),
            Map.entry("Expiration Date", "Expiration"),
            Map.entry("Renewal Term", "Renewal"));

    private static final Map<String, String> DATES = Map.of(
            "Agreement Date", "/AgreementDate",
            "Effective Date", "/EffectiveDate",
            "Expiration Date", "/ExpirationDate");

    private static final Pattern DATE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{2}|\\d{4})");

    private static final Pattern ALSO = Pattern.compile(
            ",?\\s+(?:d/b/a|dba|f/k/a|a/k/a|doing\\s+business\\s+as|formerly\\s+known\\s+as|on\\s+behalf\\s+of)\\b.*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TERM = Pattern.compile("[\"“](?<term>[^\"“”]{2,60})[,.]?[\"”]");

    @Override
    public boolean recognises(Path folder) {
        return Files.isRegularFile(folder.resolve(LABELS)) && Files.isDirectory(folder.resolve("documents"));
    }

    @Override
    public LabelledSet read(Path folder) throws IOException {
        Path labels = folder.resolve(LABELS);
        List<LabelledCase> cases = new ArrayList<>();
        for (String line : Files.readAllLines(labels)) {
            if (!line.isBlank()) {
                try {
                    cases.add(labelledCase(folder, ArtifactJson.mapper().readTree(line)));
                } catch (JacksonException | IllegalArgumentException e) {
                    throw new IllegalArgumentException(
                            "%s: line %d: %s".formatted(labels, cases.size() + 1, e.getMessage()), e);
                }
            }
        }
        cases.sort((a, b) -> a.id().compareTo(b.id()));
        List<String> scored = new ArrayList<>(List.of(
                "/Title",
                "/Parties/*/Name",
                "/Parties/*/ReferenceName",
                "/AgreementDate",
                "/EffectiveDate",
                "/ExpirationDate",
                "/Jurisdictions/*/Region"));
        CLAUSES.values().stream().sorted().forEach(name -> scored.add("/Clauses/%s/*/Text".formatted(name)));
        return new LabelledSet("contracts", folder.resolve("documents"), cases, Map.of(TYPE, scored));
    }

    private static LabelledCase labelledCase(Path folder, JsonNode contract) throws IOException {
        Path documents = folder.resolve("documents");
        Path pdf = folder.resolve(contract.path("pdf").asString(""));
        if (!Files.isRegularFile(pdf)) {
            throw new IllegalArgumentException("no such document: " + contract.path("pdf"));
        }
        String file = documents.relativize(pdf).toString().replace('\\', '/');
        Print print = new Print(file, PdfPages.of(pdf).areas(), Map.of());
        return new LabelledCase(
                file,
                "",
                List.of(new LabelledFile(file, null)),
                List.of(new ExpectedDocument(TYPE, values(contract), List.of(print), List.of())),
                List.of());
    }

    private static Map<String, String> values(JsonNode contract) {
        JsonNode answers = contract.path("answers");
        Map<String, String> values = new LinkedHashMap<>();
        String title = answers.path("Document Name")
                .asString("")
                .replaceAll("\\s+", " ")
                .strip();
        if (!title.isEmpty()) {
            values.put("/Title", title);
        }
        parties(values, answers.path("Parties").asString(""));
        DATES.forEach((category, pointer) ->
                date(answers.path(category).asString("")).ifPresent(date -> values.put(pointer, date)));
        rows(
                values,
                "/Jurisdictions/%d/Region",
                regions(answers.path("Governing Law").asString("")));
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (JsonNode label : contract.path("labels")) {
            String name = CLAUSES.get(label.path("category").asString(""));
            if (name != null) {
                int row = counts.merge(name, 1, Integer::sum) - 1;
                values.put(
                        "/Clauses/%s/%d/Text".formatted(name, row),
                        label.path("text").asString(""));
            }
        }
        return values;
    }

    private static void parties(Map<String, String> values, String answer) {
        int row = 0;
        for (Map.Entry<String, Optional<String>> party : parties(answer).entrySet()) {
            String at = "/Parties/%d/".formatted(row++);
            values.put(at + "Name", party.getKey());
            party.getValue().ifPresent(term -> values.put(at + "ReferenceName", term));
        }
    }

    private static void rows(Map<String, String> values, String pointer, Iterable<String> rows) {
        int row = 0;
        for (String value : rows) {
            values.put(pointer.formatted(row++), value);
        }
    }

    /**
     * The names in {@code Name ("defined name"); Name ("defined name")} with the first defined name of each. Left out are
     * what a name is also known by ("d/b/a ..."), on whose behalf it acts, and entries that only put parties together which
     * are listed already: {@code A and B ("Party", collectively the "Parties")}.
     */
    static Map<String, Optional<String>> parties(String answer) {
        Map<String, Optional<String>> names = new LinkedHashMap<>();
        for (String party : answer.split(";", -1)) {
            String name = ALSO.matcher(party.strip()
                            .replaceFirst("^\\(", "")
                            .replaceFirst("\\s*[(\"“].*", "")
                            .replaceAll("\\s+", " "))
                    .replaceFirst("")
                    .replaceAll("[,\\s]+$", "");
            boolean together = party.matches("(?s).*[\"“]Part(?:y|ies)\\b.*") && name.contains(" and ")
                    || name.toLowerCase(Locale.ROOT).matches("(?:together|and|collectively)\\b.*");
            if (name.length() > 2 && !together) {
                Matcher term = TERM.matcher(party);
                names.putIfAbsent(
                        name,
                        Optional.of(party)
                                .filter(whole -> term.find())
                                .map(whole -> term.group("term").replaceFirst("^(?i:the )", ""))
                                .filter(defined -> !defined.matches("(?:Party|Parties)")));
            }
        }
        return names;
    }

    /** ISO 8601; years of two digits lie between 1950 and 2049. */
    static Optional<String> date(String answer) {
        Matcher date = DATE.matcher(answer.strip());
        if (!date.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(date.group(3));
        int full = year >= 100 ? year : year < 50 ? 2000 + year : 1900 + year;
        try {
            return Optional.of(LocalDate.of(full, Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)))
                    .toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Of "Ontario, Canada" the province; several places where several laws govern. */
    static Set<String> regions(String answer) {
        Set<String> regions = new LinkedHashSet<>();
        for (String region : answer.split(";", -1)) {
            String name = region.split(",", 2)[0].strip();
            if (!name.isEmpty() && name.indexOf('[') < 0) {
                regions.add(name.equals("People's Republic of China") ? "China" : name);
            }
        }
        return regions;
    }
}
