package dev.tabellio.reconciliation.feel;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.runtime.functions.BaseFEELFunction;
import org.kie.dmn.feel.runtime.functions.FEELFnResult;
import org.kie.dmn.feel.runtime.functions.ParameterName;

/**
 * {@code plain number(text)}: the number that a text shows in ASCII digits with an optional point, at most 20 digits on
 * either side, or null. FEEL's own {@code number} also takes exponents, and a document that prints
 * {@code 1E999999999} must not make a number of a gigabyte.
 */
public final class PlainNumberFunction extends BaseFEELFunction {

    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");

    PlainNumberFunction() {
        super("plain number");
    }

    /** Called by the engine by reflection. */
    public FEELFnResult<BigDecimal> invoke(@ParameterName("text") @Nullable String text) {
        return FEELFnResult.ofResult(text != null && PLAIN.matcher(text).matches() ? new BigDecimal(text) : null);
    }
}
