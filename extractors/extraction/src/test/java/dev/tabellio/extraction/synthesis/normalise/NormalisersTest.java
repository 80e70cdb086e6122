package dev.tabellio.extraction.synthesis.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalisersTest {

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "28,921          | 28921.00",
                "28921.00        | 28921.00",
                "$ 1,234.56      | 1234.56",
                "$1,234.56       | 1234.56",
                "1, 234 .56      | 1234.56",
                "1 ,234. 56      | 1234.56",
                "4000 00         | 4000.00",
                "4,000.          | 4000.00",
                ".56             | 0.56",
                "0               | 0.00",
                "-0-             | 0.00",
                "(45.00)         | -45.00",
                "($1,045.10)     | -1045.10",
                "$ (4,743.41)    | -4743.41",
                "-45             | -45.00",
                "-$45.10         | -45.10",
                "$-45.10         | -45.10",
                "45.10-          | -45.10",
                "\u221245.10     | -45.10",
                "1234567890123.45| 1234567890123.45"
            })
    void money(String printed, String value) {
        for (Locale locale : new Locale[] {Locale.US, Locale.GERMANY, new Locale("tr", "TR")}) {
            Locale.setDefault(locale);
            assertThat(UsMoney.parse(printed)).hasToString("Optional[" + value + "]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "$",
                ".",
                ",",
                "1,23",
                "12,34.56",
                "1.234,56",
                "1.2",
                "1.234",
                "W-2",
                "12a",
                "1/2",
                "1 2 3",
                "5%",
                "(45",
                "45)",
                "00-1111111",
                "400-00-1038",
                "NONE",
                "12345678901234"
            })
    void notMoney(String printed) {
        assertThat(UsMoney.parse(printed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"37.160,56 | 37160.56", "37,160,56 | 37160.56", "37.160.56 | 37160.56", "37160,56 | 37160.56"})
    void misreadMoney(String recognised, String value) {
        assertThat(UsMoney.parse(recognised)).isEmpty();
        assertThat(UsMoney.parseRecognised(recognised)).hasToString("Optional[" + value + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"37.160", "3,1", "37,1605", "1.2.3"})
    void notEvenMisreadMoney(String recognised) {
        assertThat(UsMoney.parseRecognised(recognised)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SSN | 400-00-1038          | 400-00-1038",
                "SSN | 4 0 0 0 0 1 0 3 8    | 400-00-1038",
                "SSN | 400001038            | 400-00-1038",
                "SSN | 400 - 00 - 1038      | 400-00-1038",
                "SSN | 400\u201300\u20141038 | 400-00-1038",
                "SSN | xxx-xx-1038          | XXX-XX-1038",
                "SSN | ***-**-1038          | ***-**-1038",
                "EIN | 00-1111111           | 00-1111111",
                "EIN | 001111111            | 00-1111111",
                "TIN | 00-1111111           | 00-1111111",
                "TIN | 400-00-1038          | 400-00-1038",
                "TIN | 400001038            | 400001038",
                "TIN | 400-001-038          | 400-001-038",
                "TIN | XX-XXX1038           | XX-XXX1038"
            })
    void taxpayerNumbers(TaxpayerNumber kind, String printed, String value) {
        Locale.setDefault(new Locale("tr", "TR"));
        assertThat(kind.parse(printed)).contains(value);
    }

    @ParameterizedTest
    @CsvSource({"SSN,400-00-103", "SSN,40O-00-1038", "EIN,00-11111111", "TIN,APPLIED FOR", "SSN,''"})
    void notTaxpayerNumbers(TaxpayerNumber kind, String printed) {
        assertThat(kind.parse(printed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"FL,FL", "fl,FL", "F.L.,FL", " PR ,PR"})
    void states(String printed, String code) {
        Locale.setDefault(new Locale("tr", "TR"));
        assertThat(UsStates.parse(printed)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XX", "Florida", "F", ""})
    void notStates(String printed) {
        assertThat(UsStates.parse(printed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Acme Inc/555 Main St/Springfield, IL 62701                        | 1 | 2 | 0",
                "Acme Incorporated/of Springfield/P.O. Box 7/Springfield IL 62701  | 2 | 2 | 0",
                "3M Company/3M Center/St. Paul, MN 55144                           | 1 | 2 | 0",
                "Jane Doe/c\u2215o John Doe/1 Way/X, FL 32401-1234                 | 1 | 3 | 0",
                "Jane Doe                                                          | 1 | 0 | 0",
                "100 Flowers LLC/Springfield                                       | 1 | 1 | 0",
                "Acme/Springfield, IL 62701                                        | 1 | 1 | 0",
                "Acme/1 Way/Springfield, IL 62701/(788) 555-0111                   | 1 | 2 | 1",
                "Acme/1 Way/Springfield, IL 62701/788.555.0111 ext. 12             | 1 | 2 | 1"
            })
    void namesAndAddresses(String lines, int name, int address, int phone) {
        assertThat(NameAndAddress.split(Arrays.stream(lines.split("/"))
                        .map(line -> line.replace('\u2215', '/'))
                        .toList()))
                .isEqualTo(new NameAndAddress(name, address, phone));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ada Byron Ill      | Ada Byron III",
                "Ada Byron IIl      | Ada Byron III",
                "Ada Byron ll       | Ada Byron II",
                "Ada Byron lV       | Ada Byron IV",
                "Ada Byron 1V       | Ada Byron IV",
                "Ada Byron III      | Ada Byron III",
                "Apartment 11       | Apartment 11",
                "Ada I              | Ada I",
                "Ill                | Ill",
                "Ada Hill           | Ada Hill"
            })
    void suffixesOfGenerations(String recognised, String name) {
        assertThat(GenerationSuffix.recognised(recognised)).isEqualTo(name);
    }
}
