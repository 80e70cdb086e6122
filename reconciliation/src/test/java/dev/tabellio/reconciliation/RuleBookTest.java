package dev.tabellio.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tabellio.doctype.DocumentTypes;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleBookTest {

    private static final String GOOD = """
            rules:
              - id: slip.tax
                severity: error
                says: "tax {Tax} is at most {Wages}"
                expression: Tax <= Wages
                examples:
                  satisfied: [{Tax: 1, Wages: 2}]
                  violated: [{Tax: 2, Wages: 1}]
            """;

    @TempDir
    private Path folder;

    private RuleBook book(String rules) {
        DocumentTypes types = TypeFolder.slip(folder, rules);
        return RuleBook.of(types.get("slip"), types);
    }

    private void refused(String from, String to, String message) {
        assertThat(GOOD).contains(from);
        assertThatThrownBy(() -> book(GOOD.replace(from, to)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("document type slip: rules.yaml: " + message);
    }

    @Test
    void readsRules() {
        RuleBook book = book(GOOD);

        assertThat(book.rules()).extracting(Rule::id).containsExactly("slip.tax");
        assertThat(book.rules()).extracting(Rule::severity).containsExactly(Finding.Severity.ERROR);
        assertThat(book.relevant()).containsExactly("/Tax", "/Wages");
    }

    @Test
    void anEmptyRuleBookHasNoRules() {
        assertThat(book("").rules()).isEmpty();
        assertThat(book("# nothing yet\n").rules()).isEmpty();
    }

    @Test
    void rowsAreRelevantWhateverTheirNumber() {
        RuleBook book = book("""
                rules:
                  - id: slip.state
                    severity: error
                    says: "{row.State}"
                    each: States
                    expression: row.Tax >= 0
                    examples:
                      satisfied: [{States: [{Tax: 1}]}]
                      violated: [{States: [{Tax: -1}]}]
                """);

        assertThat(book.relevant()).containsExactly("/States/*/State", "/States/*/Tax");
    }

    @Test
    void namesTypeRuleAndPlaceOfAMistake() {
        refused(
                "Tax <= Wages",
                "Tax <= Wage",
                "rule slip.tax: line 5, column 17: unknown field or constant 'Wage' (line 1, column 8 of the expression)");
        refused(
                "says: \"tax {Tax}",
                "says: \"tax {Text}",
                "rule slip.tax: line 4, column 11: says: unknown field or constant 'Text' (line 1, column 1 of the expression)");
        refused(
                "says: \"tax {Tax}",
                "says: \"tax {Tax",
                "rule slip.tax: line 4, column 11: says: no viable alternative at input 'is' (line 1, column 5 of the expression)");
        refused(
                "severity: error",
                "severity: bad",
                "rule slip.tax: line 3, column 15: a severity is warning, error or fatal");
        refused(
                "severity: error",
                "severty: error",
                "rule slip.tax: line 3, column 14: unknown key 'severty'; known: each, examples, expression, id, optional, says, severity, source, when, zeroIfAbsent");
        refused("    severity: error\n", "", "rule slip.tax: line 2, column 5: 'severity' is missing");
        refused("    expression: Tax <= Wages\n", "", "rule slip.tax: line 2, column 5: 'expression' is missing");
        refused("id: slip.tax", "name: slip.tax", "rule ?: line 2, column 5: a rule has an id");
        refused("{Tax: 2, Wages: 1}", "{Tax: 2, Wages: x}", "rule slip.tax: line 8, column 34: 'x' is no amount");
        refused("{Tax: 2, Wages: 1}", "{Tax: 2, Wage: 1}", "rule slip.tax: line 8, column 33: unknown field 'Wage'");
        refused(
                "      violated: [{Tax: 2, Wages: 1}]\n",
                "",
                "rule slip.tax: line 7, column 7: there is no example in which the rule is VIOLATED");
        refused("rules:", "rule:", "line 2, column 3: unknown key 'rule'; known: constants, rules, tieOut");
        refused(
                "expression: Tax <= Wages",
                "expression: Tax <= Wages\n    zeroIfAbsent: [Bonus]",
                "rule slip.tax: line 6, column 20: the expression does not look at 'Bonus'");
        refused(
                "expression: Tax <= Wages",
                "expression: Tax <= Wages and Name != null\n    zeroIfAbsent: [Name]",
                "rule slip.tax: line 6, column 20: 'Name' is no amount");
        refused(
                "expression: Tax <= Wages",
                "expression: Tax <= Wages\n    each: Person",
                "rule slip.tax: line 6, column 11: 'Person' is no field with rows");
        refused(
                "severity: error",
                "severity: error\n    severity: error",
                "line 4, column 5: the key 'severity' occurs twice");
        refused(
                "expression: Tax <= Wages",
                "expression: (function(x) external {java: {class: \"java.lang.System\"}})(1)",
                "line 5, column 44: mapping values are not allowed here");
    }

    @Test
    void refusesAnExternalFunction() {
        refused(
                "expression: Tax <= Wages",
                "expression: '(function(x) external {java: {class: \"java.lang.System\", method signature: \"getProperty(java.lang.String)\"}})(\"user.dir\") != null'",
                "rule slip.tax: line 5, column 17: only named functions can be called (line 1, column 1 of the expression)");
    }

    @Test
    void collectsTheMistakesOfAllRules() {
        String two = GOOD.replace("Tax <= Wages", "Tax <= Wage")
                + GOOD.replace("rules:\n", "")
                        .replace("slip.tax", "slip.two")
                        .replace("severity: error", "severity: bad");

        assertThatThrownBy(() -> book(two))
                .hasMessageContainingAll("unknown field or constant 'Wage'", "a severity is warning, error or fatal");
    }

    @Test
    void anIdIsTakenOnce() {
        assertThatThrownBy(() -> book(GOOD + GOOD.replace("rules:\n", "")))
                .hasMessage("document type slip: rules.yaml: rule slip.tax: line 9, column 9: the id is taken");
    }

    @Test
    void brokenYamlNamesThePlace() {
        assertThatThrownBy(() -> book("rules:\n  - id: [\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("document type slip: rules.yaml: line ");
    }

    @Test
    void saysWhichExampleFails() {
        RuleBook book = book(GOOD.replace("satisfied: [{Tax: 1,", "satisfied: [{Tax: 3,"));

        assertThat(book.failedExamples())
                .containsExactly(
                        "document type slip: rules.yaml: line 7: the example of rule slip.tax should be SATISFIED,"
                                + " but: [VIOLATED: tax 3 is at most 2]");
    }
}
