package io.musemeter.scorer.sentence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import opennlp.tools.sentdetect.SentenceModel;

class OpenNlpSentencesTest {
    private static final OpenNlpSentences SENTENCES = OpenNlpSentences.load();

    @Example
    void anAbbreviationEndsNoSentence() {
        assertThat(SENTENCES.split("Mr. Fox met the hen. They talked."))
                .containsExactly("Mr. Fox met the hen.", "They talked.");
    }

    @Example
    void aParagraphEndsASentenceEvenWithoutAFullStop() {
        assertThat(SENTENCES.split("The Lighthouse\n\nIt stood alone.\r\n \r\nAlways"))
                .containsExactly("The Lighthouse", "It stood alone.", "Always");
    }

    @Example
    void fullStopsOfOtherScriptsEndASentence() {
        assertThat(SENTENCES.split("从前有座山。山上有座庙！")).containsExactly("从前有座山。", "山上有座庙！");
        assertThat(SENTENCES.split("هل كان وحيدا؟ نعم")).containsExactly("هل كان وحيدا؟", "نعم");
    }

    @Property(tries = 300)
    void keepsEveryVisibleCharacterInOrder(@ForAll String text) {
        assertThat(visible(String.join("", SENTENCES.split(text)))).isEqualTo(visible(text));
    }

    @Example
    void namesAModelThatIsMissing() {
        assertThatThrownBy(() -> OpenNlpModels.load("/none.bin", SentenceModel::new))
                .hasMessage("resource /none.bin is missing");
    }

    private static String visible(String text) {
        return text.codePoints()
                .filter(point -> !Character.isWhitespace(point) && !Character.isSpaceChar(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
