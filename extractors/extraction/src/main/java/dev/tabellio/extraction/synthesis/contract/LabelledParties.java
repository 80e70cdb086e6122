package dev.tabellio.extraction.synthesis.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads parties that stand behind their role and a colon: "Party A: Orrery Co., Ltd.", "Licensor: Fen Press, Inc.", in
 * lines of their own or in a sentence.
 */
final class LabelledParties {

    /** Characters from the top that are searched. */
    private static final int OPENING = 4000;

    private static final Pattern LABELLED =
            Pattern.compile("(?<![^\\s:;.,()])(?<role>[A-Z][\\w-]{1,20}(?: [\\w-]{1,15})?)\\)?\\s?:\\s{0,2}");

    private final String text;
    private final ContractAnchors anchors;

    LabelledParties(String text, ContractAnchors anchors) {
        this.text = text;
        this.anchors = anchors;
    }

    /** One party for each role, the first one named; empty if fewer than two roles are filled. */
    List<PartyCandidate> read() {
        int limit = Math.min(text.length(), OPENING);
        List<PartyCandidate> parties = new ArrayList<>();
        Set<String> roles = new HashSet<>();
        Matcher labelled = LABELLED.matcher(text).region(0, limit).useTransparentBounds(true);
        while (labelled.find()) {
            TextSpan role = role(labelled);
            Optional<TextSpan> name =
                    anchors.isPartyRole(role.of(text)) ? nameAt(labelled.end(), limit) : Optional.empty();
            if (name.isPresent() && roles.add(role.of(text))) {
                TextSpan clause = new TextSpan(role.start(), name.get().end());
                parties.add(new PartyCandidate(
                        name.get(),
                        Optional.of(role),
                        address(role.of(text), limit),
                        clause,
                        "named behind its role",
                        0.85));
            }
        }
        return parties.size() >= 2 ? parties : List.of();
    }

    /** What the label names: the last of its words where both are none, as in "Orrery LLC Manager: ...". */
    private TextSpan role(Matcher labelled) {
        TextSpan whole = new TextSpan(labelled.start("role"), labelled.end("role"));
        int last = whole.of(text).lastIndexOf(' ') + 1;
        return anchors.isPartyRole(whole.of(text)) || !Character.isUpperCase(text.charAt(whole.start() + last))
                ? whole
                : new TextSpan(whole.start() + last, whole.end());
    }

    /** The address of a role on a line of its own: "Address of Landlord: 1 Elm Street", "Landlord's address: 1 Elm Street". */
    private Optional<TextSpan> address(String role, int limit) {
        Matcher label = Pattern.compile(
                        "(?:address\\s+of\\s+(?:the\\s+)?" + Pattern.quote(role) + "|" + Pattern.quote(role)
                                + "'s\\s+address)\\s?:\\s{0,2}(?<address>[^\\n:;]{8,120}?\\s\\d{5}(?:-\\d{4})?\\b|[^\\n:;]{8,120}(?=\\n))",
                        Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .region(0, limit);
        return label.find()
                ? Optional.of(new TextSpan(label.start("address"), label.end("address")))
                : Optional.empty();
    }

    private Optional<TextSpan> nameAt(int start, int limit) {
        return NameScanner.nameAt(text, NameScanner.skipBlanks(text, start, limit), limit)
                .filter(name -> LegalNames.canName(name.of(text)) && !anchors.isRole(name.of(text)))
                .filter(name -> LegalNames.hasCompanyForm(name.of(text)) || PersonNames.matches(name.of(text)));
    }
}
