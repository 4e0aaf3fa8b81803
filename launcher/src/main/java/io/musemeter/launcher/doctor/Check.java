package io.musemeter.launcher.doctor;

/** What looking at one thing of the machine came to. */
public sealed interface Check {
    /** What was looked at. */
    String subject();

    /**
     * As it should be.
     *
     * @param subject what was looked at
     * @param finding what was found
     */
    record Fine(String subject, String finding) implements Check {}

    /**
     * In the way of a start.
     *
     * @param subject what was looked at
     * @param finding what was found
     * @param remedy what to do
     */
    record Wrong(String subject, String finding, String remedy) implements Check {}
}
