package dev.tabellio.reconciliation.feel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.AtLiteralNode;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.BetweenNode;
import org.kie.dmn.feel.lang.ast.BooleanNode;
import org.kie.dmn.feel.lang.ast.FilterExpressionNode;
import org.kie.dmn.feel.lang.ast.ForExpressionNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.IfExpressionNode;
import org.kie.dmn.feel.lang.ast.InNode;
import org.kie.dmn.feel.lang.ast.InfixOpNode;
import org.kie.dmn.feel.lang.ast.InfixOperator;
import org.kie.dmn.feel.lang.ast.IterationContextNode;
import org.kie.dmn.feel.lang.ast.ListNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NullNode;
import org.kie.dmn.feel.lang.ast.NumberNode;
import org.kie.dmn.feel.lang.ast.PathExpressionNode;
import org.kie.dmn.feel.lang.ast.QualifiedNameNode;
import org.kie.dmn.feel.lang.ast.QuantifiedExpressionNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.SignedUnaryNode;
import org.kie.dmn.feel.lang.ast.StringNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;
import org.kie.dmn.feel.lang.ast.UndefinedValueNode;

/**
 * Holds a parse tree against what rules may use and collects the fields it looks at. What is not on a list is refused.
 */
final class TreeCheck {

    private static final int MOST_NODES = 400;
    private static final int DEEPEST_LOOP = 2;
    private static final int MOST_DECIMALS = 10;

    /** Node kinds whose children are checked and that need no check of their own. */
    private static final Set<Class<?>> PLAIN = Set.of(
            AtLiteralNode.class,
            BetweenNode.class,
            BooleanNode.class,
            IfExpressionNode.class,
            ListNode.class,
            NullNode.class,
            SignedUnaryNode.class,
            StringNode.class);

    /**
     * Functions that give the same answer every time, soon, in every locale. Left out on purpose: the clock
     * ({@code now}, {@code today}), regular expressions ({@code matches}, {@code replace}, {@code split}), what can make
     * numbers of any length ({@code decimal}, {@code exp}, {@code number}), and upper and lower case.
     */
    private static final Set<String> FUNCTIONS = Set.of(
            "abs",
            "all",
            "any",
            "ceiling",
            "concatenate",
            "contains",
            "count",
            "date",
            "distinct values",
            "duration",
            "ends with",
            "floor",
            "get value",
            "iban",
            "list contains",
            "max",
            "min",
            "not",
            "plain number",
            "round down",
            "round half up",
            "round up",
            "same number",
            "shape",
            "starts with",
            "string length",
            "substring",
            "substring after",
            "substring before",
            "sum",
            "years and months duration");

    private static final Set<String> ROUNDING = Set.of("round down", "round half up", "round up");
    private static final Set<String> DATE_PARTS = Set.of("year", "month", "day");
    private static final Set<String> DURATION_PARTS = Set.of("years", "months", "days");
    private static final Pattern PLAIN_NUMBER = Pattern.compile("[0-9]{0,20}(\\.[0-9]{0,20})?");

    private final Scope scope;
    private final Set<Reference> references;
    private final Deque<Map<String, Meaning>> locals = new ArrayDeque<>();
    private int nodes;
    private int loops;

    TreeCheck(Scope scope, Set<Reference> references) {
        this.scope = scope;
        this.references = references;
    }

    /** What a sub-expression stands for: a place in the fields, or (without shape) a computed value. */
    private record Meaning(
            String variable, String path, @Nullable Shape shape) {

        static final Meaning COMPUTED = new Meaning("", "", null);

        Meaning row() {
            return shape instanceof Shape.Rows rows ? new Meaning(variable, path, rows.row()) : this;
        }

        Optional<Meaning> part(String name) {
            Meaning row = row();
            if (row.shape instanceof Shape.Group group && group.fields().containsKey(name)) {
                Shape part = group.fields().get(name);
                return Optional.of(new Meaning(variable, path.isEmpty() ? name : path + "." + name, part));
            }
            return Optional.empty();
        }
    }

    void check(ASTNode tree) throws ExpressionException {
        meaning(tree);
    }

    private Meaning meaning(ASTNode node) throws ExpressionException {
        if (++nodes > MOST_NODES) {
            throw refused(node, "more than %d parts: split the rule".formatted(MOST_NODES));
        }
        if (node instanceof NameRefNode name) {
            return seen(named(name, words(name)));
        }
        if (node instanceof QualifiedNameNode qualified) {
            return seen(qualified(qualified));
        }
        if (node instanceof PathExpressionNode path) {
            return seen(part(path, meaning(path.getExpression()), words(path.getName())));
        }
        if (node instanceof FilterExpressionNode filter) {
            return filtered(filter);
        }
        if (node instanceof FunctionInvocationNode call) {
            return called(call);
        }
        if (node instanceof QuantifiedExpressionNode every) {
            return looped(every.getIterationContexts(), every.getExpression());
        }
        if (node instanceof ForExpressionNode each) {
            return looped(each.getIterationContexts(), each.getExpression());
        }
        if (node instanceof InNode in) {
            meaning(in.getValue());
            tests(in.getExprs());
            return Meaning.COMPUTED;
        }
        if (node instanceof NumberNode number) {
            if (!PLAIN_NUMBER.matcher(number.getText()).matches()) {
                throw refused(number, "numbers are written in digits, at most 20 before and after the point");
            }
            return Meaning.COMPUTED;
        }
        if (node instanceof InfixOpNode operation && operation.getOperator() == InfixOperator.POW) {
            throw refused(node, "powers are not part of the rule language");
        }
        if (!(node instanceof InfixOpNode) && !PLAIN.contains(node.getClass())) {
            throw refused(node, "this is not part of the rule language (%s)".formatted(kind(node)));
        }
        for (ASTNode child : node.getChildrenNode()) {
            if (child != null) {
                meaning(child);
            }
        }
        return Meaning.COMPUTED;
    }

