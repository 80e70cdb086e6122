package dev.tabellio.extraction.llm.injection;

import dev.tabellio.extraction.llm.injection.Injection.Sign;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How instructions to models are worded, English and German, in small letters with single blanks. Each pattern needs two
 * things that contracts and forms do not say together; written from published prompt injections (OWASP LLM01) and tried on
 * 60 commercial contracts, 100 non-disclosure agreements and 228 tax forms, 2026-11-21: see {@link InjectionScan}.
 */
final class InjectionPatterns {

    /** Up to so many characters between the parts, within a sentence, which a point before a digit does not end. */
    private static final String NEAR = "(?:[^.!?]|\\.(?=\\d)){0,60}?";

    private static final String MODEL =
            "(?:a\\.?i\\.? (?:model|assistant|system|agent|reader|tool|software)s?|ai:|language models?"
                    + "|llms?\\b|chat ?bots?|chat ?gpt|gpt-?\\d|claude|gemini|copilot|neural networks?"
                    + "|(?:automated|automatic|machine|document|data|text|invoice|form)[ -](?:document[ -])?(?:reading|processing|extraction|ingestion|capture)"
                    + " (?:system|software|tool|pipeline|model|agent|engine)s?|(?:extraction|ocr|parsing) (?:system|software|model|agent|engine|pipeline)s?"
                    + "|artificial intelligence|virtual assistant"
                    + "|ki[ -](?:modelle?n?|assistent(?:en)?|systeme?n?|agent(?:en)?)|ki:|sprachmodelle?n?|künstliche[nr]? intelligenz"
                    + "|automatische[nrs]? (?:dokumenten?|daten|beleg|text)?-?(?:verarbeitung|erfassung|auswertung|auslesung|erkennung|lesesysteme?)"
                    + "|(?:erfassungs|auslese|extraktions|erkennungs)(?:system|software|programm|modell)e?s?)";

    private static final String COMMAND =
            "(?:must|please|should|shall|are to|is to|ignore|output|report|return|respond|answer|set|use|write"
                    + "|extract|record|enter|read|treat|note that|follow|you|bitte|müssen|muss|sollen|soll|ignorier\\w*|gib|geben|melde\\w*"
                    + "|antworte\\w*|setze\\w*|verwende\\w*|trage\\w*|erfasse\\w*|übernimm|übernehmen|lies|lesen|beachte\\w*|du\\b|sie\\b)";

    private static final String INSTRUCTIONS = "(?:instruction|prompt|direction|guideline|command|rule|order)s?\\b";

    private static final String ANWEISUNGEN =
            "(?:anweisung|instruktion|anleitung|vorgabe|befehl|prompt|regel|aufforderung)(?:en|s|n|e)?\\b";

