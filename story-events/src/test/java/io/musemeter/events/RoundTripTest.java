package io.musemeter.events;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

@Domain(Events.class)
class RoundTripTest {
    @Property(tries = 300)
    void aStorySurvivesTheWayThroughJson(@ForAll Story story) {
        assertThat(EventJson.read(EventJson.write(story), Story.class)).isEqualTo(story);
    }

    @Property(tries = 300)
    void aScoreSurvivesTheWayThroughJson(@ForAll Score score) {
        assertThat(EventJson.read(EventJson.write(score), Score.class)).isEqualTo(score);
    }

    @Property(tries = 300)
    void anExemplarSurvivesTheWayThroughJson(@ForAll Exemplar exemplar) {
        assertThat(EventJson.read(EventJson.write(exemplar), Exemplar.class)).isEqualTo(exemplar);
    }

    @Property(tries = 300)
    void aRejectedRecordSurvivesTheWayThroughJson(@ForAll Rejected rejected) {
        assertThat(EventJson.read(EventJson.write(rejected), Rejected.class)).isEqualTo(rejected);
    }
}
