package dev.tabellio.reconciliation.feel;

import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.runtime.functions.BaseFEELFunction;
import org.kie.dmn.feel.runtime.functions.FEELFnResult;
import org.kie.dmn.feel.runtime.functions.ParameterName;

/**
 * {@code iban(text)}: whether a text is an IBAN whose check digits hold (ISO 13616: two letters, two digits and up to 30
 * letters and digits, which with the first four moved to the end and letters as 10 to 35 leave 1 modulo 97). Blanks are
 * passed over. Null for a null text.
 */
public final class IbanFunction extends BaseFEELFunction {

    private static final int SHORTEST = 15;
    private static final int LONGEST = 34;

    IbanFunction() {
        super("iban");
    }

    /** Called by the engine by reflection. */
    public FEELFnResult<Boolean> invoke(@ParameterName("text") @Nullable String text) {
        return FEELFnResult.ofResult(text == null ? null : holds(text.replace(" ", "")));
    }

    private static boolean holds(String iban) {
        if (iban.length() < SHORTEST || iban.length() > LONGEST) {
            return false;
        }
        String turned = iban.substring(4) + iban.substring(0, 4);
        int rest = 0;
        for (int i = 0; i < turned.length(); i++) {
            char c = turned.charAt(i);
            if (c >= '0' && c <= '9') {
                rest = (rest * 10 + c - '0') % 97;
            } else if (c >= 'A' && c <= 'Z') {
                rest = (rest * 100 + c - 'A' + 10) % 97;
            } else {
                return false;
            }
        }
        return rest == 1 && Character.isLetter(iban.charAt(0)) && Character.isLetter(iban.charAt(1));
    }
}
