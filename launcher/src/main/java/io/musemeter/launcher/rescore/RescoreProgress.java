package io.musemeter.launcher.rescore;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * How much of a re-scoring is done.
 *
 * @param total records of stories to be scored again, times the families that score them
 * @param done how many of them are
 */
record RescoreProgress(long total, long done) {
    /**
     * Compares where the families stand with where they begin and end.
     *
     * @param begins the first offset that there is
     * @param ends the offset before which it ends
     * @param standings for each family the next offset of each partition; a partition that is absent was not begun
     */
    static RescoreProgress of(
            Map<TopicPartition, Long> begins,
            Map<TopicPartition, Long> ends,
            Map<String, Map<TopicPartition, Long>> standings) {
        long total = 0;
        long done = 0;
        for (Map<TopicPartition, Long> standing : standings.values()) {
            for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
                long begin = begins.getOrDefault(end.getKey(), 0L);
                long last = Math.max(begin, end.getValue());
                long next = standing.getOrDefault(end.getKey(), begin);
                total += last - begin;
                done += Math.max(begin, Math.min(last, next)) - begin;
            }
        }
        return new RescoreProgress(total, done);
    }

    boolean complete() {
        return done == total;
    }
}
