package io.musemeter.generator.intake;

/** What became of one record that came in. */
public sealed interface Receipt {

    /**
     * It is in the log.
     *
     * @param storyId its identity there
     */
    record Accepted(String storyId) implements Receipt {}

    /**
     * It is good but not among the share of the traffic that is let in.
     *
     * @param storyId the identity it would have
     */
    record SampledOut(String storyId) implements Receipt {}

    /**
     * It broke the contract.
     *
     * @param line its line or place in the request, from 1
     * @param field the field that broke it
     * @param problem what is wrong with the field
     */
    record Rejected(long line, String field, String problem) implements Receipt {}
}
