package io.musemeter.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskSharesTest {
    private static final int SERVICES = 3;
    private static final int FILES_A_LOG = 2;
    private static final long OWN_FILES = 16L << 20;

    @ParameterizedTest
    @ValueSource(longs = {256L << 20, 2L << 30, 100L << 30})
    void theSharesStayWithinTheBound(long bytes) {
        DiskShares shares = new DiskShares(bytes);

        assertThat(shares.kafka() + SERVICES * FILES_A_LOG * shares.logFile() + OWN_FILES)
                .isLessThanOrEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(longs = {256L << 20, 2L << 30})
    void theNewestSegmentsOfTwelveChangelogsAreASmallPartOfKafkasShare(long bytes) {
        DiskShares shares = new DiskShares(bytes);

        assertThat(12 * shares.changelogSegment()).isLessThan(shares.kafka() / 10);
    }
}
