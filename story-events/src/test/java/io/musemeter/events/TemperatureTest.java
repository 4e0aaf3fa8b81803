package io.musemeter.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemperatureTest {
    @ParameterizedTest
    @CsvSource({
        "0.7, 0.7",
        "0.70, 0.7",
        "7e-1, 0.7",
        "0.699999988079071, 0.7",
        "0.70000000001, 0.7",
        "1, 1",
        "1.000, 1",
        "1e0, 1",
        "0, 0",
        "0.0, 0",
        "-0.0, 0",
        "0e999999999, 0",
        "0e-999999999, 0",
        "0.0000005, 0",
        "0.0000015, 0.000002",
        "0.00000051, 0.000001",
        "1e-7, 0",
        "1e-999999999, 0",
        "5, 5",
        "5.000, 5",
        "4.9999999, 5",
        "0.334, 0.334"
    })
    void everyWayToWriteATemperatureIsOneKey(String written, String canonical) {
        Temperature temperature = read(written);

        assertThat(temperature).hasToString(canonical).isEqualTo(new Temperature(new BigDecimal(canonical)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "-0.0000001",
                "-1e-999999999",
                "5.0000001",
                "5.1",
                "1e999999999",
                "9e2147483647",
                "-9e2147483647"
            })
    void outOfRangeIsRefusedHoweverLargeTheExponent(String written) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThatThrownBy(() -> read(written))
                        .isInstanceOf(InvalidEventException.class)
                        .hasMessage("temperature: must lie in [0, 5]"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberIsRefused(double value) {
        assertThatThrownBy(() -> Temperature.of(value))
                .isInstanceOf(InvalidEventException.class)
                .hasMessage("temperature: must be a finite number");
    }

    @Test
    void missingIsRefused() {
        assertThatThrownBy(() -> Temperature.parse(null)).hasMessage("temperature: is required");
    }

    @Property
    void aTemperatureThatWentThroughAFloatIsTheSame(@ForAll @FloatRange(min = 0, max = 5) float value) {
        Temperature shortest = new Temperature(new BigDecimal(Float.toString(value)));
        BigDecimal distance = Temperature.of((double) value)
                .value()
                .subtract(shortest.value())
                .abs();

        assertThat(distance).isLessThanOrEqualTo(new BigDecimal("0.000001"));
    }

    @Property
    void roundingMovesItByHalfAStepAtMost(@ForAll @DoubleRange(min = 0, max = 5) double value) {
        assertThat(Math.abs(Temperature.of(value).asDouble() - value)).isLessThanOrEqualTo(0.5000001e-6);
    }

    @Property
    @Domain(Events.class)
    @Domain(DomainContext.Global.class)
    void readingWhatWasWrittenChangesNothing(@ForAll Temperature temperature) {
        assertThat(read(temperature.toString())).isEqualTo(temperature);
        assertThat(read(temperature.toString()).hashCode()).isEqualTo(temperature.hashCode());
        assertThat(new String(EventJson.write(temperature), StandardCharsets.UTF_8))
                .isEqualTo(temperature.toString());
    }

    @Property
    @Domain(Events.class)
    @Domain(DomainContext.Global.class)
    void orderIsThatOfTheNumbers(@ForAll Temperature one, @ForAll Temperature other) {
        assertThat(Integer.signum(one.compareTo(other)))
                .isEqualTo((int) Math.signum(one.asDouble() - other.asDouble()));
    }

    private static Temperature read(String written) {
        return EventJson.read(written.getBytes(StandardCharsets.UTF_8), Temperature.class);
    }
}
