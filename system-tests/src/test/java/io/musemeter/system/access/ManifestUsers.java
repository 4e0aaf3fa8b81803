package io.musemeter.system.access;

import io.musemeter.events.topics.TopicCatalogue;
import io.musemeter.system.deploy.Manifests;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import io.strimzi.api.kafka.model.user.acl.AclResourcePatternType;
import io.strimzi.api.kafka.model.user.acl.AclRule;
import io.strimzi.api.kafka.model.user.acl.AclRuleGroupResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTransactionalIdResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Does with the {@code KafkaUser}s of the manifests what Strimzi's user operator does with them. */
final class ManifestUsers {
    private static final int ITERATIONS = 4096;

    private ManifestUsers() {}

    /** The rights of each user, by name. */
    static Map<String, List<AclBinding>> rights() {
        Map<String, List<AclBinding>> rights = new TreeMap<>();
        for (KafkaUser user : Manifests.kafkaUsers()) {
            String name = user.getMetadata().getName();
            List<AclBinding> bindings = new ArrayList<>();
            KafkaUserAuthorizationSimple rules =
                    (KafkaUserAuthorizationSimple) user.getSpec().getAuthorization();
            for (AclRule rule : rules.getAcls()) {
                rule.getOperations()
                        .forEach(operation -> bindings.add(new AclBinding(
                                pattern(rule.getResource()),
                                new AccessControlEntry(
                                        "User:" + name,
                                        rule.getHost(),
                                        AclOperation.fromString(operation.toValue()),
                                        AclPermissionType.ALLOW))));
            }
            rights.put(name, bindings);
        }
        return rights;
    }

    /** A user's password in the tests. */
    static String password(String user) {
        return "password-of-" + user;
    }

    /** How that user signs in. */
    static String jaas(String user, String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\""
                + password + "\";";
    }

    /** Makes the topics of the catalogue, with the local number of partitions, the users, and their rights. */
    static void make(Map<String, Object> connection) throws ExecutionException, InterruptedException {
        Map<String, List<AclBinding>> rights = rights();
        try (Admin admin = Admin.create(connection)) {
            admin.createTopics(TopicCatalogue.all().stream()
                            .map(topic -> new NewTopic(
                                            topic.name(),
                                            Optional.of(topic.partitions().local()),
                                            Optional.of((short) 1))
                                    .configs(topic.kafkaConfig()))
                            .toList())
                    .all()
                    .get();
            admin.alterUserScramCredentials(rights.keySet().stream()
                            .<UserScramCredentialAlteration>map(user -> new UserScramCredentialUpsertion(
                                    user,
                                    new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS),
                                    password(user)))
                            .toList())
                    .all()
                    .get();
            admin.createAcls(rights.values().stream().flatMap(List::stream).toList())
                    .all()
                    .get();
        }
    }

    private static ResourcePattern pattern(AclRuleResource resource) {
        if (resource instanceof AclRuleTopicResource topic) {
            return new ResourcePattern(ResourceType.TOPIC, topic.getName(), type(topic.getPatternType()));
        }
        if (resource instanceof AclRuleGroupResource group) {
            return new ResourcePattern(ResourceType.GROUP, group.getName(), type(group.getPatternType()));
        }
        if (resource instanceof AclRuleTransactionalIdResource id) {
            return new ResourcePattern(ResourceType.TRANSACTIONAL_ID, id.getName(), type(id.getPatternType()));
        }
        throw new IllegalArgumentException("no right on " + resource.getType() + " is foreseen");
    }

    private static PatternType type(AclResourcePatternType type) {
        return type == AclResourcePatternType.PREFIX ? PatternType.PREFIXED : PatternType.LITERAL;
    }
}
