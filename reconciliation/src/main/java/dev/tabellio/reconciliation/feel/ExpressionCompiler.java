package dev.tabellio.reconciliation.feel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.feel.codegen.feel11.ProcessedExpression;
import org.kie.dmn.feel.lang.CompilerContext;
import org.kie.dmn.feel.lang.FEELProfile;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.impl.FEELBuilder;
import org.kie.dmn.feel.lang.impl.FEELImpl;
import org.kie.dmn.feel.lang.impl.InterpretedExecutableExpression;
import org.kie.dmn.feel.lang.impl.MapBackedType;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.lang.types.GenListType;
import org.kie.dmn.feel.runtime.FEELFunction;
import org.kie.dmn.feel.runtime.events.SyntaxErrorEvent;

/** Turns text into expressions that are safe to run. Immutable and safe for all threads. */
public final class ExpressionCompiler {

    /** No rule that a person reads is longer; the parser's time grows with the length. */
    public static final int LONGEST = 2_000;

    private static final FEELProfile FUNCTIONS = () -> List.<FEELFunction>of(
            new ShapeFunction(), new SameNumberFunction(), new PlainNumberFunction(), new IbanFunction());

    private final FEELImpl engine =
            (FEELImpl) FEELBuilder.builder().withProfiles(List.of(FUNCTIONS)).build();

    /**
     * Compiles an expression.
     *
     * @throws ExpressionException with the place, if it is not FEEL, uses a name that the scope does not have, or leaves the
     *     part of FEEL that rules may use
     */
    public Expression compile(String text, Scope scope) throws ExpressionException {
        if (text.isBlank()) {
            throw new ExpressionException("there is no expression", 1, 1);
        }
        if (text.length() > LONGEST) {
            throw new ExpressionException("longer than %d characters: split the rule".formatted(LONGEST), 1, LONGEST);
        }
        List<FEELEvent> events = new ArrayList<>();
        CompilerContext context = engine.newCompilerContext(List.of(events::add));
        scope.constants().forEach((name, value) -> context.addInputVariableType(name, BuiltInType.UNKNOWN));
        scope.document().fields().forEach((name, shape) -> context.addInputVariableType(name, type(shape)));
        scope.variables().forEach((name, shape) -> context.addInputVariableType(name, type(shape)));
        InterpretedExecutableExpression compiled;
        try {
            ProcessedExpression processed = engine.processExpression(text, context);
            refuseSyntaxErrors(events);
            compiled = processed.getInterpreted();
        } catch (RuntimeException e) {
            refuseSyntaxErrors(events);
            throw new ExpressionException("not an expression: " + e.getMessage(), 1, 1);
        } catch (StackOverflowError e) {
            throw new ExpressionException("nested too deeply", 1, 1);
        }
        ASTNode tree = compiled.getASTNode();
        Set<Reference> references = new LinkedHashSet<>();
        new TreeCheck(scope, references).check(tree);
        return new Expression(engine, compiled, Collections.unmodifiableSet(references), scope.constants());
    }

    private static void refuseSyntaxErrors(List<FEELEvent> events) throws ExpressionException {
        for (FEELEvent event : events) {
            if (event instanceof SyntaxErrorEvent) {
                throw new ExpressionException(event.getMessage(), event.getLine(), event.getColumn() + 1);
            }
        }
    }

    private static Type type(Shape shape) {
        if (shape instanceof Shape.Group group) {
            MapBackedType type = new MapBackedType();
            group.fields().forEach((name, field) -> type.addField(name, type(field)));
            return type;
        }
        if (shape instanceof Shape.Rows rows) {
            return new GenListType(type(rows.row()));
        }
        return switch ((Shape.Leaf) shape) {
            case AMOUNT -> BuiltInType.NUMBER;
            case DATE -> BuiltInType.DATE;
            case FLAG -> BuiltInType.BOOLEAN;
            case TEXT, IDENTIFIER -> BuiltInType.STRING;
        };
    }
}
