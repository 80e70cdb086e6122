package dev.tabellio.extraction.synthesis.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the parties. The preamble's list decides when it names at least two; otherwise names that are given a role
 * ("X, Inc. (the "Company")"), the addressee of a letter, the employer of a one-sided employee's agreement and the
 * signatures fill in, each confirmed by another place where that is possible.
 */
final class PartyReader {

    /** Characters from the top in which parties are introduced. */
    private static final int OPENING = 5000;

    /** Score from which a candidate is a party. */
    private static final double PARTY = 0.5;

    private static final Pattern DEFINED =
            Pattern.compile("\\((?:[^()\"]{0,80})\"(?<term>[^\"()]{1,40}?)[,.]?\"[^()]{0,120}\\)");

    private static final Pattern PERSONAL = Pattern.compile(
            "\\b(?:employee|executive|director|consultant|individual|(?:my|your|his|her)\\s+employment|the\\s+undersigned|associate|"
                    + "shareholder|stockholder|second\\s+party)\\b",
            Pattern.CASE_INSENSITIVE);

    private final ContractText contract;
    private final ContractAnchors anchors;
    private final LetterOpening letter;

    PartyReader(ContractText contract, ContractAnchors anchors, LetterOpening letter) {
        this.contract = contract;
        this.anchors = anchors;
        this.letter = letter;
    }

    List<PartyCandidate> read() {
        List<PartyCandidate> preamble = new PreambleParties(contract.text(), anchors).read();
        List<PartyCandidate> signers = new SignatureBlocks(contract, anchors).read();
        if (preamble.size() >= 2) {
            return distinct(confirmed(preamble, signers));
        }
        List<PartyCandidate> candidates = new ArrayList<>(preamble);
        candidates.addAll(defined());
        letter.addressee().ifPresent(name -> candidates.add(single(name, "addressee of the letter", 0.55)));
        candidates.addAll(employers());
        boolean personal = personal();
        signers.stream()
                .filter(signer -> personal || !signer.how().equals(SignatureBlocks.PERSON))
                .forEach(candidates::add);
        return distinct(candidates).stream()
                .filter(candidate -> candidate.score() >= PARTY)
                .toList();
    }

    /** Whether the opening speaks of a person as one of the sides. */
    private boolean personal() {
        String text = contract.text();
        return PERSONAL.matcher(text)
                .region(0, Math.min(text.length(), OPENING))
                .find();
    }

    /** Names right before a bracket that gives them a role: {@code Example Widgets, Inc., a Texas corporation (the "Company")}. */
    private List<PartyCandidate> defined() {
        String text = contract.text();
        List<PartyCandidate> found = new ArrayList<>();
        Matcher defined = DEFINED.matcher(text).region(0, Math.min(text.length(), OPENING));
        while (defined.find()) {
            TextSpan term = new TextSpan(defined.start("term"), defined.end("term"));
            nameBefore(defined.start(), term.of(text))
                    .ifPresent(name -> found.add(new PartyCandidate(
                            name, Optional.of(term), Optional.empty(), name, "defined as a party", 0.6)));
        }
        return found;
    }

    /** The name in the stretch before a bracket that the bracket's term belongs to. */
    private Optional<TextSpan> nameBefore(int bracket, String term) {
        String text = contract.text();
        int from = Math.max(0, bracket - 260);
        int stop = Math.max(text.lastIndexOf(". ", bracket), text.lastIndexOf("\") ", bracket - 1) + 1);
        from = Math.max(from, stop < from ? from : stop);
        boolean role = anchors.isRole(term.replaceAll("(?i)^the ", ""));
        Optional<TextSpan> best = Optional.empty();
        int position = from;
        while (position < bracket) {
            Optional<TextSpan> name = Character.isUpperCase(text.charAt(position)) && wordStart(position)
                    ? NameScanner.nameAt(text, position, bracket).filter(span -> LegalNames.canName(span.of(text)))
                    : Optional.empty();
            if (name.isPresent()) {
                String value = name.get().of(text);
                boolean adjacent = bracket - name.get().end() <= 2;
                boolean person = adjacent && LegalNames.isPerson(value) && role;
                if ((LegalNames.hasForm(value) && (role || resembles(value, term))) || person) {
                    best = name;
                }
                position = name.get().end();
            } else {
                position++;
            }
        }
        return best.filter(name -> !anchors.isRole(name.of(text)));
    }

    private static boolean resembles(String name, String term) {
        String bare = term.replaceAll("(?i)^the ", "");
        return name.toLowerCase(java.util.Locale.ROOT).startsWith(bare.toLowerCase(java.util.Locale.ROOT))
                || initials(name).startsWith(bare.replaceAll("[^A-Z]", "")) && bare.matches("[A-Z&.]{2,8}");
    }

    private static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        for (String word : name.split("\\s+")) {
            if (Character.isUpperCase(word.charAt(0))) {
                initials.append(word.charAt(0));
            }
        }
        return initials.toString();
    }

    private boolean wordStart(int position) {
        return position == 0 || !Character.isLetterOrDigit(contract.text().charAt(position - 1));
    }

    private List<PartyCandidate> employers() {
        String text = contract.text();
        String opening = text.substring(0, Math.min(text.length(), OPENING));
        List<PartyCandidate> found = new ArrayList<>();
        for (Phrase phrase : anchors.employment()) {
            Matcher matcher = phrase.pattern().matcher(opening);
            while (matcher.find()) {
                int start = NameScanner.skipBlanks(text, matcher.end(), opening.length());
                NameScanner.nameAt(text, start, opening.length())
                        .filter(name -> LegalNames.hasForm(name.of(text)))
                        .ifPresent(name -> found.add(single(name, phrase.words(), 0.55)));
            }
        }
        return found;
    }

    private static PartyCandidate single(TextSpan name, String how, double score) {
        return new PartyCandidate(name, Optional.empty(), Optional.empty(), name, how, score);
    }

    /** One candidate for each name, the first one; a name that stands in several places scores higher. */
    private List<PartyCandidate> distinct(List<PartyCandidate> candidates) {
        Map<String, PartyCandidate> byName = new LinkedHashMap<>();
        for (PartyCandidate candidate : candidates) {
            byName.merge(
                    LegalNames.key(candidate.name().of(contract.text())),
                    candidate,
                    (a, b) -> a.how().equals(b.how())
                            ? a
                            : withScore(a, Math.min(0.97, Math.max(a.score(), b.score()) + 0.1)));
        }
        return List.copyOf(byName.values());
    }

    private List<PartyCandidate> confirmed(List<PartyCandidate> parties, List<PartyCandidate> signers) {
        List<String> signed = signers.stream()
                .map(signer -> LegalNames.key(signer.name().of(contract.text())))
                .toList();
        return parties.stream()
                .map(party -> signed.contains(LegalNames.key(party.name().of(contract.text())))
                        ? withScore(party, 0.97)
                        : party)
                .toList();
    }

    private static PartyCandidate withScore(PartyCandidate candidate, double score) {
        return new PartyCandidate(
                candidate.name(),
                candidate.reference(),
                candidate.address(),
                candidate.clause(),
                candidate.how(),
                score);
    }
}
