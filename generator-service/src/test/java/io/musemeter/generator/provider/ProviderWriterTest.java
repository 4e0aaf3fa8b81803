package io.musemeter.generator.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.events.FinishReason;
import io.musemeter.events.NotWrittenReason;
import io.musemeter.events.StoryOutcome;
import io.musemeter.events.Temperature;
import io.musemeter.generator.config.ProviderConfig;
import io.musemeter.generator.provider.StubProvider.Answer;
import io.musemeter.generator.provider.StubProvider.Manner;
import io.musemeter.generator.support.KafkaResource;
import io.musemeter.generator.writer.Draft;
import io.musemeter.generator.writer.NotAsked;
import io.musemeter.generator.writer.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way in which a provider fails has its documented outcome. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
class ProviderWriterTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path folder;

    private StubProvider stub;

    @ConfigMapping(prefix = "p")
    interface Mapped extends ProviderConfig {}

    @BeforeEach
    void start() {
        stub = new StubProvider();
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    private ProviderWriter writer(String... settings) {
        SmallRyeConfigBuilder config = new SmallRyeConfigBuilder()
                .withMapping(Mapped.class)
                .withDefaultValue("p.base-url", stub.baseUrl().toString())
                .withDefaultValue("p.model", "stub")
                .withDefaultValue("p.timeout", "PT20S")
                .withDefaultValue("p.backoff", "PT0.01S")
                .withDefaultValue("p.retries", "2")
                .withDefaultValue("p.breaker-threshold", "100")
                .withConverter(Duration.class, 200, Duration::parse);
        for (int i = 0; i < settings.length; i += 2) {
            config.withDefaultValue("p." + settings[i], settings[i + 1]);
        }
        return new ProviderWriter(
                config.build().getConfigMapping(Mapped.class),
                64 << 10,
                Clock.fixed(NOW, ZoneOffset.UTC),
                folder.resolve("budget.json"));
    }

    private static Draft write(ProviderWriter writer, double temperature) {
        return (Draft) ask(writer, temperature);
    }

    private static Reply ask(ProviderWriter writer, double temperature) {
        return writer.write("Write a story.", writer.settings().at(Temperature.of(temperature), 7));
    }

    private static boolean written(Reply reply) {
        return reply instanceof Draft draft && draft.outcome() instanceof StoryOutcome.Written;
    }

    private static NotAsked untilTomorrow() {
        return new NotAsked(Instant.parse("2026-01-02T00:00:00Z"), NotAsked.Why.BUDGET_EXHAUSTED);
    }

    private static NotWrittenReason reason(Draft draft) {
        return ((StoryOutcome.NotWritten) draft.outcome()).reason();
    }

    @Test
    void aStoryComesWithItsLogProbabilitiesAndWhoSaysItAnswered() {
        Draft draft = write(writer("top-k", "50", "min-p", "0.05"), 0.7);

        assertThat(draft.outcome())
                .isEqualTo(new StoryOutcome.Written(
                        "Once.", FinishReason.STOP, List.of(-0.5, -0.25), List.of(List.of(-0.5, -1.5))));
        assertThat(draft.model().name()).isEqualTo("stub");
        assertThat(draft.model().responseName()).isEqualTo("stub-2026");
        assertThat(draft.model().fingerprint()).isEqualTo("fp_1");
        assertThat(draft.sampler().topK()).isEqualTo(50);
        assertThat(stub.requests().get(0).replaceAll("\\s", ""))
                .contains(
                        "\"temperature\":0.7",
                        "\"seed\":7",
                        "\"top_k\":50",
                        "\"min_p\":0.05",
                        "\"logprobs\":true",
                        "\"top_logprobs\":20");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(Answer.refused(429, "slow down"), NotWrittenReason.RATE_LIMITED, 3),
                Arguments.of(Answer.refused(500, "broken"), NotWrittenReason.PROVIDER_ERROR, 3),
                Arguments.of(Answer.refused(503, "broken"), NotWrittenReason.PROVIDER_ERROR, 3),
                Arguments.of(Answer.refused(504, "broken"), NotWrittenReason.TIMEOUT, 3),
                Arguments.of(Answer.written("Once.").arriving(Manner.SLOW), NotWrittenReason.TIMEOUT, 3),
                Arguments.of(Answer.written("Once.").arriving(Manner.STUCK), NotWrittenReason.TIMEOUT, 3),
                Arguments.of(Answer.written("Once.").arriving(Manner.CUT), NotWrittenReason.PROVIDER_ERROR, 3),
                Arguments.of(Answer.ok("{\"choices\":[{\"mess"), NotWrittenReason.MALFORMED_ANSWER, 1),
                Arguments.of(Answer.ok("{\"error\":{\"message\":\"no\"}}"), NotWrittenReason.MALFORMED_ANSWER, 1),
                Arguments.of(Answer.ok("{\"id\":\"1\",\"choices\":[]}"), NotWrittenReason.MALFORMED_ANSWER, 1),
                Arguments.of(Answer.written(""), NotWrittenReason.EMPTY_ANSWER, 1),
                Arguments.of(Answer.refused(401, "no key"), NotWrittenReason.PROVIDER_ERROR, 1),
                Arguments.of(Answer.refused(404, "The model does not exist"), NotWrittenReason.MODEL_UNKNOWN, 1),
                Arguments.of(
                        Answer.refused(400, "'temperature' does not support 1.7 with this model"),
                        NotWrittenReason.TEMPERATURE_REFUSED,
                        1),
                Arguments.of(
                        Answer.refused(400, "content_filter: the prompt was refused"),
                        NotWrittenReason.CONTENT_FILTER,
                        1));
    }

    @ParameterizedTest(name = "{1} after {2} tries")
    @MethodSource("failures")
    void aFailureIsAValueAfterSoManyTries(Answer answer, NotWrittenReason reason, int tries) {
        stub.answering(answer);
        boolean endless = answer.manner() == Manner.SLOW || answer.manner() == Manner.STUCK;

        Draft draft = write(endless ? writer("timeout", "PT0.5S") : writer(), 1.7);

        assertThat(reason(draft)).isEqualTo(reason);
        assertThat(draft.sampler().temperature()).isEqualTo(Temperature.of(1.7));
        assertThat(stub.requests()).hasSize(tries);
    }

    @Test
    void whatPassesIsAStoryInTheEnd() {
        stub.answering(Answer.refused(500, "broken"), Answer.refused(429, "slow down"), Answer.written("Once."));

        assertThat(write(writer(), 1).outcome()).isInstanceOf(StoryOutcome.Written.class);
    }

    @Test
    void retryAfterIsHonoured() {
        stub.answering(Answer.refused(429, "slow down").with("Retry-After", "1"), Answer.written("Once."));
        Instant before = Instant.now();

        write(writer(), 1);

        assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aTemperatureOnceRefusedIsNotAskedAgainAndOthersAre() {
        stub.answering(Answer.refused(400, "temperature"), Answer.written("Once."));
        ProviderWriter writer = writer();

        write(writer, 1.7);
        Draft again = write(writer, 1.7);
        Draft other = write(writer, 1);

        assertThat(reason(again)).isEqualTo(NotWrittenReason.TEMPERATURE_REFUSED);
        assertThat(other.outcome()).isInstanceOf(StoryOutcome.Written.class);
        assertThat(stub.requests()).hasSize(2);
    }

    @Test
    void aSettingThatIsRefusedIsLeftOutAndRecordedAsLeftOut() {
        stub.answering(Answer.refused(400, "Unrecognized request argument: top_k"), Answer.written("Once."));

        Draft draft = write(writer("top-k", "50"), 1);

        assertThat(draft.outcome()).isInstanceOf(StoryOutcome.Written.class);
        assertThat(draft.sampler().topK()).isNull();
        assertThat(draft.sampler().refused()).containsExactly("topK");
        assertThat(stub.requests().get(1)).doesNotContain("top_k");
    }

    @Test
    void whatBecameOfEachSettingIsSaid() {
        stub.answering(Answer.refused(400, "top_p is not taken"), Answer.written("Once."));
        ProviderWriter writer = writer("top-k", "50", "top-p", "0.9");

        write(writer, 1);

        assertThat(writer.settingStates())
                .isEqualTo(Map.of(
                        "topK", "unverifiable",
                        "topP", "refused",
                        "seed", "sent",
                        "maxTokens", "sent",
                        "logProbabilities", "sent"));
    }

    @Test
    void aProviderWithoutLogProbabilitiesIsAskedWithoutThem() {
        stub.answering(Answer.refused(400, "logprobs are not available"), Answer.written("Once."));

        write(writer(), 1);

        assertThat(stub.requests().get(1)).doesNotContain("logprobs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{\"content\":[]}", "{\"content\":[{\"token\":\"Once\"}]}"})
    void anAnswerWithoutLogProbabilitiesIsAStoryWithoutThem(String logProbabilities) {
        stub.answering(Answer.written("Once.", logProbabilities));

        assertThat(write(writer(), 1).outcome()).isEqualTo(new StoryOutcome.Written("Once.", FinishReason.STOP, null));
    }

    @Test
    void aTextThatIsTooLongForAStoryIsNone() {
        stub.answering(Answer.written("ö".repeat(32 << 10)), Answer.written("ö".repeat((32 << 10) + 1)));
        ProviderWriter writer = writer();

        assertThat(write(writer, 1).outcome()).isInstanceOf(StoryOutcome.Written.class);
        assertThat(reason(write(writer, 1))).isEqualTo(NotWrittenReason.MALFORMED_ANSWER);
    }

    @Test
    void moreLogProbabilitiesThanAStoryHasBytesAreDropped() {
        String token = "{\"token\":\"a\",\"logprob\":-0.5,\"top_logprobs\":[{\"token\":\"a\",\"logprob\":-0.5}]}";
        stub.answering(
                Answer.written("Once.", "{\"content\":[" + String.join(",", Collections.nCopies(22, token)) + "]}"));

        assertThat(write(writer(), 1).outcome()).isEqualTo(new StoryOutcome.Written("Once.", FinishReason.STOP, null));
    }

    @Test
    void aProviderThatIsNotThereIsAProviderError() {
        ProviderWriter writer = writer();
        stub.close();

        assertThat(reason(write(writer, 1))).isEqualTo(NotWrittenReason.PROVIDER_ERROR);
    }

    @Test
    void severalProvidersAreAskedEachByItsOwnName() {
        try (StubProvider other = new StubProvider()) {
            other.answering(Answer.written("Twice."));
            ProviderWriter first = writer();
            ProviderWriter second = writer("base-url", other.baseUrl().toString(), "model", "other");

            Draft one = write(first, 1);
            Draft two = write(second, 1);

            assertThat(List.of(one.model().name(), two.model().name())).containsExactly("stub", "other");
            assertThat(((StoryOutcome.Written) two.outcome()).text()).isEqualTo("Twice.");
        }
    }

    @Test
    void aModelIsAskedByItsNameAndRecordedByAnother() {
        Draft draft = write(writer("recorded-as", "stub-in-four-bits"), 1);

        assertThat(draft.model().name()).isEqualTo("stub-in-four-bits");
        assertThat(stub.requests().get(0).replaceAll("\\s", "")).contains("\"model\":\"stub\"");
    }

    @Test
    void aProviderWithoutCandidatesIsStillAskedForLogProbabilities() {
        stub.answering(Answer.refused(400, "Unknown parameter: top_logprobs"), Answer.written("Once."));

        write(writer(), 1);

        assertThat(stub.requests().get(1)).contains("logprobs").doesNotContain("top_logprobs");
    }

    @Test
    void aReasoningModelIsAskedForItsBoundByTheNameItTakes() {
        stub.answering(
                Answer.error(
                        400,
                        "max_tokens",
                        "Unsupported parameter: 'max_tokens' is not supported with this model. Use"
                                + " 'max_completion_tokens' instead."),
                Answer.written("Once."));

        Draft draft = write(writer("max-tokens", "300"), 1);

        assertThat(draft.outcome()).isInstanceOf(StoryOutcome.Written.class);
        assertThat(draft.sampler().maxTokens()).isEqualTo(300);
        assertThat(draft.sampler().refused()).isNull();
        assertThat(stub.requests().get(1).replaceAll("\\s", ""))
                .contains("\"max_completion_tokens\":300")
                .doesNotContain("max_tokens");
    }

    @Test
    void aBoundThatIsTakenUnderNoNameIsRecordedAsLeftOut() {
        stub.answering(
                Answer.error(400, "max_tokens", "no"),
                Answer.error(400, "max_completion_tokens", "no"),
                Answer.written("Once."));

        Draft draft = write(writer("max-tokens", "300"), 1);

        assertThat(draft.outcome()).isInstanceOf(StoryOutcome.Written.class);
        assertThat(draft.sampler().maxTokens()).isNull();
        assertThat(draft.sampler().refused()).containsExactly("maxTokens");
        assertThat(stub.requests().get(2)).doesNotContain("300");
    }

    @Test
    void aRefusalThatQuotesTheRequestTakesNoSettingAway() {
        stub.answering(
                Answer.error(400, "messages", "no: {\\\"temperature\\\":1,\\\"top_k\\\":50,\\\"seed\\\":7}"),
                Answer.written("Once."));
        ProviderWriter writer = writer("top-k", "50");

        Draft refused = write(writer, 1);
        Draft next = write(writer, 1);

        assertThat(reason(refused)).isEqualTo(NotWrittenReason.PROVIDER_ERROR);
        assertThat(next.sampler().topK()).isEqualTo(50);
        assertThat(next.sampler().seed()).isEqualTo(7);
    }

    @Test
    void theBudgetOfCallsCountsRetriesAndEndsTheDay() {
        stub.answering(Answer.refused(500, "broken"), Answer.written("Once."));
        ProviderWriter writer = writer("calls-per-day", "3");

        List<Reply> replies =
                IntStream.range(0, 4).mapToObj(i -> ask(writer, 1)).toList();

        assertThat(replies.subList(0, 2)).allMatch(ProviderWriterTest::written);
        assertThat(replies.subList(2, 4)).containsOnly(untilTomorrow());
        assertThat(stub.requests()).hasSize(3);
    }

    @Test
    void aRestartGoesOnWithTheDaysCount() {
        write(writer("calls-per-day", "2"), 1);

        ProviderWriter restarted = writer("calls-per-day", "2");
        Reply second = ask(restarted, 1);
        Reply third = ask(restarted, 1);

        assertThat(written(second)).isTrue();
        assertThat(third).isEqualTo(untilTomorrow());
    }

    @Test
    void theBudgetOfTokensEndsWithTheRequestThatCrossesIt() {
        ProviderWriter writer = writer("tokens-per-day", "10");

        List<Reply> replies =
                IntStream.range(0, 3).mapToObj(i -> ask(writer, 1)).toList();

        assertThat(replies).map(ProviderWriterTest::written).containsExactly(true, true, false);
    }

    static Stream<Arguments> costs() {
        String unused = "\"usage\":{\"prompt_tokens\":4,\"completion_tokens\":2,\"total_tokens\":6}";
        String written = Answer.written("Once.").body();
        // 14 bytes of prompt are taken for 5 tokens.
        return Stream.of(
                Arguments.of(Answer.ok(written), 0.006),
                Arguments.of(Answer.ok(written.replace("," + unused, "")), 0.305),
                Arguments.of(Answer.written("Once.").arriving(Manner.SLOW), 0.305),
                Arguments.of(Answer.written("Once.").arriving(Manner.CUT), 0.305),
                Arguments.of(Answer.refused(500, "broken"), 0.305),
                Arguments.of(Answer.refused(429, "later"), 0.0),
                Arguments.of(Answer.refused(400, "no"), 0.0));
    }

    @ParameterizedTest
    @MethodSource("costs")
    void aCallCostsWhatItUsedOrWhereThatIsUnknownTheMostItMayHaveUsed(Answer answer, double share) {
        stub.answering(answer);
        String timeout = answer.manner() == Manner.SLOW ? "PT0.5S" : "PT20S";
        ProviderWriter writer =
                writer("tokens-per-day", "1000", "max-tokens", "300", "retries", "0", "timeout", timeout);

        write(writer, 1);

        assertThat(writer.budgetUsed()).hasValue(share);
    }

    @Test
    void aCallThatReachedNobodyCostsNoTokens() {
        ProviderWriter writer = writer("tokens-per-day", "1000", "max-tokens", "300", "retries", "0");
        stub.close();

        write(writer, 1);

        assertThat(writer.budgetUsed()).hasValue(0.0);
    }

    @Test
    void aProviderThatKeepsFailingIsLeftAlone() {
        stub.answering(Answer.refused(500, "broken"));
        ProviderWriter writer = writer("breaker-threshold", "4", "retries", "0");

        List<Reply> replies =
                IntStream.range(0, 10).mapToObj(i -> ask(writer, 1)).toList();

        assertThat(replies.subList(0, 4))
                .allSatisfy(reply -> assertThat(reason((Draft) reply)).isEqualTo(NotWrittenReason.PROVIDER_ERROR));
        assertThat(replies.subList(4, 10)).containsOnly(new NotAsked(NOW.plusSeconds(30), NotAsked.Why.CIRCUIT_OPEN));
        assertThat(stub.requests()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 504})
    void whatMayBeTheTemperaturesDoingOrLoadLeavesTheCircuitClosed(int status) {
        stub.answering(Answer.refused(status, "later"));
        ProviderWriter writer = writer("breaker-threshold", "2", "retries", "0");

        IntStream.range(0, 5).forEach(i -> write(writer, 1));

        assertThat(stub.requests()).hasSize(5);
    }

    @Test
    void aRequestCutOffByTheCircuitIsNotRecorded() {
        stub.answering(Answer.refused(500, "broken"));
        ProviderWriter writer = writer("breaker-threshold", "2", "retries", "4");

        assertThat(ask(writer, 1)).isEqualTo(new NotAsked(NOW.plusSeconds(30), NotAsked.Why.CIRCUIT_OPEN));
        assertThat(stub.requests()).hasSize(2);
    }

    @Test
    void aLongerWaitThanARequestHasIsKeptForTheNextRequestsToo() {
        stub.answering(Answer.refused(429, "later").with("Retry-After", "7200"));
        ProviderWriter writer = writer();

        Reply first = ask(writer, 1);
        Reply second = ask(writer, 2);

        assertThat(List.of(first, second))
                .containsOnly(new NotAsked(NOW.plusSeconds(7200), NotAsked.Why.ASKED_TO_WAIT));
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void whatARefusedRequestWasToldIsKeptForTheNext() {
        stub.answering(Answer.refused(429, "later").with("Retry-After", "1"));
        ProviderWriter writer = writer("retries", "0");

        assertThat(reason(write(writer, 1))).isEqualTo(NotWrittenReason.RATE_LIMITED);
        assertThat(ask(writer, 1)).isEqualTo(new NotAsked(NOW.plusSeconds(1), NotAsked.Why.ASKED_TO_WAIT));
    }
}
