package io.musemeter.scorer.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands a judge's answer: one JSON object with exactly the fields asked for, each a whole number from 1 to 5. Anything
 * else is no answer.
 */
final class ReplyReader {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private ReplyReader() {}

    /** The marks, or nothing when the answer is not of the form asked for. */
    static Optional<Marks> read(JudgeReply reply, List<Question> questions) {
        try {
            JsonNode answer = JSON.readTree(reply.text());
            if (answer == null || !answer.isObject() || answer.size() != questions.size()) {
                return Optional.empty();
            }
            Map<Question, Double> marks = new EnumMap<>(Question.class);
            for (Question question : questions) {
                JsonNode mark = answer.path(question.field());
                if (!mark.isInt() || mark.intValue() < Question.LOW || mark.intValue() > Question.HIGH) {
                    return Optional.empty();
                }
                marks.put(question, weighted(reply, question).orElse(mark.doubleValue()));
            }
            return Optional.of(new Marks(marks));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /**
     * The mean of the marks 1 to 5, each weighted with the probability the model gave it in this place (Liu et al. 2023,
     * "G-Eval"); nothing when the provider does not tell, or the mark is not a token of its own.
     */
    private static Optional<Double> weighted(JudgeReply reply, Question question) {
        Matcher field =
                Pattern.compile("\"" + question.field() + "\"\\s*:\\s*(\\d)").matcher(reply.text());
        if (!field.find()) {
            return Optional.empty();
        }
        return tokenAt(reply, field.start(1)).flatMap(ReplyReader::expectation);
    }

    private static Optional<JudgeReply.Token> tokenAt(JudgeReply reply, int position) {
        int end = 0;
        for (JudgeReply.Token token : reply.tokens()) {
            if (!reply.text().startsWith(token.text(), end)) {
                return Optional.empty();
            }
            end += token.text().length();
            if (position < end) {
                return Optional.of(token);
            }
        }
        return Optional.empty();
    }

    private static Optional<Double> expectation(JudgeReply.Token token) {
        if (!token.text().strip().matches("[1-5]")) {
            return Optional.empty();
        }
        double mass = 0;
        double sum = 0;
        for (Map.Entry<String, Double> alternative : token.alternatives().entrySet()) {
            String text = alternative.getKey().strip();
            if (text.matches("[1-5]")) {
                double probability = Math.exp(alternative.getValue());
                mass += probability;
                sum += probability * Integer.parseInt(text);
            }
        }
        return mass > 0 ? Optional.of(Math.max(Question.LOW, Math.min(Question.HIGH, sum / mass))) : Optional.empty();
    }
}
