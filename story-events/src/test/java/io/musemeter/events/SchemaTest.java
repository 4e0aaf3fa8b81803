package io.musemeter.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {
    private static final Map<Class<?>, JsonSchema> SCHEMAS = GoldenSamples.TYPES.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getValue, type -> schema(type.getKey())));

    @ParameterizedTest
    @MethodSource("io.musemeter.events.GoldenSamples#valid")
    void aValidSampleFitsItsSchema(GoldenSamples.Valid sample) {
        assertThat(problems(sample.type(), sample.json())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.musemeter.events.GoldenSamples#invalid")
    void anInvalidSampleDoesNotFitUnlessNoSchemaCanSaySo(GoldenSamples.Invalid sample) {
        assertThat(problems(sample.type(), sample.json()).isEmpty()).isNotEqualTo(sample.refusedBySchema());
    }

    @Property(tries = 200)
    @Domain(Events.class)
    void everythingThatIsWrittenFits(
            @ForAll Story story, @ForAll Score score, @ForAll Exemplar exemplar, @ForAll Rejected rejected) {
        assertThat(Stream.of(story, score, exemplar, rejected)
                        .flatMap(event -> problems(event.getClass(), EventJson.write(event)).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("objects")
    void aSchemaNamesTheComponentsOfItsRecordAndRequiresThoseThatMayNotBeNull(
            Class<? extends Record> type, JsonNode schema) {
        Function<Stream<RecordComponent>, List<String>> names =
                components -> components.map(RecordComponent::getName).toList();
        RecordComponent[] components = type.getRecordComponents();

        assertThat(withoutKind(schema.get("properties").fieldNames()))
                .containsExactlyInAnyOrderElementsOf(names.apply(Arrays.stream(components)));
        assertThat(withoutKind(StreamSupport.stream(schema.get("required").spliterator(), false)
                        .map(JsonNode::asText)
                        .iterator()))
                .containsExactlyInAnyOrderElementsOf(
                        names.apply(Arrays.stream(components).filter(component -> !nullable(component))));
    }

    @Test
    void aSchemaNamesEveryConstantOfAnEnum() {
        assertThat(texts(tree(Story.class).at("/properties/outcome/oneOf/0/properties/finishReason/enum")))
                .isEqualTo(constants(FinishReason.class));
        assertThat(texts(tree(Story.class).at("/properties/outcome/oneOf/1/properties/reason/enum")))
                .isEqualTo(constants(NotWrittenReason.class));
        assertThat(texts(tree(Score.class).at("/properties/outcome/oneOf/1/properties/reason/enum")))
                .isEqualTo(constants(UnscorableReason.class));
        assertThat(texts(tree(Exemplar.class).at("/properties/origin/enum")))
                .isEqualTo(constants(Exemplar.Origin.class));
    }

    static Stream<Arguments> objects() {
        return Stream.of(
                Arguments.of(Story.class, tree(Story.class)),
                Arguments.of(ModelIdentity.class, tree(Story.class).at("/properties/model")),
                Arguments.of(PromptIdentity.class, tree(Story.class).at("/properties/prompt")),
                Arguments.of(Sampler.class, tree(Story.class).at("/properties/sampler")),
                Arguments.of(StoryOutcome.Written.class, tree(Story.class).at("/properties/outcome/oneOf/0")),
                Arguments.of(StoryOutcome.NotWritten.class, tree(Story.class).at("/properties/outcome/oneOf/1")),
                Arguments.of(Score.class, tree(Score.class)),
                Arguments.of(SeriesKey.class, tree(Score.class).at("/properties/series")),
                Arguments.of(ScoreOutcome.Scored.class, tree(Score.class).at("/properties/outcome/oneOf/0")),
                Arguments.of(ScoreOutcome.Unscorable.class, tree(Score.class).at("/properties/outcome/oneOf/1")),
                Arguments.of(ScoreOutcome.Failed.class, tree(Score.class).at("/properties/outcome/oneOf/2")),
                Arguments.of(Exemplar.class, tree(Exemplar.class)),
                Arguments.of(Rejected.class, tree(Rejected.class)),
                Arguments.of(RecordOrigin.class, tree(Rejected.class).at("/properties/origin")));
    }

    private static List<String> problems(Class<?> type, byte[] json) {
        return SCHEMAS
                .get(type)
                .validate(
                        new String(json, StandardCharsets.UTF_8),
                        InputFormat.JSON,
                        context -> context.getExecutionConfig().setFormatAssertionsEnabled(true))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonNode tree(Class<?> type) {
        return SCHEMAS.get(type).getSchemaNode();
    }

    private static JsonSchema schema(String name) {
        String resource = "/io/musemeter/events/schema/" + name + ".schema.json";
        try (InputStream in = Objects.requireNonNull(Story.class.getResourceAsStream(resource), resource)) {
            return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> withoutKind(Iterator<String> names) {
        Iterable<String> iterable = () -> names;
        return StreamSupport.stream(iterable.spliterator(), false)
                .filter(name -> !name.equals("kind"))
                .toList();
    }

    private static boolean nullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> constants(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> {
                    try {
                        JsonProperty property = type.getField(constant.name()).getAnnotation(JsonProperty.class);
                        return property == null ? constant.name() : property.value();
                    } catch (NoSuchFieldException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }
}
