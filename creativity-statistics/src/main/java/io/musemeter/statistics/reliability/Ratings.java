package io.musemeter.statistics.reliability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Ratings of items by raters, many of them missing. */
public final class Ratings {

    private final double[][] values;

    /**
     * Ratings as rows of raters and columns of items.
     *
     * @param values NaN where a rater did not rate an item; the array is copied
     * @throws IllegalArgumentException when rows differ in length or a rating is infinite
     */
    public Ratings(double[][] values) {
        this.values = new double[values.length][];
        for (int r = 0; r < values.length; r++) {
            if (values[r].length != values[0].length) {
                throw new IllegalArgumentException(
                        "ratings: rater " + r + " has " + values[r].length + " items, not " + values[0].length);
            }
            if (Arrays.stream(values[r]).anyMatch(Double::isInfinite)) {
                throw new IllegalArgumentException("ratings: rater " + r + " has an infinite rating");
            }
            this.values[r] = values[r].clone();
        }
    }

    int raters() {
        return values.length;
    }

    int items() {
        return values.length == 0 ? 0 : values[0].length;
    }

    OptionalDouble rating(int rater, int item) {
        double value = values[rater][item];
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The ratings that an item received. */
    List<Double> ofItem(int item) {
        List<Double> ratings = new ArrayList<>();
        for (int r = 0; r < raters(); r++) {
            rating(r, item).ifPresent(ratings::add);
        }
        return ratings;
    }
}
