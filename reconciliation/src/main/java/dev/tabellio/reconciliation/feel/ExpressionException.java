package dev.tabellio.reconciliation.feel;

/** An expression that is not one, or not one of ours. */
public final class ExpressionException extends Exception {

    /**
     * @param says what is wrong
     * @param line from 1, within the expression
     * @param column from 1
     */
    public ExpressionException(String says, int line, int column) {
        super("%s (line %d, column %d of the expression)".formatted(says, line, column));
    }
}
