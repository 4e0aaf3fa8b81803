package io.musemeter.scorer.service;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Which model the provider says has answered: behind one name another may come to stand. */
final class AnsweringModels {
    private static final Logger LOG = Logger.getLogger(AnsweringModels.class);
    private static final int LONGEST_LOGGED = 80;

    private final AtomicReference<String> latest = new AtomicReference<>("");
    private final Counter changes;

    AnsweringModels(MeterRegistry registry) {
        this.changes = Counter.builder("musemeter.scorer.judge.model.changes")
                .description("Answers of the judge by another model than the answer before, as the provider says")
                .register(registry);
    }

    /** An answer names its model. */
    void answeredBy(String model) {
        String before = latest.getAndSet(model);
        if (before.equals(model)) {
            return;
        }
        LOG.infof("the judge answers as %s", printable(model));
        if (!before.isEmpty()) {
            changes.increment();
        }
    }

    private static String printable(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._:/@-]", "_");
        return plain.substring(0, Math.min(LONGEST_LOGGED, plain.length()));
    }
}