    private static final Map<Sign, Pattern> PATTERNS = new EnumMap<>(
            Map.of(
                    Sign.OVERRIDE,
                    any(
                            "\\b(?:ignore|forget|override|bypass|discard|disregard|do not follow|stop following)\\b"
                                    + NEAR
                                    + "\\b(?:previous|prior|above|earlier|preceding|all (?:other|your|of your)|system|your|any other|the user)\\b"
                                    + NEAR + "\\b" + INSTRUCTIONS,
                            "\\b(?:ignore|forget|disregard)\\b (?:everything|all|anything) (?:above|before|that|else|you|printed|in this)",
                            "\\b(?:ignorier\\w*|vergiss|vergessen|missachte\\w*|übergeh\\w*|verwirf|verwerfen|befolge\\w*)\\b"
                                    + NEAR
                                    + "\\b(?:vorherige\\w*|bisherige\\w*|obige\\w*|vorige\\w*|früher\\w*|vorangegangen\\w*|vorangehend\\w*|alle[nr]?|deine\\w*|ihre\\w*|system\\w*|anderen?)\\b"
                                    + NEAR + "\\b\\w*" + ANWEISUNGEN,
                            "\\b(?:ignorier\\w*|vergiss|vergessen sie|missachte\\w*) (?:sie )?alles\\b"),
                    Sign.ADDRESS,
                    any(
                            "\\b" + MODEL + NEAR + "\\b" + COMMAND + "\\b",
                            "\\b(?:as an?|you are an?|you're an?|dear|attention|note to|instructions? (?:to|for)|hey|hello) (?:the |all |any )?"
                                    + MODEL,
                            "\\b(?:du bist|sie sind|als|hinweis an|achtung|liebe[rs]?|an) (?:ein |eine |die |das |den |alle |jede )?"
                                    + MODEL),
                    Sign.PROMPT_MARK,
                    any(
                            "<\\|?/?(?:im_start|im_end|system|user|assistant|endoftext|document|instructions?|prompt)\\|?>",
                            "\\[/?inst\\]",
                            "\\[/?system\\]",
                            "#{2,} ?(?:system|instructions?|anweisung(?:en)?)\\b",
                            "\\b(?:system|developer) (?:prompt|message|override|instruction)s?\\b",
                            "\\bsystem-?(?:prompt|anweisung|nachricht)(?:en|s)?\\b",
                            "\\bnew instructions? ?:",
                            "\\bneue anweisung(?:en)? ?:",
                            "\\bend of (?:the )?document\\.? (?:new|now|instructions?)\\b",
                            "\\bende des dokument(?:s|es)\\.? (?:neue|nun|jetzt|anweisung)"),
                    Sign.DICTATION,
                    any(
                            "\\b(?:output|report|return|respond|answer|reply|extract|record|set|use|give|enter|state|treat)\\b(?:[^.!?]|\\.(?=\\d)){0,100}?"
                                    + "\\b(?:regardless|no matter|irrespective|instead of|whatever|rather than)\\b(?:[^.!?]|\\.(?=\\d)){0,40}?"
                                    + "\\b(?:printed|shown|above|appears?|the (?:box|form|page|document) (?:says|shows|states))",
                            "\\b(?:regardless of|no matter|irrespective of|whatever) (?:what|the)\\b(?:[^.!?]|\\.(?=\\d)){0,40}?\\b(?:printed|shown|form says|page says|document says)\\b"
                                    + "[^!?]{0,80}?\\b(?:output|report|return|respond|answer|extract|record|set|use|give|enter)\\b",
                            "\\b(?:gib|geben sie|melde\\w*|antworte\\w*|setze\\w*|verwende\\w*|trage\\w*|tragen sie|erfasse\\w*|übernimm|übernehmen sie)\\b(?:[^.!?]|\\.(?=\\d)){0,100}?"
                                    + "\\b(?:unabhängig|egal|anstelle|anstatt|statt|ungeachtet)\\b(?:[^.!?]|\\.(?=\\d)){0,60}?\\b(?:gedruckt\\w*|steht|stehen|angegeben\\w*|aufgedruckt\\w*|formular\\w*|dokument\\w*|seite)\\b",
                            "\\b(?:unabhängig davon|egal),? was\\b(?:[^.!?]|\\.(?=\\d)){0,60}?\\b(?:steht|gedruckt|angegeben)\\b[^!?]{0,80}?"
                                    + "\\b(?:gib|geben|melde\\w*|antworte\\w*|setze\\w*|verwende\\w*|trage\\w*|erfasse\\w*|übernimm|übernehmen)\\b",
                            "\\b(?:the )?(?:correct|true|real|actual|right) (?:value|answer|amount|json)\\b(?:[^.!?]|\\.(?=\\d)){0,40}?\\b(?:for (?:the )?(?:field|box|key)|to (?:output|return|extract|answer))\\b",
                            "\\b(?:der|die|das) (?:richtige|wahre|korrekte|tatsächliche)[nr]? (?:wert|antwort|betrag)\\b(?:[^.!?]|\\.(?=\\d)){0,40}?\\b(?:für (?:das )?feld|auszugeben|zu melden|zu erfassen)\\b",
                            "\\b(?:respond|answer|reply|output) (?:only )?with\\b(?:[^.!?]|\\.(?=\\d)){0,20}?(?:json|\\{|\")",
                            "\\b(?:antworte\\w*|gib)\\b (?:nur |ausschließlich )?(?:mit )?(?:json|\\{|\")"),
                    Sign.NO_CHECKS,
                    any(
                            "\\b(?:mark|flag|label|classify|treat|approve)\\b (?:this|the) (?:document|form|file|contract|page) as (?:approved|verified|trusted|valid|reviewed|checked|correct)",
                            "\\b(?:post|book|approve|export) (?:this|the) (?:document|form|file)?\\b(?:[^.!?]|\\.(?=\\d)){0,30}?\\bwithout (?:any )?(?:human )?(?:review|check|verification)",
                            "\\b(?:skip|disable|turn off|omit|suppress)\\b (?:all |any |the )?(?:further )?(?:verification|validation|citation|review|safety|checks)\\b",
                            "\\b(?:set|report) (?:the |your )?confidence\\b",
                            "\\bdo not (?:mention|reveal|report|disclose|flag) (?:this|these|the (?:above|present)) (?:instruction|note|text|message|line)s?\\b",
                            "\\b(?:dieses |das )?(?:dokument|formular|vertrag|datei)\\b(?:[^.!?]|\\.(?=\\d)){0,30}?\\bals (?:geprüft|freigegeben|verifiziert|vertrauenswürdig|korrekt) (?:markier\\w*|kennzeichne\\w*|behandel\\w*|einstuf\\w*)",
                            "\\b(?:markier\\w*|kennzeichne\\w*|behandel\\w*) (?:sie )?(?:dieses|das|diesen|den|diese|die) (?:dokument|formular|vertrag|datei) als (?:geprüft|freigegeben|verifiziert|vertrauenswürdig|korrekt)",
                            "\\bohne (?:weitere |manuelle |menschliche )?prüfung (?:buchen|freigeben|übernehmen|verbuchen|exportieren)",
                            "\\b(?:überspring\\w*|unterlass\\w*|deaktivier\\w*) (?:sie )?(?:alle |jede |die |sämtliche )?(?:weiteren? )?(?:prüfung|validierung|kontrolle|verifikation)(?:en)?\\b",
                            "\\b(?:erwähne\\w*|melde\\w*|verrate\\w*) (?:sie )?(?:diese|diesen|dieses)\\b(?:[^.!?]|\\.(?=\\d)){0,20}?(?:anweisung|hinweis|text)(?:en)? nicht\\b")));

