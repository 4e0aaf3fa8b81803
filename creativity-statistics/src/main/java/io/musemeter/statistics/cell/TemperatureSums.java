package io.musemeter.statistics.cell;

import java.math.BigInteger;

/** Exact sums of temperature (in 1e-9), its square, and its products with the grid value and with the logarithm. */
public final class TemperatureSums {

    private final WideSum first = new WideSum(2);
    private final WideSum second = new WideSum(2);
    private final WideSum byValue = new WideSum(3);
    private final WideSum byLog = new WideSum(3);

    /** Sum of temperatures. */
    public BigInteger temperature() {
        return first.value();
    }

    /** Sum of squared temperatures. */
    public BigInteger temperatureSquared() {
        return second.value();
    }

    /** Sum of temperature times grid value. */
    public BigInteger temperatureByValue() {
        return byValue.value();
    }

    /** Sum of temperature times logarithm; zero on a linear scale. */
    public BigInteger temperatureByLog() {
        return byLog.value();
    }

    void add(long nanos, long grid, long log) {
        first.add(nanos);
        second.addProduct(nanos, nanos);
        byValue.addProduct(nanos, grid);
        byLog.addProduct(nanos, log);
    }

    void addAll(long nanos, long count, BigInteger valueSum, BigInteger logSum) {
        BigInteger temperature = BigInteger.valueOf(nanos);
        BigInteger total = temperature.multiply(BigInteger.valueOf(count));
        first.add(total);
        second.add(total.multiply(temperature));
        byValue.add(valueSum.multiply(temperature));
        byLog.add(logSum.multiply(temperature));
    }

    void merge(TemperatureSums other) {
        first.add(other.first);
        second.add(other.second);
        byValue.add(other.byValue);
        byLog.add(other.byLog);
    }

    void write(ByteWriter out) {
        first.write(out);
        second.write(out);
        byValue.write(out);
        byLog.write(out);
    }

    void read(ByteReader in) {
        first.read(in);
        second.read(in);
        byValue.read(in);
        byLog.read(in);
    }
}
