package io.musemeter.statistics.effect;

import io.musemeter.statistics.cell.PowerSums;
import io.musemeter.statistics.cell.ScoreTally;
import io.musemeter.statistics.cell.Temperature;
import io.musemeter.statistics.cell.TemperatureSums;
import java.math.BigInteger;

/**
 * Exact sums over scores: powers of the value on its grid, and of temperature in 1e-9. Central moments are formed in integers, so
 * that no digits cancel.
 */
record ExactSums(
        long n,
        BigInteger first,
        BigInteger second,
        BigInteger third,
        BigInteger fourth,
        BigInteger temperature,
        BigInteger temperatureSquared,
        BigInteger product) {

    static final ExactSums NONE = new ExactSums(
            0,
            BigInteger.ZERO,
            BigInteger.ZERO,
            BigInteger.ZERO,
            BigInteger.ZERO,
            BigInteger.ZERO,
            BigInteger.ZERO,
            BigInteger.ZERO);

    static ExactSums of(ScoreTally tally, Temperature at, boolean logarithms) {
        PowerSums logs = tally.logs();
        PowerSums sums = logarithms && logs != null ? logs : tally.values();
        BigInteger n = BigInteger.valueOf(sums.count());
        BigInteger t = BigInteger.valueOf(at.nanos());
        TemperatureSums bucket = tally.bucketSums();
        if (bucket == null) {
            return new ExactSums(
                    sums.count(),
                    sums.sum(1),
                    sums.sum(2),
                    sums.sum(3),
                    sums.sum(4),
                    n.multiply(t),
                    n.multiply(t.multiply(t)),
                    sums.sum(1).multiply(t));
        }
        return new ExactSums(
                sums.count(),
                sums.sum(1),
                sums.sum(2),
                sums.sum(3),
                sums.sum(4),
                bucket.temperature(),
                bucket.temperatureSquared(),
                logarithms && logs != null ? bucket.temperatureByLog() : bucket.temperatureByValue());
    }

    ExactSums plus(ExactSums other) {
        return new ExactSums(
                n + other.n,
                first.add(other.first),
                second.add(other.second),
                third.add(other.third),
                fourth.add(other.fourth),
                temperature.add(other.temperature),
                temperatureSquared.add(other.temperatureSquared),
                product.add(other.product));
    }

    /** n squared times the second central moment of the value. */
    BigInteger spread() {
        return big().multiply(second).subtract(first.multiply(first));
    }

    /** n squared times the second central moment of temperature. */
    BigInteger temperatureSpread() {
        return big().multiply(temperatureSquared).subtract(temperature.multiply(temperature));
    }

    /** n squared times the covariance of temperature and value. */
    BigInteger covariation() {
        return big().multiply(product).subtract(temperature.multiply(first));
    }

    double mean() {
        return first.doubleValue() / n;
    }

    double meanTemperature() {
        return temperature.doubleValue() / n / Temperature.UNIT;
    }

    /** Third central moment, divided by n. */
    double thirdCentral() {
        BigInteger n1 = big();
        BigInteger sum = n1.multiply(n1)
                .multiply(third)
                .subtract(n1.multiply(first).multiply(second).multiply(BigInteger.valueOf(3)))
                .add(first.pow(3).shiftLeft(1));
        return sum.doubleValue() / n / n / n;
    }

    /** Fourth central moment, divided by n. */
    double fourthCentral() {
        BigInteger n1 = big();
        BigInteger sum = n1.pow(3)
                .multiply(fourth)
                .subtract(n1.pow(2).multiply(first).multiply(third).shiftLeft(2))
                .add(n1.multiply(first.pow(2)).multiply(second).multiply(BigInteger.valueOf(6)))
                .subtract(first.pow(4).multiply(BigInteger.valueOf(3)));
        return sum.doubleValue() / n / n / n / n;
    }

    private BigInteger big() {
        return BigInteger.valueOf(n);
    }
}
