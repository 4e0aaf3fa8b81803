package io.musemeter.scorer.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmbeddingProbeTest {
    private static final float[] SOME = {0.0502f, -0.0213f, 0.0104f};

    @Test
    void anotherRoundingOfOneComponentIsAnotherFingerprint() {
        assertThat(EmbeddingProbe.fingerprint(text -> new float[] {0.0502f, -0.0213f, 0.0124f}))
                .isNotEqualTo(EmbeddingProbe.fingerprint(text -> SOME));
    }

    @Test
    void sumsInAnotherOrderAreNot() {
        assertThat(EmbeddingProbe.fingerprint(text -> new float[] {0.0502001f, -0.0213001f, 0.0104001f}))
                .isEqualTo(EmbeddingProbe.fingerprint(text -> SOME));
    }

    @Test
    void whatDiffersOnOneTextAloneDiffers() {
        assertThat(EmbeddingProbe.fingerprint(text -> text.contains("лиса") ? new float[] {1, 0, 0} : SOME))
                .isNotEqualTo(EmbeddingProbe.fingerprint(text -> SOME));
    }
}
