package io.musemeter.generator.provider;

import io.musemeter.events.EventJson;
import io.musemeter.events.InvalidEventException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;
import org.jboss.logging.Logger;

/** What may be spent on a provider in a day of UTC. It is kept on disk: a restart goes on with the day's count. */
final class DailyBudget {
    private static final Logger LOG = Logger.getLogger(DailyBudget.class);

    private final OptionalLong calls;
    private final OptionalLong tokens;
    private final Clock clock;
    private final Path file;
    private Spent spent;

    /**
     * Kept on disk.
     *
     * @param day the day, ISO 8601
     * @param calls requests of that day
     * @param tokens tokens of that day
     */
    record Spent(String day, long calls, long tokens) {}

    DailyBudget(OptionalLong calls, OptionalLong tokens, Clock clock, Path file) {
        this.calls = calls;
        this.tokens = tokens;
        this.clock = clock;
        this.file = file;
        this.spent = load();
    }

    /**
     * What a call may cost, set aside before it is made.
     *
     * @param day the day it counts in
     * @param tokens the most it may use
     */
    record Reserved(String day, long tokens) {}

    /**
     * Takes a call out of the budget before it is made, and sets its tokens aside; empty when either is used up. What is
     * never settled stays spent: a call of unknown end, also one cut off by a restart, may have been carried out.
     */
    synchronized Optional<Reserved> take(long mostTokens) {
        if (!spent.day().equals(today())) {
            spent = new Spent(today(), 0, 0);
        }
        boolean left = (calls.isEmpty() || spent.calls() < calls.getAsLong())
                && (tokens.isEmpty() || spent.tokens() < tokens.getAsLong());
        if (!left) {
            return Optional.empty();
        }
        keep(new Spent(spent.day(), spent.calls() + 1, spent.tokens() + mostTokens));
        return Optional.of(new Reserved(spent.day(), mostTokens));
    }

    /** Puts what a call did use in the place of what was set aside for it; of a day that is over nothing is kept. */
    synchronized void settle(Reserved reserved, long usedTokens) {
        if (spent.day().equals(reserved.day())) {
            keep(new Spent(spent.day(), spent.calls(), spent.tokens() - reserved.tokens() + usedTokens));
        }
    }

    /** What is spent of the day's calls or tokens, whichever is nearer its end, from 0 to above 1; empty without a bound. */
    synchronized OptionalDouble used() {
        boolean today = spent.day().equals(today());
        return DoubleStream.concat(share(today ? spent.calls() : 0, calls), share(today ? spent.tokens() : 0, tokens))
                .max();
    }

    /** When the next day's budget begins. */
    Instant renewal() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    private static DoubleStream share(long spent, OptionalLong most) {
        return most.isPresent()
                ? DoubleStream.of(spent / (double) Math.max(1, most.getAsLong()))
                : DoubleStream.empty();
    }

    private boolean bounded() {
        return calls.isPresent() || tokens.isPresent();
    }

    private Spent load() {
        try {
            return bounded() && Files.exists(file)
                    ? EventJson.read(Files.readAllBytes(file), Spent.class)
                    : new Spent(today(), 0, 0);
        } catch (IOException | InvalidEventException e) {
            LOG.warnf("What was spent today cannot be read (%s); the count begins anew", e.getMessage());
            return new Spent(today(), 0, 0);
        }
    }

    /** Keeps the count: readers see the old or the new, never half of it. */
    private void keep(Spent next) {
        spent = next;
        if (!bounded()) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path written = file.resolveSibling(file.getFileName() + ".next");
            Files.write(written, EventJson.write(next));
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("what was spent cannot be kept", e);
        }
    }

    private String today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    }
}