    /** Words of which every match of a sign holds one: what is not near any of them is not looked at. */
    private static final Map<Sign, List<String>> CUES = new EnumMap<>(Map.of(
            Sign.OVERRIDE,
            cues("ignor;forget;overrid;bypass;discard;disregard;not follow;stop follow;vergiss;vergess;missacht;überge"
                    + ";verwirf;verwerf;befolg"),
            Sign.ADDRESS,
            cues("ai model;ai assist;ai system;ai agent;ai reader;ai tool;ai soft;ai:;a.i.;language model;llm;chatbot"
                    + ";chat bot;gpt;claude;gemini;copilot;neural network;automated;automatic ;machine;document reading"
                    + ";document processing;document extraction;document ingestion;document capture;data extraction"
                    + ";data capture;data processing;text extraction;invoice processing;form reading;form processing"
                    + ";extraction s;extraction m;extraction a;extraction e;extraction p;ocr ;parsing ;artificial int"
                    + ";virtual assistant;ki-;ki ;ki:;sprachmodell;künstliche;automatische;erfassungss;erfassungsp"
                    + ";erfassungsm;auslese;extraktions;erkennungs"),
            Sign.PROMPT_MARK,
            cues("<;[inst;[/inst;[system;[/system;##;system prompt;system message;system override;system instruction"
                    + ";developer ;systemprompt;system-;systemanweisung;systemnachricht;new instruction;neue anweisung"
                    + ";end of document;end of the document;ende des dok"),
            Sign.DICTATION,
            cues(
                    "regardless;no matter;irrespective;instead of;whatever;rather than;unabhängig;egal;anstelle;anstatt;statt"
                            + ";ungeachtet;for the field;for field;for box;for the box;for key;for the key;to output;to return"
                            + ";to extract;to answer;für feld;für das feld;auszugeben;zu melden;zu erfassen;respond ;answer "
                            + ";reply ;output ;antworte;gib "),
            Sign.NO_CHECKS,
            cues(" as approved; as verified; as trusted; as valid; as reviewed; as checked; as correct;without review"
                    + ";without any;without human;without check;without verif;skip ;disable ;turn off;omit ;suppress "
                    + ";confidence;do not mention;do not reveal;do not report;do not disclose;do not flag;als geprüft"
                    + ";als freigegeben;als verifiziert;als vertrauens;als korrekt;ohne prüfung;ohne weitere;ohne manuelle"
                    + ";ohne menschliche;überspring;unterlass;deaktivier;erwähne;melde ;melden ;verrate")));

    /** For text whose letters are set apart, so that nothing tells where a word ends. */
    private static final Pattern SET_APART =
            Pattern.compile("(?:ignore|disregard|forget|override)(?:all|any|the|your|previous|prior|earlier|everything)"
                    + "|(?:previous|prior|earlier|your|new)(?:instruction|guideline|prompt)|systemprompt|languagemodel"
                    + "|ai(?:system|assistant|model)s?|automateddocument|regardlessofwhat|whateverisprinted|skipallvalidation"
                    + "|donotmention|asverified|(?:ignorier\\w*|vergiss|vergessensie)alle|(?:bisherige|vorherige|neue)n?(?:anweisung|vorgabe)"
                    + "|ki-?(?:system|assistent|modell)|sprachmodell|automatischedokument|egalwas|unabhängigdavon|alsgeprüft"
                    + "|überspringejede|ohneweitereprüfung");

    private InjectionPatterns() {}

    static boolean isSetApart(String letters) {
        return SET_APART.matcher(letters).find();
    }

    static List<String> cues(Sign sign) {
        return CUES.getOrDefault(sign, List.of());
    }

    private static List<String> cues(String words) {
        return List.of(words.split(";"));
    }

    static Map<Sign, Pattern> all() {
        return PATTERNS;
    }

    private static Pattern any(String... alternatives) {
        return Pattern.compile(String.join("|", alternatives));
    }
}
