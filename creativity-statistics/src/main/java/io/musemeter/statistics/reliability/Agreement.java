package io.musemeter.statistics.reliability;

import io.musemeter.statistics.Answer;
import java.util.List;
import org.hipparchus.distribution.continuous.FDistribution;

/** How far ratings of the same items agree. */
public final class Agreement {

    private Agreement() {}

    /**
     * An intraclass correlation.
     *
     * @param icc share of the variance that lies between items
     * @param low lower end of its interval
     * @param high upper end
     * @param items items with a rating
     * @param ratings ratings
     */
    public record Intraclass(double icc, double low, double high, int items, long ratings) {}

    /**
     * Krippendorff's alpha for interval data (2004): 1 minus observed over expected disagreement, over items rated twice or more.
     * 1 is perfect, 0 is chance, less than 0 is systematic disagreement.
     */
    public static Answer<Double> krippendorffAlpha(Ratings ratings) {
        double n = 0;
        double sum = 0;
        double squares = 0;
        double observed = 0;
        for (int item = 0; item < ratings.items(); item++) {
            List<Double> values = ratings.ofItem(item);
            if (values.size() > 1) {
                double m = values.size();
                double itemSum = values.stream().mapToDouble(x -> x).sum();
                double itemSquares = values.stream().mapToDouble(x -> x * x).sum();
                // Sum over ordered pairs of squared differences.
                observed += (2 * m * itemSquares - 2 * itemSum * itemSum) / (m - 1);
                n += m;
                sum += itemSum;
                squares += itemSquares;
            }
        }
        if (n < 2) {
            return Answer.unknown(Answer.Reason.TOO_FEW, "no item was rated twice");
        }
        double expected = (2 * n * squares - 2 * sum * sum) / (n - 1);
        if (!(expected > 0)) {
            return Answer.unknown(Answer.Reason.NO_VARIANCE, "every rating is the same");
        }
        return Answer.known(1 - observed / expected);
    }

    /**
     * ICC(1,1) of Shrout and Fleiss (1979) from a one-way analysis of variance, for items that need not have the same number of
     * ratings (Donner 1986), with the F interval at the mean number of ratings.
     */
    public static Answer<Intraclass> intraclass(Ratings ratings, double level) {
        double n = 0;
        double total = 0;
        double within = 0;
        double between = 0;
        double squaredSizes = 0;
        int items = 0;
        for (int item = 0; item < ratings.items(); item++) {
            List<Double> values = ratings.ofItem(item);
            if (!values.isEmpty()) {
                double mean = values.stream().mapToDouble(x -> x).average().orElse(0);
                within += values.stream()
                        .mapToDouble(x -> (x - mean) * (x - mean))
                        .sum();
                between += values.size() * mean * mean;
                total += values.size() * mean;
                n += values.size();
                squaredSizes += (double) values.size() * values.size();
                items++;
            }
        }
        if (items < 2 || n - items < 1) {
            return Answer.unknown(Answer.Reason.TOO_FEW, "fewer than two items, or none rated twice");
        }
        between -= total * total / n;
        double size = (n - squaredSizes / n) / (items - 1);
        double meanBetween = between / (items - 1);
        double meanWithin = within / (n - items);
        if (!(meanWithin > 0)) {
            return Answer.unknown(Answer.Reason.NO_VARIANCE, "raters of an item never differ");
        }
        double f = meanBetween / meanWithin;
        double upper = new FDistribution(items - 1, n - items).inverseCumulativeProbability((1 + level) / 2);
        double lower = new FDistribution(items - 1, n - items).inverseCumulativeProbability((1 - level) / 2);
        return Answer.known(new Intraclass(icc(f, size), icc(f / upper, size), icc(f / lower, size), items, (long) n));
    }

    /**
     * Cronbach's alpha (1951) with raters as cases and items as parts, from covariances over the raters who rated both: with many
     * pairs missing a doubtful figure, here to compare with the literature.
     */
    public static Answer<Double> cronbachAlpha(Ratings ratings) {
        int k = ratings.items();
        double trace = 0;
        double sum = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double covariance = covariance(ratings, i, j);
                if (Double.isFinite(covariance)) {
                    sum += covariance;
                    trace += i == j ? covariance : 0;
                }
            }
        }
        if (k < 2 || sum == 0) {
            return Answer.unknown(Answer.Reason.TOO_FEW, "no two items were rated by two of the same raters");
        }
        return Answer.known(k / (k - 1.0) * (1 - trace / sum));
    }

    private static double icc(double f, double size) {
        return (f - 1) / (f + size - 1);
    }

    private static double covariance(Ratings ratings, int i, int j) {
        double n = 0;
        double x = 0;
        double y = 0;
        double xy = 0;
        for (int r = 0; r < ratings.raters(); r++) {
            if (ratings.rating(r, i).isPresent() && ratings.rating(r, j).isPresent()) {
                double a = ratings.rating(r, i).getAsDouble();
                double b = ratings.rating(r, j).getAsDouble();
                n++;
                x += a;
                y += b;
                xy += a * b;
            }
        }
        return n < 2 ? Double.NaN : (xy - x * y / n) / (n - 1);
    }
}
