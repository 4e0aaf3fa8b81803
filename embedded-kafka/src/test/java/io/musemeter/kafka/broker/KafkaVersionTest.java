package io.musemeter.kafka.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.utils.AppInfoParser;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.apache.kafka.server.fault.FaultHandler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaVersionTest {
    @ParameterizedTest
    @ValueSource(classes = {AppInfoParser.class, KafkaConfig.class, AbstractKafkaConfig.class, FaultHandler.class})
    void everyKafkaJarHasTheVersionOfTheClients(Class<?> type) throws Exception {
        Path jar =
                Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());

        assertThat(jar.getFileName().toString()).endsWith("-" + AppInfoParser.getVersion() + ".jar");
    }
}
