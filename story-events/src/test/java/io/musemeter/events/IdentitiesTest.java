package io.musemeter.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

/** Identities are kept in topics and state for ever, so they never change. The pinned ones were computed in Python. */
@Domain(Events.class)
@Domain(DomainContext.Global.class)
class IdentitiesTest {
    private static final SeriesKey SERIES = new SeriesKey(
            "local",
            new Source.Sweep(),
            "musemeter-1m",
            "default",
            "1",
            "0123456789abcdef",
            "edit_distance",
            EvaluatorId.parse("computed/edit-distance/1/none"));

    @Test
    void identitiesAreWhatTheyWereInVersion1() {
        Score score = new Score(
                "a-story",
                SERIES,
                Temperature.of(0.7),
                Instant.EPOCH,
                "0",
                false,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new ScoreOutcome.Scored(1));
        Sampler sampler = new Sampler(Temperature.of(0.7), 0.95, 40, 0.05, 7L, -0.5, 1.5, 1.1, 512);

        assertThat(Hashes.ofText("")).isEqualTo("e3b0c44298fc1c149afbf4c8996fb924");
        assertThat(Hashes.ofText("naïve 🦊")).isEqualTo("b2cb67baab9e0a79a891cd9f6fbb8ccc");
        assertThat(Hashes.firstBits("naïve 🦊")).isEqualTo(-5563238863245276551L);
        assertThat(Hashes.ofParts(Arrays.asList("a", null, 1, ""))).isEqualTo("0c51926cf8386affb53ab3ddfda29e56");
        assertThat(SERIES.seriesId()).isEqualTo("be1610e0989f34bc673b872030dd2795");
        assertThat(score.scoreId()).isEqualTo("085ebbdd0fcf855aec8fb33e64d7a3e5");
        assertThat(Sampler.at(Temperature.of(1)).hash()).isEqualTo("81c263857322b4d5");
        assertThat(sampler.hash()).isEqualTo("e92e0ecbb01c6542");
        assertThat(StoryIds.designed(
                        new Source.Study("autumn"),
                        ModelIdentity.named("musemeter-1m"),
                        new PromptIdentity("default", "1"),
                        Temperature.of(0.334),
                        12,
                        null))
                .isEqualTo("c96495371dc4c3bd1dfe776410755ec4");
        assertThat(StoryIds.foreign(new Source.Replay("paper"), "17")).isEqualTo("f98e2d6f42d5d90b01676327359cb7ca");
    }

    @Property
    void listsOfPartsShareAnIdentityOnlyWhenTheyAreEqual(@ForAll List<String> one, @ForAll List<String> other) {
        Assume.that(!one.equals(other));

        assertThat(Hashes.ofParts(one)).isNotEqualTo(Hashes.ofParts(other));
    }

    @Test
    void aBorderBetweenPartsCannotBeMoved() {
        Set<String> identities = new HashSet<>(List.of(
                Hashes.ofParts(List.of("ab", "c")),
                Hashes.ofParts(List.of("a", "bc")),
                Hashes.ofParts(List.of("abc")),
                Hashes.ofParts(List.of("abc", "")),
                Hashes.ofParts(List.of("2:ab;1:c;")),
                Hashes.ofParts(Arrays.asList("abc", null))));

        assertThat(identities).hasSize(6);
    }

    @Property(tries = 100)
    void aSeriesIdChangesWithEveryComponent(@ForAll SeriesKey a, @ForAll SeriesKey b) {
        List<SeriesKey> neighbours = List.of(
                new SeriesKey(
                        b.environment(),
                        a.source(),
                        a.model(),
                        a.promptId(),
                        a.promptVersion(),
                        a.samplerHash(),
                        a.metric(),
                        a.evaluatorId()),
                new SeriesKey(
                        a.environment(),
                        b.source(),
                        a.model(),
                        a.promptId(),
                        a.promptVersion(),
                        a.samplerHash(),
                        a.metric(),
                        a.evaluatorId()),
                new SeriesKey(
                        a.environment(),
                        a.source(),
                        b.model(),
                        a.promptId(),
                        a.promptVersion(),
                        a.samplerHash(),
                        a.metric(),
                        a.evaluatorId()),
                new SeriesKey(
                        a.environment(),
                        a.source(),
                        a.model(),
                        b.promptId(),
                        a.promptVersion(),
                        a.samplerHash(),
                        a.metric(),
                        a.evaluatorId()),
                new SeriesKey(
                        a.environment(),
                        a.source(),
                        a.model(),
                        a.promptId(),
                        b.promptVersion(),
                        a.samplerHash(),
                        a.metric(),
                        a.evaluatorId()),
                new SeriesKey(
                        a.environment(),
                        a.source(),
                        a.model(),
                        a.promptId(),
                        a.promptVersion(),
                        b.samplerHash(),
                        a.metric(),
                        a.evaluatorId()),
                new SeriesKey(
                        a.environment(),
                        a.source(),
                        a.model(),
                        a.promptId(),
                        a.promptVersion(),
                        a.samplerHash(),
                        b.metric(),
                        a.evaluatorId()),
                new SeriesKey(
                        a.environment(),
                        a.source(),
                        a.model(),
                        a.promptId(),
                        a.promptVersion(),
                        a.samplerHash(),
                        a.metric(),
                        b.evaluatorId()));

        assertThat(neighbours)
                .allSatisfy(neighbour ->
                        assertThat(neighbour.seriesId().equals(a.seriesId())).isEqualTo(neighbour.equals(a)));
    }

