package io.musemeter.statistics.cell;

/** The encoding of a scale. */
final class ScaleCodec {

    private static final int LINEAR = 0;
    private static final int LOGARITHMIC = 1;

    private ScaleCodec() {}

    static void write(MetricScale scale, ByteWriter out) {
        out.octet(scale.logarithmic() ? LOGARITHMIC : LINEAR);
        out.octet(scale.decimals());
        out.unsigned(scale.bins());
        out.fixed(Double.doubleToLongBits(scale.low()));
        out.fixed(Double.doubleToLongBits(scale.high()));
    }

    static MetricScale read(ByteReader in) {
        int kind = in.octet();
        int decimals = in.octet();
        int bins = in.positiveInt();
        double low = Double.longBitsToDouble(in.fixed());
        double high = Double.longBitsToDouble(in.fixed());
        return switch (kind) {
            case LINEAR -> new MetricScale.Linear(low, high, decimals, bins);
            case LOGARITHMIC -> new MetricScale.Logarithmic(low, high, decimals, bins);
            default -> throw new IllegalArgumentException("cells: scale kind " + kind + " is unknown");
        };
    }
}
