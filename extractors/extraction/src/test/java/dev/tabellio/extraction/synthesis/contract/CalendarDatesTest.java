package dev.tabellio.extraction.synthesis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarDatesTest {

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    March 3, 2010                           | 2010-03-03
                    MARCH 3, 2010                           | 2010-03-03
                    March 3rd , 2010                        | 2010-03-03
                    March 3. 2010                           | 2010-03-03
                    Sept. 23, 2009                          | 2009-09-23
                    March13, 2015                           | 2015-03-13
                    3 March 2010                            | 2010-03-03
                    the 3rd day of March, 2010              | 2010-03-03
                    this 22ND day of May 2001               | 2001-05-22
                    this 31st day of May , 2005             | 2005-05-31
                    the third day of March, 2010            | 2010-03-03
                    the twenty-first day of June 1999       | 1999-06-21
                    6th of February, 1999                   | 1999-02-06
                    11th DAY OF October, 2007               | 2007-10-11
                    20th day of Friday, March 2020          | 2020-03-20
                    the 20 March day of 1998                | 1998-03-20
                    12/31/2014                              | 2014-12-31
                    31/12/2014                              | 2014-12-31
                    4/15/14                                 | 2014-04-15
                    3.26.01                                 | 2001-03-26
                    2-4-98                                  | 1998-02-04
                    2016-05-04                              | 2016-05-04
                    February 29, 2012                       | 2012-02-29
                    """)
    void readsTheDate(String printed, String date) {
        assertThat(dates("dated as of " + printed + " between")).containsExactly(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "February 30, 2010",
                "February 29, 2011",
                "March ___, 2010",
                "May 2010",
                "Section 1.2.3.4",
                "call 555-12-34 or 10-11-12-13",
                "13/13/2013",
                "the 41st day of March, 2010",
                "version 3.26.01.7"
            })
    void leavesOutWhatIsNoDate(String printed) {
        assertThat(dates(printed)).isEmpty();
    }

    @Test
    void keepsOrderAndPlaces() {
        String text = "from 1/2/2003 to the 4th day of May, 2006 and June 7, 2008";

        List<CalendarDates.Mention> mentions = CalendarDates.in(text);

        assertThat(mentions)
                .extracting(mention -> mention.span().of(text))
                .containsExactly("1/2/2003", "4th day of May, 2006", "June 7, 2008");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "de-DE", "ar-EG"})
    void readsTheSameEverywhere(String locale) {
        Locale.setDefault(Locale.forLanguageTag(locale));

        assertThat(dates("APRIL 15, 2014 and the SIXTH day of JULY, 2015")).containsExactly("2014-04-15", "2015-07-06");
    }

    private static List<String> dates(String text) {
        return CalendarDates.in(text).stream()
                .map(mention -> mention.date().toString())
                .toList();
    }
}
