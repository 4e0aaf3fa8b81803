package io.musemeter.scorer.sentence;

import io.musemeter.scorer.sentence.OpenNlpModels.Loaded;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import opennlp.tools.sentdetect.SentenceDetector;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.sentdetect.ThreadSafeSentenceDetectorME;

/**
 * Sentences by OpenNLP's English maximum-entropy model (UD English EWT). A paragraph's end and the full stops that the
 * model does not know (of Chinese, Japanese and Arabic script) end a sentence as well.
 */
public final class OpenNlpSentences implements SentenceSplitter {
    private static final Pattern PARAGRAPH_OR_FOREIGN_STOP = Pattern.compile("\\R\\s*\\R|(?<=[。！？؟۔])");

    /** The detector looks for the next white space from every full stop: without any, its time would be quadratic. */
    private static final Pattern OVERLONG = Pattern.compile("(\\S{100})(?=\\S)");

    private final SentenceDetector detector;
    private final String fingerprint;

    private OpenNlpSentences(Loaded<SentenceModel> model) {
        this.detector = new ThreadSafeSentenceDetectorME(model.model());
        this.fingerprint = model.fingerprint();
    }

    /** Loads the model from the class path. */
    public static OpenNlpSentences load() {
        return new OpenNlpSentences(
                OpenNlpModels.load("/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin", SentenceModel::new));
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public List<String> split(String text) {
        String broken = OVERLONG.matcher(text).replaceAll("$1 ");
        return PARAGRAPH_OR_FOREIGN_STOP
                .splitAsStream(broken)
                .flatMap(piece -> Arrays.stream(detector.sentPosDetect(QuotationMarks.straight(piece)))
                        .map(span -> piece.substring(span.getStart(), span.getEnd())))
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }
}
