package io.musemeter.aggregator.api;

/**
 * Why a request was turned away, in the form of RFC 9457 (once 7807).
 *
 * @param title the problem in short
 * @param status HTTP status
 * @param detail what is wrong
 * @param parameter the parameter or header at fault, {@code $} for none
 */
public record Problem(String title, int status, String detail, String parameter) {
    /** Its media type. */
    public static final String MEDIA_TYPE = "application/problem+json";
}
