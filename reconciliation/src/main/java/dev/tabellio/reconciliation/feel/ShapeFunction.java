package dev.tabellio.reconciliation.feel;

import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.runtime.functions.BaseFEELFunction;
import org.kie.dmn.feel.runtime.functions.FEELFnResult;
import org.kie.dmn.feel.runtime.functions.ParameterName;

/**
 * {@code shape(text, pattern)}: whether a text looks like the pattern, character by character. {@code 9} in the pattern is
 * an ASCII digit, {@code A} an ASCII capital letter, anything else itself. Null for a null text.
 */
public final class ShapeFunction extends BaseFEELFunction {

    ShapeFunction() {
        super("shape");
    }

    /** Called by the engine by reflection. */
    public FEELFnResult<Boolean> invoke(
            @ParameterName("text") @Nullable String text, @ParameterName("pattern") @Nullable String pattern) {
        if (text == null || pattern == null) {
            return FEELFnResult.ofResult(null);
        }
        if (text.length() != pattern.length()) {
            return FEELFnResult.ofResult(false);
        }
        for (int i = 0; i < text.length(); i++) {
            if (!fits(text.charAt(i), pattern.charAt(i))) {
                return FEELFnResult.ofResult(false);
            }
        }
        return FEELFnResult.ofResult(true);
    }

    private static boolean fits(char found, char wanted) {
        return switch (wanted) {
            case '9' -> found >= '0' && found <= '9';
            case 'A' -> found >= 'A' && found <= 'Z';
            default -> found == wanted;
        };
    }
}
