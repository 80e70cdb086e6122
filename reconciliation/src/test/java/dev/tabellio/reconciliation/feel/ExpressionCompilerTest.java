package dev.tabellio.reconciliation.feel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionCompilerTest {

    private static final Shape.Group FIELDS = new Shape.Group(Map.of(
            "Wages", Shape.Leaf.AMOUNT,
            "Tax", Shape.Leaf.AMOUNT,
            "Id", Shape.Leaf.IDENTIFIER,
            "Start", Shape.Leaf.DATE,
            "Married", Shape.Leaf.FLAG,
            "Person", new Shape.Group(Map.of("Id", Shape.Leaf.IDENTIFIER)),
            "States", new Shape.Rows(new Shape.Group(Map.of("Tax", Shape.Leaf.AMOUNT, "State", Shape.Leaf.TEXT)))));
    private static final Scope SCOPE =
            new Scope(FIELDS, Map.of(), Map.of("base", Map.of("2024", new BigDecimal("168600"))));

    private final ExpressionCompiler compiler = new ExpressionCompiler();

    private static Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("Wages", new BigDecimal("1000.00"));
        values.put("Tax", null);
        values.put("Id", "400-00-1038");
        values.put("Start", LocalDate.of(2024, 1, 31));
        values.put("Married", true);
        values.put("Person", Map.of("Id", "***-**-1038"));
        values.put(
                "States",
                List.of(
                        Map.of("Tax", new BigDecimal("0.1"), "State", "CA"),
                        Map.of("Tax", new BigDecimal("0.2"), "State", "NY")));
        return values;
    }

    private @Nullable Object value(String expression) throws ExpressionException {
        return compiler.compile(expression, SCOPE).evaluate(values()).value();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.1 + 0.2 = 0.3",
                "sum(States.Tax) = 0.3",
                "1.10 = 1.1",
                "1 / 3 * 3 >= 0.99999999999999999999 and 1 / 3 * 3 <= 1",
                "round half up(1.005, 2) = 1.01",
                "Wages = 1000",
                "Start < date(\"2024-02-01\") and Start.year = 2024",
                "Start + duration(\"P1M\") = date(\"2024-02-29\")",
                "every s in States satisfies s.Tax < 1",
                "count(States[Tax > 0.1]) = 1",
                "States[State = \"NY\"].Tax[1] = 0.2",
                "get value(base, \"2024\") = 168600",
                "list contains([\"A\", \"B\"], \"B\")",
                "Married",
                "Wages in [1..1000]",
                "Wages in (1, 1000, 2000)",
                "Wages in (<5, >=1000)",
                "Id in (\"1\", \"400-00-1038\")",
                "if Tax = null then true else false",
                "plain number(\"2024\") = 2024",
                "shape(Id, \"999-99-9999\")",
                "not(shape(\"400-00-103A\", \"999-99-9999\"))",
                "not(shape(\"\u0664\u0660\u0660-00-1038\", \"999-99-9999\"))",
                "shape(\"AB1\", \"AA9\")",
                "same number(Id, Person.Id)",
                "same number(Id, \"400001038\")",
                "not(same number(Id, \"400-00-1039\"))",
                "not(same number(Id, \"XXX-XX-XX38\"))",
                "iban(\"GB82 WEST 1234 5698 7654 32\")",
                "iban(\"NO9386011117947\")",
                "not(iban(\"GB82WEST12345698765423\"))",
                "not(iban(\"gb82west12345698765432\"))",
                "not(iban(\"DE02\"))"
            })
    void holds(String expression) throws ExpressionException {
        assertThat(value(expression)).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tax > 3",
                "Tax + Wages",
                "shape(null, \"9\")",
                "same number(null, Id)",
                "iban(null)",
                "plain number(\"1E999999999\")",
                "plain number(\"20Z4\")",
                "1 / 0",
                "true and null",
                "date(\"2024-02-30\")",
                "max(1, Tax)"
            })
    void isNotKnown(String expression) throws ExpressionException {
        assertThat(value(expression)).isNull();
    }

    @Test
    void computesInExactDecimals() throws ExpressionException {
        assertThat(value("0.062 * 1234567.89")).isEqualTo(new BigDecimal("76543.20918"));
        assertThat(value("sum(States.Tax)")).isEqualTo(new BigDecimal("0.3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG", "hi-IN-u-nu-deva"})
    void isTheSameInEveryLocale(String tag) throws ExpressionException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
        try {
            assertThat(value("0.5 + 1000.25")).isEqualTo(new BigDecimal("1000.75"));
            assertThat(value("plain number(\"1000.25\") = 1000.25")).isEqualTo(true);
            assertThat(value("shape(Id, \"999-99-9999\") and contains(\"TITLE\", \"I\")"))
                    .isEqualTo(true);
            assertThat(value("date(\"2024-01-31\") = Start")).isEqualTo(true);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(function(x) external {java: {class: \"java.lang.System\", method signature: \"getProperty(java.lang.String)\"}})(\"user.dir\")",
                "function(x) external {java: {class: \"java.lang.Runtime\", method signature: \"getRuntime()\"}}",
                "{f: function(x) external {java: {class: \"java.lang.System\", method signature: \"exit(int)\"}}, a: f(1)}.a = null",
                "if true then (function(x) x)(1) = 1 else false",
                "sort([1, 2], function(a, b) a < b) = [1, 2]",
                "(function(x) x + 1)(1) = 2",
                "Wages.class = null",
                "Wages.class.classLoader = null",
                "Id.bytes = null",
                "Person.Id.bytes = null",
                "Start.class = null",
                "States.class = null",
                "States[1].class = null",
                "States[Tax.class = null] = null",
                "(1 + 1).class = null",
                "\"a\".bytes = null",
                "{a: 1}.a = 1",
                "matches(Id, \"(a+)+b\")",
                "replace(Id, \"a\", \"b\") = \"\"",
                "split(Id, \"-\") = []",
                "now() > Start",
                "today() > Start",
                "decimal(1, 999999999) = 1",
                "round half up(1, 999999999) = 1",
                "round half up(1, Wages) = 1",
                "number(\"1E999999999\") > 0",
                "2 ** 999999999 > 0",
                "1e999999999 > 0",
                "exp(1000) > 0",
                "sum(for i in 1..1000000000 return i) > 0",
                "every i in 1..1000000000 satisfies i > 0",
                "some a in States, b in States, c in States satisfies a.Tax = b.Tax",
                "States[States[States[Tax > 0].Tax[1] > 0].Tax[1] > 0].Tax[1] > 0",
                "Wages instance of number",
                "upper case(Id) = Id",
                "get entries(Person) = null",
                "invoke(Wages)",
                "Nope > 3",
                "Person.Nope = null",
                "Person.Id.Id = null",
                "every s in States satisfies s.Nope > 0",
                "count(States[Nope > 1]) = 0",
                "Wages +",
                "Wages = = 3",
                "= 3",
                "[1..3] = null",
                "",
                "   "
            })
    void refuses(String expression) {
        assertThatThrownBy(() -> compiler.compile(expression, SCOPE)).isInstanceOf(ExpressionException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Wages > Nope                  | unknown field or constant 'Nope' (line 1, column 9 of the expression)
                    Wages > Person.Nope           | unknown field 'Nope' in 'Person' (line 1, column 16 of the expression)
                    Wages > matches(Id, "a")      | the function 'matches' is not part of the rule language (line 1, column 9 of the expression)
                    Wages > 2 ** 3                | powers are not part of the rule language (line 1, column 9 of the expression)
                    """)
    void saysWhatIsWrongAndWhere(String expression, String message) {
        assertThatThrownBy(() -> compiler.compile(expression, SCOPE)).hasMessage(message);
    }

    @Test
    void refusesWhatIsTooLong() {
        String sum = "Wages" + " + Wages".repeat(300) + " > 0";

        assertThatThrownBy(() -> compiler.compile(sum, SCOPE)).hasMessageContaining("longer than 2000 characters");
        assertThatThrownBy(() -> compiler.compile("1=" + "-1=".repeat(250) + "1", SCOPE))
                .hasMessageContaining("more than 400 parts");
    }

    @ParameterizedTest
    @CsvSource({"(,)", "[,]", "-,''", "not(,)", "if true then ,''"})
    void deepNestingIsRefusedAndDoesNotOverflow(String open, String close) {
        int times = ExpressionCompiler.LONGEST / (open.length() + close.length() + 1);
        String nested = open.repeat(times) + "1" + close.repeat(times);

        assertThatThrownBy(() -> compiler.compile(nested, SCOPE)).isInstanceOf(ExpressionException.class);
    }

    @Test
    void knowsTheFieldsItLooksAt() throws ExpressionException {
        Scope scope = SCOPE.with("row", new Shape.Group(Map.of("Tax", Shape.Leaf.AMOUNT)));

        assertThat(compiler.compile(
                                "row.Tax < Wages and Person.Id != null and sum(States.Tax) > 0 and"
                                        + " (every s in States satisfies s.State != \"\") and States[Tax > 1] != null",
                                scope)
                        .references())
                .extracting(Reference::name)
                .containsExactlyInAnyOrder("row.Tax", "Wages", "Person.Id", "States.Tax", "States.State", "States");
    }

    @Test
    void isSafeForThreads() throws Exception {
        Expression expression = compiler.compile("abs(Tax - 0.062 * Wages) <= 0.01", SCOPE);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                BigDecimal wages = new BigDecimal(i);
                boolean right = i % 2 == 0;
                tasks.add(() -> {
                    Map<String, @Nullable Object> values = values();
                    values.put("Wages", wages);
                    values.put(
                            "Tax",
                            wages.multiply(new BigDecimal("0.062")).add(new BigDecimal(right ? "0.01" : "0.02")));
                    return Boolean.valueOf(right)
                            .equals(expression.evaluate(values).value());
                });
            }
            for (Future<Boolean> result : threads.invokeAll(tasks)) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
