package dev.tabellio.reconciliation;

import dev.tabellio.reconciliation.feel.Expression;
import dev.tabellio.reconciliation.feel.ExpressionCompiler;
import dev.tabellio.reconciliation.feel.ExpressionException;
import dev.tabellio.reconciliation.feel.Reference;
import dev.tabellio.reconciliation.feel.Scope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a rule says, with expressions in braces that are replaced by their values. */
final class Sentence {

    private static final int MOST_DIGITS = 40;

    /** Texts and expressions in turn; starts with a text. */
    private final List<String> texts;

    private final List<Expression> expressions;

    private Sentence(List<String> texts, List<Expression> expressions) {
        this.texts = List.copyOf(texts);
        this.expressions = List.copyOf(expressions);
    }

    /** @throws ExpressionException if an expression in braces is none, or a brace is not closed */
    static Sentence compile(String says, ExpressionCompiler compiler, Scope scope) throws ExpressionException {
        List<String> texts = new ArrayList<>();
        List<Expression> expressions = new ArrayList<>();
        int from = 0;
        for (int open = says.indexOf('{'); open >= 0; open = says.indexOf('{', from)) {
            int close = says.indexOf('}', open);
            if (close < 0) {
                throw new ExpressionException("a brace is not closed", 1, open + 1);
            }
            texts.add(says.substring(from, open));
            expressions.add(compiler.compile(says.substring(open + 1, close), scope));
            from = close + 1;
        }
        texts.add(says.substring(from));
        return new Sentence(texts, expressions);
    }

    Set<Reference> references() {
        return expressions.stream()
                .flatMap(expression -> expression.references().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The sentence with its values; what is not known is shown as {@code -}. */
    String with(Map<String, @Nullable Object> variables) {
        StringBuilder says = new StringBuilder(texts.get(0));
        for (int i = 0; i < expressions.size(); i++) {
            says.append(shown(expressions.get(i).evaluate(variables).value())).append(texts.get(i + 1));
        }
        return says.toString();
    }

    private static String shown(@Nullable Object value) {
        if (value == null) {
            return "-";
        }
        if (value instanceof BigDecimal number) {
            return number.precision() + Math.abs((long) number.scale()) > 2 * MOST_DIGITS
                    ? number.toString()
                    : number.toPlainString();
        }
        if (value instanceof Collection<?> many) {
            return many.isEmpty() ? "-" : many.stream().map(Sentence::shown).collect(Collectors.joining(", "));
        }
        return value.toString();
    }
}
