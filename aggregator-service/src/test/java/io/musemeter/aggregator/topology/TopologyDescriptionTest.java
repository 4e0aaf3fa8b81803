package io.musemeter.aggregator.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TopologyDescriptionTest {
    /** Names of stores, processors and topics are part of the state's format: a change here loses what was counted. */
    @Test
    void theTopologyIsTheOneWhoseStateIsOutThere() throws IOException {
        String description = CreativityTopology.build(TopologyConfig.defaults(new TopologyListener() {}))
                .describe()
                .toString();

        try (InputStream committed = getClass().getResourceAsStream("/topology.txt")) {
            assertThat(description.strip())
                    .isEqualTo(new String(committed.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    @Test
    void theApplicationIdIsFixed() {
        assertThat(Names.APPLICATION_ID).isEqualTo("musemeter-aggregator");
    }
}