    @Property(tries = 100)
    void aSeriesDoesNotDependOnTemperatureSeedTimeOrText(@ForAll Story story, @ForAll Story other, @ForAll Long seed) {
        Story elsewhere = new Story(
                other.storyId(),
                story.environment(),
                story.source(),
                story.model(),
                story.prompt(),
                story.sampler().with(other.sampler().temperature(), seed),
                other.exemplarHash(),
                other.traceId(),
                other.spanId(),
                other.samplingFraction(),
                other.propensity(),
                other.eventTime(),
                other.outcome());

        assertThat(SeriesKey.of(elsewhere, "edit_distance", SERIES.evaluatorId()))
                .isEqualTo(SeriesKey.of(story, "edit_distance", SERIES.evaluatorId()));
    }

    @Property(tries = 100)
    void anyOtherSettingOfTheSamplerMakesAnotherSeries(@ForAll Sampler sampler) {
        int topK = sampler.topK() == null ? 1 : sampler.topK() ^ 1;
        Sampler changed = new Sampler(
                sampler.temperature(),
                sampler.topP(),
                topK,
                sampler.minP(),
                sampler.seed(),
                sampler.frequencyPenalty(),
                sampler.presencePenalty(),
                sampler.repeatPenalty(),
                sampler.maxTokens());

        assertThat(changed.hash()).isNotEqualTo(sampler.hash());
    }

    @Property(tries = 100)
    void aRefusedSettingIsAsOneThatWasNeverAskedFor(@ForAll Sampler sampler) {
        Sampler refused = new Sampler(
                sampler.temperature(),
                sampler.topP(),
                sampler.topK(),
                sampler.minP(),
                sampler.seed(),
                sampler.frequencyPenalty(),
                sampler.presencePenalty(),
                sampler.repeatPenalty(),
                sampler.maxTokens(),
                List.of("seed", "minP"));

        assertThat(refused.hash()).isEqualTo(sampler.hash());
    }

    @Test
    void aSettingThatWentThroughAFloatIsTheSameSetting() {
        assertThat(withTopP((double) 0.95f).hash()).isEqualTo(withTopP(0.95).hash());
        assertThat(withTopP(-0.0).hash()).isEqualTo(withTopP(0.0).hash());
        assertThat(withTopP(0.95).hash()).isNotEqualTo(withTopP(0.951).hash());
        assertThat(withTopP(0.0).hash())
                .isNotEqualTo(Sampler.at(Temperature.of(1)).hash());
    }

    @Property(tries = 100)
    void aScoreIsItsStoryMetricEvaluatorAndRepetition(@ForAll Score one, @ForAll Score other) {
        Score same = new Score(
                one.storyId(),
                new SeriesKey(
                        other.series().environment(),
                        other.series().source(),
                        other.series().model(),
                        other.series().promptId(),
                        other.series().promptVersion(),
                        other.series().samplerHash(),
                        one.series().metric(),
                        one.series().evaluatorId()),
                other.temperature(),
                other.eventTime(),
                one.repetition(),
                other.truncated(),
                other.textHash(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                other.outcome());
        Score repeated = new Score(
                one.storyId(),
                one.series(),
                one.temperature(),
                one.eventTime(),
                one.repetition() + "x",
                one.truncated(),
                one.textHash(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                one.outcome());

        assertThat(same.scoreId()).isEqualTo(one.scoreId());
        assertThat(repeated.scoreId()).isNotEqualTo(one.scoreId());
    }

    private static Sampler withTopP(double topP) {
        return new Sampler(Temperature.of(1), topP, null, null, null, null, null, null, null);
    }
}
