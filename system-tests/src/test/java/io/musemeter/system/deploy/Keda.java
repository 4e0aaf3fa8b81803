package io.musemeter.system.deploy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import java.util.List;
import java.util.Map;

/**
 * KEDA's objects, as far as they are used or likely to be: KEDA publishes no Java model, so these are written down after its
 * reference (keda.sh, version 2.17). The settings of a trigger are a free map there; those of the Kafka scaler are listed here,
 * so that a misspelt one is noticed all the same.
 */
final class Keda {
    private Keda() {}

    record ScaledObject(String apiVersion, String kind, ObjectMeta metadata, ScaledObjectSpec spec) {}

    record ScaledObjectSpec(
            @JsonProperty(required = true) ScaleTarget scaleTargetRef,
            Integer pollingInterval,
            Integer initialCooldownPeriod,
            Integer cooldownPeriod,
            Integer idleReplicaCount,
            Integer minReplicaCount,
            Integer maxReplicaCount,
            Advanced advanced,
            @JsonProperty(required = true) List<Trigger> triggers,
            Fallback fallback) {}

    record ScaleTarget(
            @JsonProperty(required = true) String name,
            String apiVersion,
            String kind,
            String envSourceContainerName) {}

    record Advanced(
            Boolean restoreToOriginalReplicaCount,
            HorizontalPodAutoscalerConfig horizontalPodAutoscalerConfig,
            JsonNode scalingModifiers) {}

    record HorizontalPodAutoscalerConfig(String name, HorizontalPodAutoscalerBehavior behavior) {}

    record Fallback(
            @JsonProperty(required = true) Integer failureThreshold,
            @JsonProperty(required = true) Integer replicas,
            FallbackBehavior behavior) {}

    /** What the number of replicas is while the lag cannot be seen; named as in KEDA. */
    enum FallbackBehavior {
        @JsonProperty("static")
        STATIC,
        @JsonProperty("currentReplicas")
        CURRENT_REPLICAS,
        @JsonProperty("currentReplicasIfHigher")
        CURRENT_REPLICAS_IF_HIGHER,
        @JsonProperty("currentReplicasIfLower")
        CURRENT_REPLICAS_IF_LOWER
    }

    record Trigger(
            TriggerType type,
            String name,
            Boolean useCachedMetrics,
            @JsonProperty(required = true) KafkaTrigger metadata,
            AuthenticationRef authenticationRef,
            String metricType) {}

    /** The scalers in use. */
    enum TriggerType {
        @JsonProperty("kafka")
        KAFKA
    }

    record AuthenticationRef(@JsonProperty(required = true) String name, String kind) {}

    record KafkaTrigger(
            String bootstrapServers,
            String bootstrapServersFromEnv,
            @JsonProperty(required = true) String consumerGroup,
            @JsonProperty(required = true) String topic,
            @JsonProperty(required = true) String lagThreshold,
            String activationLagThreshold,
            String offsetResetPolicy,
            String allowIdleConsumers,
            String scaleToZeroOnInvalidOffset,
            String excludePersistentLag,
            String limitToPartitionsWithLag,
            String partitionLimitation,
            String version,
            Switch tls,
            String unsafeSsl,
            Sasl sasl) {}

    enum Switch {
        @JsonProperty("enable")
        ENABLE,
        @JsonProperty("disable")
        DISABLE
    }

    enum Sasl {
        @JsonProperty("none")
        NONE,
        @JsonProperty("plaintext")
        PLAINTEXT,
        @JsonProperty("scram_sha256")
        SCRAM_SHA256,
        @JsonProperty("scram_sha512")
        SCRAM_SHA512
    }

    record TriggerAuthentication(String apiVersion, String kind, ObjectMeta metadata, TriggerAuthenticationSpec spec) {}

    record TriggerAuthenticationSpec(
            Map<String, String> podIdentity,
            List<TargetRef> secretTargetRef,
            List<TargetRef> configMapTargetRef,
            List<Env> env) {}

    record TargetRef(
            @JsonProperty(required = true) String parameter,
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String key) {}

    record Env(String parameter, String name, String containerName) {}
}
