package io.musemeter.system.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.Container;
import io.musemeter.events.topics.Topic;
import io.musemeter.events.topics.TopicCatalogue;
import io.musemeter.events.topics.TopicSpec;
import io.musemeter.system.deploy.Manifests;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every service works with exactly the rights that the manifests give its user, and nobody gets beyond them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessRulesIT {
    @TempDir
    static Path folder;

    private static final List<ServiceProcess> SERVICES = new ArrayList<>();
    private static HttpServer provider;
    private static SecuredBroker broker;

    @BeforeAll
    static void everyServiceAsItsUser() throws Exception {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/", AccessRulesIT::refuse);
        provider.start();
        Map<String, Container> containers = new TreeMap<>(Manifests.containers());
        broker = SecuredBroker.start(folder);
        ManifestUsers.make(broker.insideConnection());
        SampleRecords.sendTo(broker.insideConnection());
        for (Map.Entry<String, Container> each : containers.entrySet()) {
            SERVICES.add(ServiceProcess.start(
                    each.getKey(),
                    each.getValue(),
                    broker,
                    folder,
                    Map.of(
                            "MUSEMETER_GENERATOR_SWEEP_MAX_PER_TEMPERATURE", "2",
                            // Nobody is there to receive them; reading them is what needs a right.
                            "MUSEMETER_GENERATOR_SCORES_OUT_ENDPOINT", "http://127.0.0.1:1",
                            // A judge that is refused says so of each story; one that reaches nobody waits.
                            "MUSEMETER_SCORER_JUDGE_BASE_URL",
                                    "http://127.0.0.1:" + provider.getAddress().getPort() + "/v1",
                            "MUSEMETER_SCORER_JUDGE_CANARY_INTERVAL", "0s")));
        }
    }

    @AfterAll
    static void stop() {
        SERVICES.forEach(ServiceProcess::close);
        if (provider != null) {
            provider.stop(0);
        }
        if (broker != null) {
            broker.close();
        }
    }

    private static void refuse(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(400, -1);
        exchange.close();
    }

    @Test
    @Order(1)
    void everyServiceBecomesReadyAndIsScraped() {
        await().atMost(Duration.ofMinutes(4)).untilAsserted(() -> {
            for (ServiceProcess service : SERVICES) {
                assertThat(service.ready()).as(service.name()).isTrue();
            }
        });
        assertThat(SERVICES).hasSize(7).allSatisfy(service -> {
            assertThat(service.alive()).isTrue();
            assertThat(service.status(Manifests.metricsPath())).isEqualTo(401);
            assertThat(service.get(Manifests.metricsPath()).body()).contains("# TYPE ");
        });
    }

    @Test
    @Order(2)
    void everyRightIsUsed() {
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    Set<String> used = used();
                    Map<String, List<String>> unused = new TreeMap<>();
                    ManifestUsers.rights()
                            .forEach((user, rights) -> rights.stream()
                                    .filter(right -> !user.equals("keda"))
                                    .map(AccessRulesIT::text)
                                    .filter(right -> !used.contains(right))
                                    .forEach(right -> unused.computeIfAbsent(user, key -> new ArrayList<>())
                                            .add(right)));
                    assertThat(unused).as("rights nobody needs").isEmpty();
                });
    }

    @Test
    @Order(3)
    void noServiceIsRefusedAnything() throws IOException {
        List<String> refused = broker.decisions().stream()
                .filter(line -> line.contains(" is Denied "))
                .distinct()
                .toList();

        assertThat(refused).isEmpty();
    }

    @Test
    @Order(4)
    void whatIsCountedReachesThePage() throws IOException {
        ServiceProcess aggregator = SERVICES.stream()
                .filter(service -> service.name().equals("aggregator"))
                .findFirst()
                .orElseThrow();

        Set<String> metrics = new HashSet<>();
        new ObjectMapper()
                .readTree(aggregator.get("/api/correlations").body())
                .findValuesAsText("metric", new ArrayList<>())
                .forEach(metrics::add);

        assertThat(metrics).contains("edit_distance", "reference_perplexity", "semantic_novelty");
        assertThat(aggregator.log()).allSatisfy(line -> assertThat(line).startsWith("{"));
    }

    static Stream<String> users() {
        return ManifestUsers.rights().keySet().stream();
    }

    @ParameterizedTest
    @Order(5)
    @MethodSource("users")
    void nobodyWritesToATopicThatIsNotTheirs(String user) {
        Set<String> own = new TreeSet<>();
        for (AclBinding right : ManifestUsers.rights().get(user)) {
            if (right.pattern().resourceType() == ResourceType.TOPIC
                    && right.entry().operation() == AclOperation.WRITE) {
                own.add(right.pattern().name());
            }
        }
        List<String> foreign = TopicCatalogue.all().stream()
                .map(TopicSpec::name)
                .filter(topic -> !own.contains(topic))
                .toList();

        assertThat(foreign).isNotEmpty();
        try (KafkaProducer<byte[], byte[]> producer = producer(user, Map.of("enable.idempotence", false))) {
            for (String topic : foreign) {
                assertThatThrownBy(() -> producer.send(new ProducerRecord<>(topic, new byte[0]))
                                .get())
                        .as(topic)
                        .hasRootCauseInstanceOf(TopicAuthorizationException.class);
            }
        }
    }

    @ParameterizedTest
    @Order(5)
    @MethodSource("users")
    void nobodyReadsInTheGroupOfAnother(String user) {
        String foreign = user.equals("scorer-lexical") ? "musemeter-scorer-semantic" : "musemeter-scorer-lexical";
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(user, Map.of("group.id", foreign))) {
            consumer.subscribe(List.of(Topic.STORIES.topicName()));

            assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(30)))
                    .isInstanceOfAny(GroupAuthorizationException.class, TopicAuthorizationException.class);
        }
    }

    @Test
    @Order(5)
    void whoLooksAtTheLagReadsNoStory() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer("keda", Map.of())) {
            consumer.assign(List.of(new TopicPartition(Topic.STORIES.topicName(), 0)));

            assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(30)))
                    .isInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    @Order(5)
    void whoLooksAtTheLagSeesIt() throws Exception {
        try (Admin admin = Admin.create(connection("keda", ManifestUsers.password("keda")))) {
            assertThat(admin.listConsumerGroupOffsets("musemeter-scorer-lexical")
                            .partitionsToOffsetAndMetadata()
                            .get())
                    .isNotEmpty();
            assertThat(admin.describeTopics(List.of(Topic.STORIES.topicName()))
                            .allTopicNames()
                            .get())
                    .containsOnlyKeys(Topic.STORIES.topicName());
        }
    }

    @Test
    @Order(5)
    void nobodyTakesTheAggregatorsTransactions() {
        try (KafkaProducer<byte[], byte[]> producer =
                producer("generator", Map.of("transactional.id", "musemeter-aggregator-1"))) {
            assertThatThrownBy(producer::initTransactions).isInstanceOf(TransactionalIdAuthorizationException.class);
        }
    }

    @Test
    @Order(5)
    void aWrongPasswordIsNoWayIn() {
        try (Admin admin = Admin.create(connection("aggregator", "another"))) {
            assertThatThrownBy(() -> admin.listTopics().names().get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    private static Map<String, Object> connection(String user, String password) {
        Map<String, Object> connection = new TreeMap<>();
        connection.put("bootstrap.servers", broker.bootstrapServers());
        connection.put("security.protocol", "SASL_SSL");
        connection.put("sasl.mechanism", "SCRAM-SHA-512");
        connection.put("sasl.jaas.config", ManifestUsers.jaas(user, password));
        connection.put("ssl.truststore.type", "PEM");
        connection.put("ssl.truststore.location", broker.certificateAuthority().toString());
        return connection;
    }

    private static KafkaProducer<byte[], byte[]> producer(String user, Map<String, Object> more) {
        Map<String, Object> settings = connection(user, ManifestUsers.password(user));
        settings.putAll(more);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String user, Map<String, Object> more) {
        Map<String, Object> settings = connection(user, ManifestUsers.password(user));
        settings.putAll(more);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Rights that the authorizer let something pass by, written as {@link #text} does. */
    private static Set<String> used() throws IOException {
        Set<String> used = new HashSet<>();
        for (String line : broker.decisions()) {
            Decision.allowed(line)
                    .ifPresent(decision -> ManifestUsers.rights().getOrDefault(decision.user(), List.of()).stream()
                            .filter(decision::usedThe)
                            .map(AccessRulesIT::text)
                            .forEach(used::add));
        }
        return used;
    }

    private static String text(AclBinding right) {
        return right.entry().principal() + " " + right.entry().operation() + " " + right.pattern();
    }
}
