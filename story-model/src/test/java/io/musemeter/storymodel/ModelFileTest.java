package io.musemeter.storymodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ModelFileTest {

    private static final int VERSION_AT = 8 + 3;
    private static final int DIGEST = 32;

    private final byte[] file = embedded();

    @Test
    void theEmbeddedModelIsSmallAndDescribed() {
        ModelCard card = StoryModel.of(file).card();

        assertThat(file).hasSizeLessThan(6_000_000);
        assertThat(card.fingerprint())
                .matches("[0-9a-f]{64}")
                .isEqualTo(StoryModel.embedded().card().fingerprint());
        assertThat(card.vocabulary()).isEqualTo(1024);
        assertThat(2 * card.parameters()).isBetween(file.length - 6000L, (long) file.length);
        assertThat(card.heldOutLoss()).isLessThan(1.95);
        assertThat(card.heldOutBitsPerByte()).isBetween(.5, 1.2);
    }

    @Test
    void oneFlippedBitIsNoticed() {
        byte[] damaged = file.clone();
        damaged[file.length / 2] ^= 1;

        assertThatThrownBy(() -> StoryModel.of(damaged))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void aFileCutShortIsNoticed() {
        assertThatThrownBy(() -> StoryModel.of(Arrays.copyOf(file, file.length - 1)))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("damaged");
        assertThatThrownBy(() -> StoryModel.of(sealed(Arrays.copyOf(file, 5000))))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> StoryModel.of(new byte[0]))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("not a story model");
    }

    @Test
    void aFileWithMoreInItIsNoticed() {
        assertThatThrownBy(() -> StoryModel.of(sealed(Arrays.copyOf(file, file.length + 2))))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("2 bytes too many");
    }

    @Test
    void anotherVersionIsNamed() {
        byte[] newer = file.clone();
        newer[VERSION_AT] = 9;

        assertThatThrownBy(() -> StoryModel.of(sealed(newer)))
                .isInstanceOf(ModelFileException.class)
                .hasMessage("story model format version 9 is not 1");
    }

    @Test
    void shapesThatCannotBeAreRejected() {
        assertThatThrownBy(() -> new Shape(100, 128, 6, 4, 352, 512))
                .hasMessage("vocabulary must be in [258, 65536], not 100");
        assertThatThrownBy(() -> new Shape(1024, 100, 6, 3, 352, 512))
                .hasMessageContaining("width 100 is not a multiple");
    }

    /** Puts the right digest at the end. */
    private static byte[] sealed(byte[] file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(file, file.length - DIGEST));
            System.arraycopy(digest, 0, file, file.length - DIGEST, DIGEST);
            return file;
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] embedded() {
        try (InputStream in = StoryModel.class.getResourceAsStream("story-model.bin")) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
