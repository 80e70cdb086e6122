package dev.tabellio.extraction.synthesis.contract;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.document.Citation;
import dev.tabellio.document.Document;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.FieldValue;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.extraction.sections.SectionTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * One contract being read: every field that the type's schema declares and this reader knows, in the schema's order.
 * Title, parties, dates, term and governing law are the same for all contracts; clauses and stated values are those of the
 * type's anchors.
 */
final class ContractReading {

    private final ParsedFile file;
    private final Document document;
    private final DocumentType type;
    private final ContractAnchors anchors;
    private final ContractText contract;
    private final Sentences sentences;
    private final Clauses clauses;
    private final Map<String, ExtractedField> found = new LinkedHashMap<>();

    /** For categories of clauses, the sentences that a value about the same subject was read from. */
    private final Map<String, Set<TextSpan>> read = new LinkedHashMap<>();

    ContractReading(ParsedFile file, Document document, DocumentType type, ContractAnchors anchors) {
        this.file = file;
        this.document = document;
        this.type = type;
        this.anchors = anchors;
        this.contract = ContractText.of(file, document);
        this.sentences = Sentences.of(contract.text());
        this.clauses = Clauses.of(contract, SectionTree.of(file, document));
    }

    /** The category of clauses that a value's sentence belongs to. */
    private static final Map<String, String> CATEGORY = Map.of(
            "/ContractDuration", "Expiration",
            "/ExpirationDate", "Expiration",
            "/RenewalTerm", "Renewal",
            "/LiabilityCap", "CapOnLiability");

    /** All fields; what was looked for outside of rows and not found is Absent. */
    Map<String, ExtractedField> fields() {
        new TitleReader(contract, anchors)
                .read()
                .ifPresent(title ->
                        found.put("/Title", text(title, Certainty.ofTitle(contract.text(), title), "heading")));
        LetterOpening letter = LetterOpening.of(contract);
        PartyReader partyReader = new PartyReader(contract, sentences, anchors, letter);
        List<PartyCandidate> parties = partyReader.read();
        for (int i = 0; i < parties.size(); i++) {
            party("/Parties/" + i, parties.get(i), partyReader.signs(parties.get(i)));
        }
        Optional<TextSpan> partiesAt =
                parties.stream().map(PartyCandidate::clause).findFirst();
        EffectiveDateReader dates = new EffectiveDateReader(contract, sentences, anchors.effectiveDate(), letter);
        Optional<EffectiveDateReader.Candidate> effective = dates.read(partiesAt);
        effective.ifPresent(date -> found.put("/EffectiveDate", date(date)));
        Optional<TermReader.Candidate> term =
                new TermReader(contract.text(), sentences, clauses, anchors.term()).read();
        term.ifPresent(length -> {
            from("/ContractDuration", length.sentence());
            found.put(
                    "/ContractDuration",
                    cited(
                            List.of(length.mention().span()),
                            new FieldValue.Text(length.mention().normalised()),
                            Certainty.ofSentence(length.score(), anchors.term().threshold()),
                            "length of time in a sentence about the end of the agreement"));
        });
        if (declares("/AgreementDate")) {
            Optional<EffectiveDateReader.Candidate> own = dates.readOwnDate(partiesAt);
            own.ifPresent(date -> found.put("/AgreementDate", date(date)));
            expiration(effective.or(() -> own), term);
        }
        governingLaw();
        anchors.values().forEach(this::stated);
        ClauseFinder finder = new ClauseFinder(contract.text(), sentences, clauses);
        anchors.clauses().forEach((category, phrases) -> clauses(finder, category, phrases));
        if (declares("/Signatures")) {
            found.putAll(new SignatureReader(file, document).read());
        }
        return ordered();
    }

    private void party(String row, PartyCandidate party, boolean signs) {
        double certainty = Certainty.ofParty(party, party.name().of(contract.text()), signs);
        found.put(row + "/Name", text(party.name(), certainty, party.how()));
        party.reference().ifPresent(term -> found.put(row + "/ReferenceName", text(term, certainty, "defined term")));
        party.address()
                .ifPresent(address -> found.put(row + "/Address", text(address, certainty, "address in the preamble")));
        if (!party.clause().equals(party.name())) {
            found.put(row + "/Clause", text(party.clause(), certainty, party.how()));
        }
    }

    private void expiration(Optional<EffectiveDateReader.Candidate> start, Optional<TermReader.Candidate> term) {
        Optional<ExpirationDateReader.Start> from = start.map(date -> new ExpirationDateReader.Start(
                date.mention().date(), date.mention().span()));
        new ExpirationDateReader(contract.text(), sentences, clauses, anchors.term())
                .read(from, term)
                .ifPresent(end -> {
                    from("/ExpirationDate", end.sentence());
                    found.put(
                            "/ExpirationDate",
                            cited(
                                    end.spans(),
                                    new FieldValue.Date(end.date()),
                                    Certainty.ofSentence(
                                            end.score(), anchors.term().threshold()),
                                    end.how()));
                });
    }

