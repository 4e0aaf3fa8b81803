package io.musemeter.statistics.choice;

/** What one wants of a metric. */
public enum Goal {
    /** As much of it as possible. */
    HIGHEST(1),
    /** As little of it as possible. */
    LOWEST(-1);

    private final int sign;

    Goal(int sign) {
        this.sign = sign;
    }

    double towards(double value) {
        return sign * value;
    }
}
