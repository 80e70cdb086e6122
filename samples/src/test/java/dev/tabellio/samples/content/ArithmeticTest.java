package dev.tabellio.samples.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The forms add up, whatever the seed. */
class ArithmeticTest {

    private static final BigDecimal ZERO = new BigDecimal("0.00");

    @Test
    void wageStatementsWithholdWhatTheLawSays() {
        for (int seed = 0; seed < 300; seed++) {
            Dice dice = new Dice(seed);
            FormContent content =
                    WageStatements.of(dice, Person.of(dice), new WageStatements.Wish(2024, true, seed % 3, false));
            BigDecimal social = amount(content, "/SocialSecurityWages").add(amount(content, "/SocialSecurityTips"));
            BigDecimal medicare = amount(content, "/MedicareWagesAndTips");
            BigDecimal above = medicare.subtract(new BigDecimal("200000")).max(ZERO);

            assertThat(amount(content, "/SocialSecurityTaxWithheld")).isEqualTo(share(social, "0.062"));
            assertThat(amount(content, "/MedicareTaxWithheld"))
                    .isEqualTo(share(medicare, "0.0145").add(share(above, "0.009")));
            assertThat(social).isLessThanOrEqualTo(new BigDecimal("168600.00"));
            assertThat(content.values().get("/Employee/SocialSecurityNumber")).matches("9\\d{2}-\\d{2}-\\d{4}");
            assertThat(content.values().get("/Employer/IdNumber")).matches("00-\\d{7}");
        }
    }

    @Test
    void returnsAddUpTheirWageStatements() {
        for (int seed = 0; seed < 300; seed++) {
            TaxReturn taxReturn = TaxReturns.of(
                    new Dice(seed), new TaxReturns.Wish(2022 + seed % 4, seed % 2 == 0, 1 + seed % 3, false));
            FormContent main = taxReturn.main();

            assertThat(amount(main, "/Box1a")).isEqualTo(sum(taxReturn, "/WagesTipsAndOtherCompensation"));
            assertThat(amount(main, "/Box25a")).isEqualTo(sum(taxReturn, "/FederalIncomeTaxWithheld"));
            assertThat(amount(main, "/Box9"))
                    .isEqualTo(amount(main, "/Box1z")
                            .add(amount(main, "/Box2b"))
                            .add(amount(main, "/Box3b"))
                            .add(amount(main, "/Box8")));
            assertThat(amount(main, "/Box11")).isEqualTo(amount(main, "/Box9").subtract(amount(main, "/Box10")));
            assertThat(amount(main, "/Box14")).isEqualTo(amount(main, "/Box12").add(amount(main, "/Box13")));
            assertThat(amount(main, "/Box15"))
                    .isEqualTo(amount(main, "/Box11")
                            .subtract(amount(main, "/Box14"))
                            .max(ZERO));
            assertThat(amount(main, "/Box33").subtract(amount(main, "/Box24")))
                    .isEqualTo(amount(main, "/Box34").subtract(amount(main, "/Box37")));
        }
    }

    @Test
    void aFlawBreaksJustWhatItSays() {
        Map<String, String> wrong = TaxReturns.of(new Dice(4), new TaxReturns.Wish(2024, false, 1, true))
                .main()
                .values();
        Map<String, String> right = TaxReturns.of(new Dice(4), new TaxReturns.Wish(2024, false, 1, false))
                .main()
                .values();

        assertThat(new BigDecimal(wrong.get("/Box15")))
                .isEqualTo(new BigDecimal(right.get("/Box15")).add(new BigDecimal("1000.00")));
        assertThat(wrong.get("/Box11")).isEqualTo(right.get("/Box11"));
        assertThat(wrong.get("/Box14")).isEqualTo(right.get("/Box14"));
    }

    private static BigDecimal sum(TaxReturn taxReturn, String pointer) {
        return taxReturn.wageStatements().stream()
                .map(job -> amount(job, pointer))
                .reduce(ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(FormContent content, String pointer) {
        return new BigDecimal(content.values().getOrDefault(pointer, "0.00"));
    }

    private static BigDecimal share(BigDecimal amount, String rate) {
        return amount.multiply(new BigDecimal(rate)).setScale(2, RoundingMode.HALF_UP);
    }
}
