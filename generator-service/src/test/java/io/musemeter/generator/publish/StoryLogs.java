package io.musemeter.generator.publish;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import java.lang.reflect.Proxy;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Logs without a broker. */
public final class StoryLogs {
    private StoryLogs() {}

    /** A log whose appends end as they are told, by their keys. */
    @SuppressWarnings("unchecked") // A proxy has no type parameters; the one method used has these.
    public static StoryLog ending(Function<String, Uni<Void>> byKey) {
        MutinyEmitter<Record<String, byte[]>> emitter = (MutinyEmitter<Record<String, byte[]>>) Proxy.newProxyInstance(
                StoryLogs.class.getClassLoader(),
                new Class<?>[] {MutinyEmitter.class},
                (proxy, method, arguments) -> Uni.createFrom()
                        .deferred(() -> byKey.apply(((Message<Record<String, byte[]>>) arguments[0])
                                .getPayload()
                                .key())));
        return new StoryLog(emitter, new SimpleMeterRegistry());
    }
}
