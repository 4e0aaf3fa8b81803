package io.musemeter.aggregator.compare;

import io.musemeter.events.correlation.Cell;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.Cost;
import io.musemeter.statistics.choice.CreativeYield;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Creative yield by temperature: among the scored stories, and among all that a score was asked for. */
final class Yields {
    private static final double LEVEL = 0.95;

    private Yields() {}

    /** Of every temperature of the headline at which something became of a story, be it that all of them failed. */
    static Map<Double, TradeOff.Share> of(@Nullable Correlation creative) {
        Map<Double, TradeOff.Share> shares = new TreeMap<>();
        if (creative != null) {
            creative.cells().stream()
                    .filter(cell ->
                            asked(cell) > 0 && !creative.scope().leftOut().contains(cell.temperature()))
                    .forEach(cell -> shares.put(cell.temperature().value().doubleValue(), share(cell)));
        }
        return shares;
    }

    private static long asked(Cell cell) {
        return cell.scored() + cell.unscorable() + cell.failed();
    }

    private static TradeOff.Share share(Cell cell) {
        long creative = cell.mean() == null ? 0 : Math.round(cell.mean() * cell.n());
        Optional<CreativeYield> among = counted(cell.n(), creative);
        Optional<CreativeYield> perTokens = perTokens(cell, creative);
        // Whatever has no score, or was cut, is not a creative story.
        Optional<CreativeYield> ofAsked = counted(asked(cell), creative);
        return new TradeOff.Share(
                among.map(CreativeYield::share).orElse(null),
                among.map(CreativeYield::low).orElse(null),
                among.map(CreativeYield::high).orElse(null),
                cell.n(),
                asked(cell),
                cell.unscorable(),
                cell.failed(),
                cell.scored() - cell.n(),
                ofAsked.map(CreativeYield::share).orElse(null),
                ofAsked.map(CreativeYield::low).orElse(null),
                ofAsked.map(CreativeYield::high).orElse(null),
                perTokens.map(CreativeYield::per1000Tokens).orElse(null),
                perTokens.map(CreativeYield::per1000Low).orElse(null),
                perTokens.map(CreativeYield::per1000High).orElse(null));
    }

    /** A share alone: each story counts as one token. */
    private static Optional<CreativeYield> counted(long stories, long creative) {
        return CreativeYield.of(new CreativeYield.Counts(stories, creative, stories, stories, creative), LEVEL)
                .value();
    }

    private static Optional<CreativeYield> perTokens(Cell cell, long creative) {
        Cost cost = cell.cost();
        return cost == null || cost.stories() != cell.n()
                ? Optional.empty()
                : CreativeYield.of(
                                new CreativeYield.Counts(
                                        cell.n(), creative, cost.tokens(), cost.tokensSquared(), cost.tokensOfOnes()),
                                LEVEL)
                        .value();
    }
}
