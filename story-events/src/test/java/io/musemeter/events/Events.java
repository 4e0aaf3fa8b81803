package io.musemeter.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Any event the contract allows. */
class Events extends DomainContextBase {
    @Provide
    Arbitrary<Story> stories() {
        return Combinators.combine(
                        names(), names(), sources(), models(), prompts(), samplers(), times(), storyOutcomes())
                .flatAs((id, environment, source, model, prompt, sampler, time, outcome) -> Combinators.combine(
                                optional(names()), hex(32), hex(16), shares(), shares())
                        .as((exemplar, trace, span, fraction, propensity) -> new Story(
                                id,
                                environment,
                                source,
                                model,
                                prompt,
                                sampler,
                                exemplar,
                                trace,
                                span,
                                fraction,
                                propensity,
                                time,
                                outcome)));
    }

    @Provide
    Arbitrary<Score> scores() {
        return Combinators.combine(
                        stories(), series(), names(), Arbitraries.longs(), Arbitraries.of(true, false), scoreOutcomes())
                .as((story, series, repetition, textHash, truncated, outcome) -> new Score(
                        story.storyId(),
                        series,
                        story.sampler().temperature(),
                        story.eventTime(),
                        repetition,
                        truncated,
                        textHash,
                        story.traceId(),
                        story.spanId(),
                        story.model().responseName(),
                        story.model().fingerprint(),
                        story.samplingFraction(),
                        story.propensity(),
                        story.exemplarHash(),
                        truncated ? null : Math.floorMod(textHash, 2_000),
                        truncated ? Math.floorMod(textHash, 3_000) : null,
                        outcome));
    }

    @Provide
    Arbitrary<Exemplar> exemplars() {
        return Combinators.combine(texts(), Arbitraries.of(Exemplar.Origin.class), times())
                .as(Exemplar::of);
    }

    @Provide
    Arbitrary<Rejected> rejected() {
        return Combinators.combine(
                        names(),
                        Arbitraries.integers().greaterOrEqual(0),
                        Arbitraries.longs().greaterOrEqual(0),
                        names(),
                        Arbitraries.integers().greaterOrEqual(1),
                        optional(names()),
                        times())
                .as((name, partition, offset, problem, attempts, received, time) -> new Rejected(
                        new RecordOrigin(name, partition, offset),
                        name,
                        problem,
                        attempts,
                        received,
                        Hashes.ofText(problem),
                        time));
    }

    @Provide
    Arbitrary<SeriesKey> series() {
        return Combinators.combine(names(), sources(), names(), names(), names(), names(), metrics(), evaluators())
                .as(SeriesKey::new);
    }

    @Provide
    Arbitrary<Temperature> temperatures() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(5))
                .ofScale(9)
                .map(Temperature::new);
    }

    @Provide
    Arbitrary<Sampler> samplers() {
        return Combinators.combine(
                        temperatures(),
                        optional(doubles(0, 1)),
                        optional(Arbitraries.integers().greaterOrEqual(0)),
                        optional(doubles(0, 1)),
                        optional(Arbitraries.longs()),
                        optional(doubles(-2, 2)),
                        optional(doubles(0.1, 10)),
                        optional(Arbitraries.integers().greaterOrEqual(1)))
                .as((temperature, topP, topK, minP, seed, penalty, repeat, maxTokens) -> new Sampler(
                        temperature,
                        topP,
                        topK,
                        minP,
                        seed,
                        penalty,
                        penalty,
                        repeat,
                        maxTokens,
                        topK == null ? List.of("topK") : null));
    }

    private static Arbitrary<String> names() {
        Arbitrary<String> plain =
                Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(40);
        Arbitrary<String> any = texts().map(text -> "n" + text.replaceAll("\\p{Cc}", ""));
        return Arbitraries.oneOf(plain, any);
    }

    /** Any text at all, halves of characters included, as a story holds it. */
    private static Arbitrary<String> texts() {
        return Arbitraries.strings().all().ofMaxLength(200).map(WellFormed::text);
    }

    private static Arbitrary<Source> sources() {
        Arbitrary<String> slugs = Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("._-")
                .ofMinLength(1)
                .ofMaxLength(128);
        return Arbitraries.oneOf(
                Arbitraries.of(new Source.Production(), new Source.Sweep()),
                slugs.map(Source.Study::new),
                slugs.map(Source.Replay::new));
    }

    private static Arbitrary<ModelIdentity> models() {
        return Combinators.combine(names(), optional(names()), optional(names()))
                .as(ModelIdentity::new);
    }

    private static Arbitrary<PromptIdentity> prompts() {
        return Combinators.combine(names(), names()).as(PromptIdentity::new);
    }

    private static Arbitrary<String> metrics() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars('_')
                .ofMaxLength(63)
                .map(rest -> "m" + rest);
    }

    private static Arbitrary<EvaluatorId> evaluators() {
        Arbitrary<String> parts = Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("._-")
                .ofMinLength(1)
                .ofMaxLength(64);
        return Combinators.combine(parts, parts, parts, parts).as(EvaluatorId::new);
    }

    private static Arbitrary<StoryOutcome> storyOutcomes() {
        Arbitrary<List<Double>> logProbabilities =
                Arbitraries.doubles().lessOrEqual(0).list().ofMaxSize(20);
        Arbitrary<List<List<Double>>> candidates = Arbitraries.doubles()
                .lessOrEqual(0)
                .list()
                .ofMinSize(1)
                .ofMaxSize(TopLogProbabilities.MOST_CANDIDATES)
                .list()
                .ofMaxSize(5);
        return Arbitraries.oneOf(
                Combinators.combine(
                                texts(),
                                Arbitraries.of(FinishReason.class),
                                optional(logProbabilities),
                                optional(candidates))
                        .as(StoryOutcome.Written::new),
                Arbitraries.of(NotWrittenReason.class).map(StoryOutcome.NotWritten::new));
    }

    private static Arbitrary<ScoreOutcome> scoreOutcomes() {
        return Arbitraries.oneOf(
                Arbitraries.doubles().map(ScoreOutcome.Scored::new),
                Arbitraries.of(UnscorableReason.class).map(ScoreOutcome.Unscorable::new),
                names().map(ScoreOutcome.Failed::new));
    }

    private static Arbitrary<Instant> times() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 253_402_300_799L),
                        Arbitraries.longs().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
    }

    private static Arbitrary<Double> shares() {
        return optional(doubles(1e-9, 1));
    }

    private static Arbitrary<Double> doubles(double low, double high) {
        return Arbitraries.doubles().between(low, high).ofScale(9);
    }

    private static Arbitrary<String> hex(int digits) {
        return optional(
                Arbitraries.strings().withChars("0123456789abcdefABCDEF").ofLength(digits));
    }

    private static <T> Arbitrary<T> optional(Arbitrary<T> values) {
        return values.injectNull(0.3);
    }
}
