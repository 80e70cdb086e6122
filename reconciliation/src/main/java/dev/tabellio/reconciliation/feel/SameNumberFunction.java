package dev.tabellio.reconciliation.feel;

import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.runtime.functions.BaseFEELFunction;
import org.kie.dmn.feel.runtime.functions.FEELFnResult;
import org.kie.dmn.feel.runtime.functions.ParameterName;

/**
 * {@code same number(a, b)}: whether two identifying numbers name the same one. Blanks and dashes do not count. A number
 * that is truncated for the payee's copy ({@code XXX-XX-1038}, {@code ***-**-1038}) is the same as one with equal digits
 * in the places that both show, of which there must be four. Null if either is null.
 */
public final class SameNumberFunction extends BaseFEELFunction {

    private static final int FEWEST_SHOWN = 4;

    SameNumberFunction() {
        super("same number");
    }

    /** Called by the engine by reflection. */
    public FEELFnResult<Boolean> invoke(
            @ParameterName("a") @Nullable String a, @ParameterName("b") @Nullable String b) {
        return FEELFnResult.ofResult((a == null || b == null) ? null : same(bare(a), bare(b)));
    }

    private static boolean same(String a, String b) {
        if (a.length() != b.length()) {
            return false;
        }
        int shown = 0;
        for (int i = 0; i < a.length(); i++) {
            boolean hidden = a.charAt(i) == 'X' || b.charAt(i) == 'X';
            if (!hidden && a.charAt(i) != b.charAt(i)) {
                return false;
            }
            shown += hidden ? 0 : 1;
        }
        return shown >= FEWEST_SHOWN;
    }

    private static String bare(String number) {
        StringBuilder bare = new StringBuilder();
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c == '*' || c == 'x') {
                bare.append('X');
            } else if (c > ' ' && c != '-' && c != '\u2013' && c != '\u00a0') {
                bare.append(c);
            }
        }
        return bare.toString();
    }
}
