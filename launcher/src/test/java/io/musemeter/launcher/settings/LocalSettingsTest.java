package io.musemeter.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalSettingsTest {
    private static final Path ROOT = Path.of("checkout").toAbsolutePath();

    @Test
    void anEmptyEnvironmentHasWorkingDefaults() {
        LocalSettings settings = LocalSettings.of(ROOT, Map.of());

        assertThat(settings.ports()).isEqualTo(new Ports(8080, 8081, 8082, 9092, 9093));
        assertThat(settings.data()).isEqualTo(ROOT.resolve(".musemeter"));
        assertThat(settings.diskBytes()).isEqualTo(2L << 30);
    }

    @Test
    void twoSystemsWithOtherFoldersAndPortsDoNotMeet() {
        LocalSettings settings =
                LocalSettings.of(ROOT, Map.of("MUSEMETER_DATA", "elsewhere", "MUSEMETER_BROKER_PORT", "19092"));

        assertThat(settings.data()).isEqualTo(ROOT.resolve("elsewhere"));
        assertThat(settings.bootstrapServers()).isEqualTo("127.0.0.1:19092");
    }

    @ParameterizedTest
    @CsvSource({"512M,536870912", "1G,1073741824", "3 gb,3221225472"})
    void sizesAreReadAsPeopleWriteThem(String text, long bytes) {
        assertThat(LocalSettings.of(ROOT, Map.of("MUSEMETER_DISK", text)).diskBytes())
                .isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "MUSEMETER_PORT,web",
        "MUSEMETER_PORT,70000",
        "MUSEMETER_PORT,9092",
        "MUSEMETER_DISK,plenty",
        "MUSEMETER_DISK,1M"
    })
    void aValueThatCannotBeUsedIsNamed(String variable, String value) {
        assertThatThrownBy(() -> LocalSettings.of(ROOT, Map.of(variable, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(variable);
    }
}
