package dev.tabellio.extraction.classify;

import dev.tabellio.document.Word;
import dev.tabellio.extraction.text.PageText;
import java.util.regex.Pattern;

/** Whether somebody's numbers stand on a page: text about a form names its boxes, and nobody's numbers. */
final class Entries {

    private static final Pattern PERSON_OR_COMPANY = Pattern.compile("\\d{2}-\\d{7}|[\\dXx*]{3}-[\\dXx*]{2}-\\d{4}");

    private static final Pattern AMOUNT = Pattern.compile("\\$?\\d{1,3}(?:,?\\d{3})*\\.\\d{2}");

    private Entries() {}

    /** Two taxpayers' numbers, or one and an amount with cents. */
    static boolean on(PageText page) {
        int numbers = 0;
        boolean amount = false;
        for (Word word : page.words()) {
            numbers += PERSON_OR_COMPANY.matcher(word.text()).matches() ? 1 : 0;
            amount |= AMOUNT.matcher(word.text()).matches();
        }
        return numbers > 1 || (numbers == 1 && amount);
    }
}
