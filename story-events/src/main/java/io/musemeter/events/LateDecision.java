package io.musemeter.events;

import java.time.Instant;

/**
 * Whether a score that came late was counted: the value of topic {@code late-decisions}, keyed by the score's id. Who computes the
 * same figures again, from the same scores in another order, leaves out what was refused here.
 *
 * @param scoreId {@link Score#scoreId}
 * @param seriesId the series
 * @param eventTime event time as it was judged
 * @param watermark latest event time that the series had counted by then
 * @param accepted whether it was counted: up to a day behind the watermark it is
 */
public record LateDecision(String scoreId, String seriesId, Instant eventTime, Instant watermark, boolean accepted) {
    /** @throws InvalidEventException naming the first field that breaks the contract */
    public LateDecision {
        Require.name(scoreId, "scoreId");
        Require.name(seriesId, "seriesId");
        Require.time(eventTime, "eventTime");
        Require.time(watermark, "watermark");
    }
}
