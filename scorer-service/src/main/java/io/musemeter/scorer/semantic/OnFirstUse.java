package io.musemeter.scorer.semantic;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made when it is first asked for and kept; for one thread. */
final class OnFirstUse<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    OnFirstUse(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        T value = made;
        if (value == null) {
            value = maker.get();
            made = value;
        }
        return value;
    }
}
