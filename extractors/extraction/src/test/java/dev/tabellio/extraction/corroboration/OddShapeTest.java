package dev.tabellio.extraction.corroboration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.FieldValue;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OddShapeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /Employer/Name      | Umbra Optics Inc.                        | false
            /Employer/Name      | 3M                                       | false
            /Employer/Name      | 4871 Kettle Street                       | true
            /Employer/Name      | Umbra Optics Inc./907 Nettle Lane        | true
            /Employer/Name      | Tamarack, MN 55855                       | true
            /Employer/Address   | 4871 Kettle Street/Tamarack, MN 55855    | false
            /Employer/Address   | 4871 Kettle Street, Tamarack, MN 55855   | false
            /Employer/Address   | Tamarack, MN 55855                       | true
            /Box15              | OH-54-29928                              | false
            /Box15              | no./OH-54-29928                          | true
            /Occupation         | tester                                   | false
            /LetterCode         | d                                        | true
            /LetterCode         | D                                        | false
            /EmailAddress       | ann@example.com                          | false
            /PaidPreparer/Name  | for instructions and the latest forms.   | true
            """)
    void textsThatAreHardlyWhatStandsThere(String pointer, String rows, boolean odd) {
        assertThat(OddShape.of(pointer, new FieldValue.Text(rows), List.of(rows.split("/")))
                        .isPresent())
                .isEqualTo(odd);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            83-6715668, false
            IRS.,       true
            """)
    void identifiersHaveDigits(String identifier, boolean odd) {
        assertThat(OddShape.of("/Box16", new FieldValue.Identifier(identifier), List.of(identifier))
                        .isPresent())
                .isEqualTo(odd);
    }
}
