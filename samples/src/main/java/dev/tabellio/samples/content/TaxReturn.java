package dev.tabellio.samples.content;

import java.util.List;

/**
 * A return and the wage statements that it adds up.
 *
 * @param wageStatements at least one
 */
public record TaxReturn(FormContent main, List<FormContent> wageStatements) {

    public TaxReturn {
        wageStatements = List.copyOf(wageStatements);
    }
}
