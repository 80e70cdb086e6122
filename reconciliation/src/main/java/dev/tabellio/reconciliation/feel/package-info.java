/**
 * The expression language of rules: FEEL (the expression language of the DMN standard) cut down to what can be trusted
 * with rules that someone else wrote. In: an expression's text and the names it may use. Out: a compiled
 * {@link dev.tabellio.reconciliation.feel.Expression} that knows which fields it looks at.
 *
 * <p>FEEL reads like an accountant's note ({@code abs(Box4 - 0.062 * Box3) <= 0.01}), computes in exact decimals of 34
 * digits and gives {@code null} for what is not known. The engine is Apache KIE's; nothing outside this package sees it.
 *
 * <p>As it comes the engine is no sandbox: an expression can call any static Java method through an external function, and
 * any getter of a value through a path ({@code Box1.class}). So the parse tree is held against closed lists before
 * anything runs: kinds of nodes, function names, operators, and every path must be a field that the type's schema declares.
 * What is left has no loops but those over rows of the document, no recursion, no clock and no way out, so that it ends
 * soon and gives the same answer every time, which stored results rely on.
 *
 * <p>{@code matches()} is among what is left out. The engine's needs a library of 6 MB and without it answers {@code null}
 * silently; and a backtracking regular expression in a rule can hold up the batch. {@code shape(text, "999-99-9999")} does
 * what rules about identifiers need, in one pass over the text.
 */
@NullMarked
package dev.tabellio.reconciliation.feel;

import org.jspecify.annotations.NullMarked;
