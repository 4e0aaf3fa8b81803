package io.musemeter.statistics;

import java.util.Optional;
import java.util.function.Function;

/**
 * A statistic, or the reason why the data give none; never a NaN.
 *
 * @param <T> what is answered
 */
public sealed interface Answer<T> permits Answer.Known, Answer.Unknown {

    /** Why there is no answer. */
    enum Reason {
        /** Nothing was measured. */
        NO_DATA,
        /** There is but one temperature, and so no relation to estimate. */
        ONE_TEMPERATURE,
        /** Too few independent stories to estimate a variance. */
        TOO_FEW,
        /** The value does not vary, or not within temperatures. */
        NO_VARIANCE,
        /** The statistic needs a metric with finite bounds, or some other property that this metric lacks. */
        NOT_APPLICABLE
    }

    /** An answer. */
    static <T> Answer<T> known(T value) {
        return new Known<>(value);
    }

    /** No answer, and why, in words. */
    static <T> Answer<T> unknown(Reason reason, String detail) {
        return new Unknown<>(reason, detail);
    }

    /** Treats both cases. */
    <R> R fold(Function<? super T, ? extends R> known, Function<Unknown<T>, ? extends R> unknown);

    /** The answer, if there is one. */
    default Optional<T> value() {
        return fold(Optional::of, unknown -> Optional.empty());
    }

    /** The same answer seen through a function. */
    default <R> Answer<R> map(Function<? super T, ? extends R> function) {
        return fold(value -> known(function.apply(value)), unknown -> unknown(unknown.reason(), unknown.detail()));
    }

    /** The answer of a further step that may fail as well. */
    default <R> Answer<R> then(Function<? super T, Answer<R>> step) {
        return fold(step, unknown -> unknown(unknown.reason(), unknown.detail()));
    }

    /**
     * An answer.
     *
     * @param get what was found
     */
    record Known<T>(T get) implements Answer<T> {
        @Override
        public <R> R fold(Function<? super T, ? extends R> known, Function<Unknown<T>, ? extends R> unknown) {
            return known.apply(get);
        }
    }

    /**
     * No answer.
     *
     * @param reason the kind of reason
     * @param detail the reason in words
     */
    record Unknown<T>(Reason reason, String detail) implements Answer<T> {
        @Override
        public <R> R fold(Function<? super T, ? extends R> known, Function<Unknown<T>, ? extends R> unknown) {
            return unknown.apply(this);
        }
    }
}
