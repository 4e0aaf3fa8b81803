package io.musemeter.aggregator.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(BrowserExtension.class)
class NumbersForPeopleTest {
    private static final PageServer SERVER = PageServer.answering("[]");

    @BeforeAll
    static void openPage(Browser browser) {
        browser.open(SERVER.address());
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "effect(0.0304, 3)          | +0.030",
                "effect(-0.0304, 2)         | \u22120.03",
                "effect(-0.0004, 2)         | 0.00",
                "effect(null, 2)            | not known",
                "factor(0)                  | \u00d71.00",
                "factor(Math.log(12345))    | \u00d712\u202f345",
                "count(1234567)             | 1\u202f234\u202f567",
                "count(0)                   | 0",
                "significant(0.61734)       | 0.617",
                "significant(-12.349)       | \u221212.3",
                "significant(0)             | 0",
                "significant(1.5e-7)        | 1.50\u00d710\u207b\u2077",
                "significant(2.5e9)         | 2.50\u00d710\u2079",
                "probability(0.00004)       | <\u2009.001",
                "probability(0.0311)        | .031",
                "probability(0.5)           | .50",
                "probability(1)             | >\u2009.999",
                "decimalsFor(0.0125)        | 3",
                "decimalsFor(40)            | 0",
                "decimalsFor(0)             | 3",
                "stepped(0.30000000000004, 0.1) | 0.3",
                "stepped(-250, 50)          | \u2212250",
                "typeset('-0.2 (95 % -0.3 to -0.1, T >= 0.334)') | \u22120.2 (95 % \u22120.3 to \u22120.1, T \u2265 0.334)",
                "typeset('a well-known 2-4 score') | a well-known 2-4 score"
            })
    void aNumberReads(String call, String words, Browser browser) {
        assertThat(browser.script("""
                        return import('/js/format/numbers.js').then(
                            ({ count, decimalsFor, effect, factor, probability, significant, stepped, typeset }) =>
                                String(%s))
                        """.formatted(call))).isEqualTo(words);
    }
}
