package io.musemeter.statistics.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PowerSumsLawsTest {

    @Property(tries = 500)
    void sumsEqualThoseOfArbitraryPrecision(@ForAll("grid") List<Long> values) {
        PowerSums sums = new PowerSums();
        values.forEach(sums::add);

        for (int power = 1; power <= 4; power++) {
            int exponent = power;
            BigInteger expected = values.stream()
                    .map(v -> BigInteger.valueOf(v).pow(exponent))
                    .reduce(BigInteger.ZERO, BigInteger::add);
            assertThat(sums.sum(power)).isEqualTo(expected);
        }
    }

    @Property(tries = 300)
    void mergedSumsEqualTheSumsOfAll(@ForAll("grid") List<Long> a, @ForAll("grid") List<Long> b) {
        PowerSums all = new PowerSums();
        a.forEach(all::add);
        b.forEach(all::add);
        PowerSums merged = new PowerSums();
        a.forEach(merged::add);
        PowerSums part = new PowerSums();
        b.forEach(part::add);
        merged.merge(part);

        assertThat(merged.count()).isEqualTo(all.count());
        for (int power = 1; power <= 4; power++) {
            assertThat(merged.sum(power)).isEqualTo(all.sum(power));
        }
    }

    @Test
    void doublingABillionTimesOverKeepsTheFourthPowerExact() {
        PowerSums sums = new PowerSums();
        sums.add(MetricScale.GRID_LIMIT);
        sums.add(-MetricScale.GRID_LIMIT);
        for (int doubling = 0; doubling < 30; doubling++) {
            PowerSums same = new PowerSums();
            same.merge(sums);
            sums.merge(same);
        }

        assertThat(sums.count()).isEqualTo(1L << 31);
        assertThat(sums.sum(1)).isEqualTo(BigInteger.ZERO);
        assertThat(sums.sum(3)).isEqualTo(BigInteger.ZERO);
        assertThat(sums.sum(4))
                .isEqualTo(BigInteger.valueOf(MetricScale.GRID_LIMIT).pow(4).shiftLeft(31));
    }

    @Provide
    Arbitrary<List<Long>> grid() {
        return Arbitraries.longs()
                .between(-MetricScale.GRID_LIMIT, MetricScale.GRID_LIMIT)
                .list()
                .ofMaxSize(40);
    }
}
