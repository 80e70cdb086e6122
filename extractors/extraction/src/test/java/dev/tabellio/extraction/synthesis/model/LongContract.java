package dev.tabellio.extraction.synthesis.model;

import java.util.Random;

/** A contract of any length, in which a few sentences matter and the rest is what contracts say at length. */
record LongContract(TypedDocument document) {

    static final String PREAMBLE = "by and between Harbor Freightways LLC";
    static final String DEFINITION = "\"Governing Law Matters\" means";
    static final String LAW = "governed by the laws of the State of Oregon";

    private static final int LINES_OF_PAGE = 44;
    private static final int WORDS_OF_LINE = 12;
    private static final String[] WORDS = ("supplier customer goods services delivery schedule notice invoice payment"
                    + " acceptance inspection remedy insurance personnel premises equipment records report product"
                    + " specification warranty shall may must provide deliver maintain promptly reasonable written prior"
                    + " applicable such any other each under with within without days following receipt thereof and or"
                    + " of to in by for as the a an this that not be is are has have been")
            .split(" ");

    static LongContract of(int pages) {
        Random random = new Random(20261121);
        StringBuilder text = new StringBuilder();
        int section = 0;
        for (int page = 1; page <= pages; page++) {
            if (page == 1) {
                text.append("MASTER SUPPLY AGREEMENT\n")
                        .append("This Agreement is made as of March 3, 2010 by and between Harbor Freightways LLC\n")
                        .append("and Northern Mills, Inc.\n")
                        .append("1. DEFINITIONS\n1.1 ")
                        .append(DEFINITION)
                        .append(" all questions of governing law.\n");
            } else {
                text.append('\f');
            }
            for (int line = 0; line < LINES_OF_PAGE; line++) {
                if (line % 11 == 0) {
                    section++;
                    text.append(2 + section / 10)
                            .append('.')
                            .append(1 + section % 10)
                            .append(" Matter. ");
                }
                for (int word = 0; word < WORDS_OF_LINE; word++) {
                    text.append(WORDS[random.nextInt(WORDS.length)]).append(word + 1 < WORDS_OF_LINE ? " " : "\n");
                }
            }
            if (page == Math.max(1, pages * 2 / 3)) {
                text.append("90. GOVERNING LAW\n90.1 This Agreement is ")
                        .append(LAW)
                        .append(".\n");
            }
        }
        text.append("IN WITNESS WHEREOF the parties have executed this Agreement.\nBy: ______\n");
        return new LongContract(TypedDocument.of("nda", text.toString()));
    }
}