    private void governingLaw() {
        new GoverningLawReader(contract.text(), sentences, clauses, anchors.governingLaw())
                .read()
                .ifPresent(law -> {
                    found.put(
                            "/Jurisdictions/0/Region",
                            cited(
                                    List.of(law.place().span()),
                                    new FieldValue.Text(law.place().name()),
                                    Certainty.ofSentence(
                                            law.score(), anchors.governingLaw().threshold()),
                                    "place in the sentence that chooses the law"));
                    found.put(
                            "/Jurisdictions/0/Clause",
                            text(
                                    law.sentence(),
                                    Certainty.ofSentence(
                                            law.score(), anchors.governingLaw().threshold()),
                                    "sentence that chooses the law"));
                });
    }

    private void stated(StatedValueReader.Wanted wanted) {
        new StatedValueReader(contract.text(), sentences, clauses).read(wanted).ifPresent(value -> {
            from(wanted.pointer(), value.sentence());
            found.put(
                    wanted.pointer(),
                    cited(
                            List.of(value.span()),
                            value.value(),
                            Certainty.ofSentence(
                                    value.score(), wanted.sentence().threshold()),
                            "stated in a sentence about it"));
        });
    }

    private void from(String pointer, TextSpan sentence) {
        String category = CATEGORY.get(pointer);
        if (category != null) {
            read.computeIfAbsent(category, any -> new LinkedHashSet<>()).add(sentence);
        }
    }

    private void clauses(ClauseFinder finder, String category, PhraseScore phrases) {
        List<ClauseFinder.Found> all = finder.find(phrases, read.getOrDefault(category, Set.of()));
        for (int i = 0; i < all.size(); i++) {
            ClauseFinder.Found clause = all.get(i);
            String row = "/Clauses/%s/%d".formatted(category, i);
            double certainty = Certainty.ofSentence(clause.score(), phrases.threshold());
            if (!clause.clause().reference().isEmpty()
                    && clause.clause().number().length() > 0) {
                found.put(
                        row + "/Number",
                        cited(
                                List.of(clause.clause().number()),
                                new FieldValue.Text(clause.clause().reference()),
                                certainty,
                                "number of the clause"));
            }
            found.put(row + "/Text", text(clause.sentence(), certainty, "sentence about it"));
        }
    }

    /** In the order of the schema; leaves outside of rows that were not found are Absent. */
    private Map<String, ExtractedField> ordered() {
        Map<String, ExtractedField> ordered = new LinkedHashMap<>();
        collect("", type.schema(), ordered);
        return ordered;
    }

    private void collect(String pointer, JsonNode schema, Map<String, ExtractedField> into) {
        if (schema.has("properties")) {
            schema.path("properties")
                    .properties()
                    .forEach(entry -> collect(pointer + "/" + entry.getKey(), entry.getValue(), into));
        } else if (schema.has("items")) {
            JsonNode row = schema.path("items");
            for (int i = 0; hasRow(pointer + "/" + i + "/"); i++) {
                String at = pointer + "/" + i + "/";
                row.path("properties").properties().forEach(entry -> {
                    ExtractedField field = found.get(at + entry.getKey());
                    if (field != null) {
                        into.put(at + entry.getKey(), field);
                    }
                });
            }
        } else {
            into.put(pointer, found.getOrDefault(pointer, new ExtractedField.Absent()));
        }
    }

    private boolean hasRow(String prefix) {
        return found.keySet().stream().anyMatch(pointer -> pointer.startsWith(prefix));
    }

    private boolean declares(String pointer) {
        return type.schema().path("properties").has(pointer.substring(1));
    }

    private ExtractedField date(EffectiveDateReader.Candidate date) {
        return cited(
                List.of(date.mention().span()),
                new FieldValue.Date(date.mention().date()),
                Certainty.ofDate(date.how()),
                date.how());
    }

    private ExtractedField text(TextSpan span, double score, String how) {
        return cited(List.of(span), new FieldValue.Text(contract.printed(span)), score, how);
    }

    private ExtractedField cited(List<TextSpan> spans, FieldValue value, double score, String how) {
        List<Citation> citations = new ArrayList<>();
        double confidence = Math.min(1, score);
        for (TextSpan span : spans) {
            citations.addAll(contract.cite(span));
            confidence *= contract.confidence(span);
        }
        return new ExtractedField.Cited(value, citations, confidence, how);
    }
}