    /** What may stand right of {@code in}: values, ranges and comparisons, which are nothing by themselves. */
    private void tests(ASTNode node) throws ExpressionException {
        if (!(node instanceof ListNode || node instanceof RangeNode || node instanceof UnaryTestNode)) {
            meaning(node);
            return;
        }
        nodes++;
        for (ASTNode child : node.getChildrenNode()) {
            if (child != null && !(child instanceof UndefinedValueNode)) {
                tests(child);
            }
        }
    }

    private Meaning named(ASTNode at, String name) throws ExpressionException {
        for (Map<String, Meaning> frame : locals) {
            Meaning local = frame.get(name);
            if (local != null) {
                return local;
            }
        }
        if (scope.variables().containsKey(name)) {
            return new Meaning(name, "", scope.variables().get(name));
        }
        if (scope.document().fields().containsKey(name)) {
            return new Meaning("", name, scope.document().fields().get(name));
        }
        if (scope.constants().containsKey(name)) {
            return Meaning.COMPUTED;
        }
        throw refused(at, "unknown field or constant '%s'".formatted(name));
    }

    private Meaning qualified(QualifiedNameNode node) throws ExpressionException {
        Meaning meaning = null;
        for (NameRefNode part : node.getParts()) {
            String name = words(part);
            meaning = meaning == null ? named(part, name) : part(part, meaning, name);
        }
        return meaning == null ? Meaning.COMPUTED : meaning;
    }

    private Meaning part(ASTNode at, Meaning whole, String name) throws ExpressionException {
        Optional<Meaning> part = whole.part(name);
        if (part.isPresent()) {
            return part.get();
        }
        if (whole.shape() == Shape.Leaf.DATE && DATE_PARTS.contains(name)) {
            seen(whole);
            return Meaning.COMPUTED;
        }
        if (whole.shape() == null && (DURATION_PARTS.contains(name) || DATE_PARTS.contains(name))) {
            return Meaning.COMPUTED;
        }
        throw refused(
                at,
                whole.shape() == null
                        ? "a computed value has no part '%s'".formatted(name)
                        : "unknown field '%s' in '%s'"
                                .formatted(name, new Reference(whole.variable(), whole.path(), false).name()));
    }

    private Meaning filtered(FilterExpressionNode node) throws ExpressionException {
        Meaning rows = meaning(node.getExpression());
        Map<String, Meaning> frame = new HashMap<>();
        frame.put("item", rows.row());
        if (rows.row().shape() instanceof Shape.Group group) {
            for (String name : group.fields().keySet()) {
                rows.part(name).ifPresent(part -> frame.put(name, part));
            }
        }
        inLoop(node, frame, node.getFilter());
        return rows;
    }

    private Meaning called(FunctionInvocationNode node) throws ExpressionException {
        String name = node.getName() instanceof NameRefNode named ? words(named) : "";
        if (!FUNCTIONS.contains(name)) {
            throw refused(
                    node,
                    name.isEmpty()
                            ? "only named functions can be called"
                            : "the function '%s' is not part of the rule language".formatted(name));
        }
        List<BaseNode> parameters = node.getParams().getElements();
        if (ROUNDING.contains(name) && parameters.size() > 1 && !fewDecimals(parameters.get(1))) {
            throw refused(node, "the number of decimals is a number from 0 to %d".formatted(MOST_DECIMALS));
        }
        for (BaseNode parameter : parameters) {
            meaning(parameter);
        }
        return Meaning.COMPUTED;
    }

    private static boolean fewDecimals(BaseNode node) {
        return node instanceof NumberNode number
                && number.getValue() != null
                && number.getValue().signum() >= 0
                && number.getValue().intValue() <= MOST_DECIMALS
                && PLAIN_NUMBER.matcher(number.getText()).matches();
    }

    private Meaning looped(List<IterationContextNode> contexts, BaseNode body) throws ExpressionException {
        Map<String, Meaning> frame = new HashMap<>();
        for (IterationContextNode context : contexts) {
            if (context.getRangeEndExpr() != null) {
                throw refused(context, "loops run over rows, not over ranges of numbers");
            }
            frame.put(words(context.getName()), meaning(context.getExpression()).row());
        }
        loops += contexts.size() - 1;
        inLoop(body, frame, body);
        loops -= contexts.size() - 1;
        return Meaning.COMPUTED;
    }

    private void inLoop(ASTNode at, Map<String, Meaning> frame, ASTNode body) throws ExpressionException {
        if (++loops > DEEPEST_LOOP) {
            throw refused(at, "loops are nested deeper than %d".formatted(DEEPEST_LOOP));
        }
        locals.push(frame);
        meaning(body);
        locals.pop();
        loops--;
    }

    private Meaning seen(Meaning meaning) {
        if (meaning.shape() != null) {
            references.add(new Reference(meaning.variable(), meaning.path(), meaning.shape() instanceof Shape.Leaf));
        }
        return meaning;
    }

    private static String words(ASTNode node) {
        return node.getText().strip().replaceAll("\\s+", " ");
    }

    private static String kind(ASTNode node) {
        return node.getClass().getSimpleName().replaceAll("Node$", "");
    }

    private static ExpressionException refused(ASTNode node, String says) {
        return new ExpressionException(says, node.getStartLine(), node.getStartColumn() + 1);
    }
}
