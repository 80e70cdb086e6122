package dev.tabellio.extraction.synthesis.contract;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.document.Document;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.FieldValue;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.extraction.synthesis.CitationVerifier;
import dev.tabellio.extraction.synthesis.FieldReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads title, parties, effective date, duration and governing law of a contract. Safe for all threads. */
public final class ContractFieldReader implements FieldReader {

    private static final String VERSION = "contract-1";

    /** Score of a term or governing-law sentence that counts as certain. */
    private static final double FULL_SCORE = 8;

    @Override
    public boolean reads(DocumentType type) {
        return type.family().equals("contract");
    }

    @Override
    public void check(DocumentType type) {
        ContractAnchors.of(type);
    }

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public ExtractedDocument read(ParsedFile file, Document document, DocumentType type) {
        ContractAnchors anchors = ContractAnchors.of(type);
        ContractText contract = ContractText.of(file, document);
        Sentences sentences = Sentences.of(contract.text());
        Clauses clauses = Clauses.of(contract.text(), sentences);
        LetterOpening letter = LetterOpening.of(contract);
        Map<String, ExtractedField> fields = new LinkedHashMap<>();

        fields.put(
                "/Title",
                new TitleReader(contract, anchors)
                        .read()
                        .map(title -> text(contract, title, 0.9, "heading"))
                        .orElseGet(ExtractedField.Absent::new));

        List<PartyCandidate> parties = new PartyReader(contract, sentences, anchors, letter).read();
        for (int i = 0; i < parties.size(); i++) {
            put(fields, contract, "/Parties/" + i, parties.get(i));
        }
        Optional<TextSpan> partiesAt =
                parties.stream().map(PartyCandidate::clause).findFirst();

        fields.put(
                "/EffectiveDate",
                new EffectiveDateReader(contract, sentences, anchors.effectiveDate(), letter)
                        .read(partiesAt)
                        .map(date -> cited(
                                contract,
                                date.mention().span(),
                                new FieldValue.Date(date.mention().date()),
                                date.score(),
                                date.how()))
                        .orElseGet(ExtractedField.Absent::new));

        fields.put(
                "/ContractDuration",
                new TermReader(contract.text(), sentences, clauses, anchors.term())
                        .read()
                        .map(term -> cited(
                                contract,
                                term.mention().span(),
                                new FieldValue.Text(term.mention().normalised()),
                                certainty(term.score()),
                                "length of time in a sentence about the end of the agreement"))
                        .orElseGet(ExtractedField.Absent::new));

        new GoverningLawReader(contract.text(), sentences, clauses, anchors.governingLaw())
                .read()
                .ifPresent(law -> {
                    fields.put(
                            "/Jurisdictions/0/Region",
                            cited(
                                    contract,
                                    law.place().span(),
                                    new FieldValue.Text(law.place().name()),
                                    certainty(law.score()),
                                    "place in the sentence that chooses the law"));
                    fields.put(
                            "/Jurisdictions/0/Clause",
                            text(contract, law.sentence(), certainty(law.score()), "sentence that chooses the law"));
                });
        CitationVerifier verifier = new CitationVerifier(file);
        fields.replaceAll((pointer, field) -> verifier.verified(field));
        return new ExtractedDocument(document, fields);
    }

    private static void put(
            Map<String, ExtractedField> fields, ContractText contract, String row, PartyCandidate party) {
        fields.put(row + "/Name", text(contract, party.name(), party.score(), party.how()));
        party.reference()
                .ifPresent(term ->
                        fields.put(row + "/ReferenceName", text(contract, term, party.score(), "defined term")));
        party.address()
                .ifPresent(address -> fields.put(
                        row + "/Address", text(contract, address, party.score(), "address in the preamble")));
        if (!party.clause().equals(party.name())) {
            fields.put(row + "/Clause", text(contract, party.clause(), party.score(), party.how()));
        }
    }

    private static double certainty(double score) {
        return Math.min(0.95, 0.5 + 0.45 * score / FULL_SCORE);
    }

    private static ExtractedField text(ContractText contract, TextSpan span, double score, String how) {
        return cited(contract, span, new FieldValue.Text(contract.printed(span)), score, how);
    }

    private static ExtractedField cited(
            ContractText contract, TextSpan span, FieldValue value, double score, String how) {
        double confidence = Math.min(1, score) * contract.confidence(span);
        return new ExtractedField.Cited(value, contract.cite(span), confidence, how);
    }
}
