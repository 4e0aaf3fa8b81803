package io.musemeter.scorer.paper;

import java.util.Collection;
import java.util.List;

/** How much a perfect metric could correlate with mean ratings that are themselves unreliable. */
final class RatingCeiling {
    private RatingCeiling() {}

    /**
     * The square root of the reliability of the items' mean ratings, by one-way analysis of variance: (MSB - MSW) / MSB, the
     * ICC(1, k) of Shrout and Fleiss (1979); 0 where the raters agree less than chance.
     */
    static double of(Collection<List<Double>> items) {
        long ratings = items.stream().mapToLong(List::size).sum();
        double grandMean = items.stream()
                .flatMap(List::stream)
                .mapToDouble(rating -> rating)
                .average()
                .orElseThrow();
        double between = 0;
        double within = 0;
        for (List<Double> item : items) {
            double mean = mean(item);
            between += item.size() * (mean - grandMean) * (mean - grandMean);
            within += item.stream()
                    .mapToDouble(rating -> (rating - mean) * (rating - mean))
                    .sum();
        }
        double msBetween = between / (items.size() - 1);
        double msWithin = within / (ratings - items.size());
        return Math.sqrt(Math.max(0, (msBetween - msWithin) / msBetween));
    }

    static double mean(List<Double> ratings) {
        return ratings.stream().mapToDouble(rating -> rating).average().orElseThrow();
    }
}
