package io.musemeter.launcher.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SystemViewTest {
    @Test
    void aSystemWithoutStoriesSaysSo() throws IOException {
        assertThat(summarise("[]").sentence()).isEqualTo("no stories yet");
    }

    @Test
    void theSeriesWhoseIntervalIsFurthestFromZeroLeads() throws IOException {
        SystemView.Summary summary = summarise("""
                [{"expected": 10, "scored": 9, "pending": 1, "slope": {"low": -0.1, "high": 2.0},
                  "verdict": {"sentence": "unsure but large"}},
                 {"expected": 10, "scored": 10, "pending": 0, "slope": {"low": 0.10, "high": 0.12},
                  "verdict": {"sentence": "small but sure"}}]""");

        assertThat(summary.sentence()).isEqualTo("stories 10 · scores 19 · pending 1 · small but sure");
        assertThat(summary.verdicts()).containsExactly("small but sure", "unsure but large");
    }

    @Test
    void storiesOfSeveralSourcesAddUp() throws IOException {
        SystemView.Summary summary = summarise("""
                [{"source": "sweep", "metric": "a", "expected": 10, "scored": 10},
                 {"source": "sweep", "metric": "b", "expected": 10, "scored": 10},
                 {"source": "replay:paper", "metric": "a", "expected": 31, "scored": 31}]""");

        assertThat(summary.sentence()).startsWith("stories 41 · scores 51");
    }

    @Test
    void whatHoldsByConstructionIsNotTheClearestEffect() throws IOException {
        SystemView.Summary summary = summarise("""
                [{"slope": {"low": 5.0, "high": 5.1},
                  "verdict": {"kind": "ManipulationCheck", "sentence": "by construction"}},
                 {"slope": {"low": -0.1, "high": 0.1}, "verdict": {"kind": "InsufficientData", "sentence": "unsure"}},
                 {"slope": {"low": 0.1, "high": 0.3}, "verdict": {"kind": "Related", "sentence": "found"}}]""");

        assertThat(summary.verdicts()).containsExactly("found", "unsure", "by construction");
    }

    @Test
    void aSeriesWithoutASlopeIsStillCounted() throws IOException {
        assertThat(summarise("[{\"expected\": 3, \"scored\": 3}]").sentence()).isEqualTo("stories 3 · scores 3");
    }

    private static SystemView.Summary summarise(String json) throws IOException {
        return SystemView.summarise(new ObjectMapper().readTree(json));
    }
}
