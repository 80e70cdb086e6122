package dev.tabellio.reconciliation.feel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.codegen.feel11.CompiledFEELExpression;
import org.kie.dmn.feel.lang.impl.FEELImpl;

/** A compiled expression. Immutable; evaluation is safe for all threads. */
public final class Expression {

    private static final ClassLoader NOTHING = new ClassLoader(null) {};

    private final FEELImpl engine;
    private final CompiledFEELExpression compiled;
    private final Set<Reference> references;
    private final Map<String, Object> constants;

    Expression(
            FEELImpl engine,
            CompiledFEELExpression compiled,
            Set<Reference> references,
            Map<String, Object> constants) {
        this.engine = engine;
        this.compiled = compiled;
        this.references = references;
        this.constants = constants;
    }

    /**
     * What came out.
     *
     * @param value BigDecimal, Boolean, String, LocalDate, a duration or a list of them; null if not known
     * @param complaints why it is not known, in the engine's words
     */
    public record Answer(@Nullable Object value, List<String> complaints) {}

    /** Every field it can look at, in the order in which they stand in the expression. */
    public Set<Reference> references() {
        return references;
    }

    /**
     * Evaluates it; never throws.
     *
     * @param variables every name of the scope, null for what is absent
     */
    public Answer evaluate(Map<String, @Nullable Object> variables) {
        List<String> complaints = new ArrayList<>();
        try {
            var context = engine.newEvaluationContext(
                    NOTHING, List.of(event -> complaints.add(event.getMessage())), variables);
            context.enterFrame();
            context.setValues(constants);
            return new Answer(compiled.apply(context), complaints);
        } catch (RuntimeException e) {
            complaints.add(String.valueOf(e.getMessage()));
            return new Answer(null, complaints);
        }
    }
}
