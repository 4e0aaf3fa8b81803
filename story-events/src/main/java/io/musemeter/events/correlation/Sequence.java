package io.musemeter.events.correlation;

import java.time.Instant;

/**
 * An interval for the slope that holds at every moment at once since its epoch began, however often one looks.
 *
 * @param estimate the slope over the epoch
 * @param low lower end of the 95 % interval
 * @param high upper end of the 95 % interval
 * @param n scores since the epoch began
 * @param since event time of the epoch's first score
 * @param reason why the epoch began: {@code begin} of the series or study, {@code responseModel} or {@code exemplar}
 * @param guarantee {@code non-asymptotic} ("at any time") or {@code asymptotic}
 */
public record Sequence(
        double estimate, double low, double high, long n, Instant since, String reason, String guarantee) {}
