package io.musemeter.scorer.judge;

import io.musemeter.events.EvaluatorId;
import io.musemeter.events.Hashes;
import io.musemeter.events.UnscorableReason;
import io.musemeter.scorer.judge.budget.Budget;
import io.musemeter.scorer.metric.Family;
import io.musemeter.scorer.metric.Metric;
import io.musemeter.scorer.metric.ScoringInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The four questions put to a language model: those about the story alone in one call, those that compare it with the
 * exemplar in another, which is not made without one. So what a story gets for itself never depends on whether its exemplar
 * was there. Asked several times, a story's marks are averaged and their spread is a score as well, for a story that counted
 * several times would make much of little.
 */
public final class JudgeFamily implements Family<JudgedStory> {
    private static final String VERSION = "3";
    private static final int LONGEST_NAME = 64;
    private static final List<Question> ALL = List.of(Question.values());
    private static final List<Question> ALONE = questions(false);
    private static final List<Question> COMPARED = questions(true);

    private final Judge judge;
    private final JudgeSample sample;
    private final int repetitions;
    private final List<Metric<JudgedStory>> metrics;

    /**
     * @param model whom to ask
     * @param budget what may be spent
     * @param patience how long to ask again
     * @param sample which stories are judged
     * @param repetitions how often each is judged; at least 1
     */
    public JudgeFamily(JudgeModel model, Budget budget, Patience patience, JudgeSample sample, int repetitions) {
        if (repetitions < 1) {
            throw new IllegalArgumentException("musemeter.scorer.judge.repetitions: must be at least 1");
        }
        this.judge = new Judge(model, budget, patience);
        this.sample = sample;
        this.repetitions = repetitions;
        EvaluatorId evaluatorId = evaluatorId(model, repetitions);
        this.metrics = Stream.concat(
                        ALL.stream().map(question -> new JudgedMetric(question, evaluatorId, sample)),
                        Stream.of(new JudgeSpread(evaluatorId, sample)))
                .toList();
    }

    @Override
    public String name() {
        return "judge";
    }

    @Override
    public List<Metric<JudgedStory>> metrics() {
        return metrics;
    }

    @Override
    public JudgedStory analyse(ScoringInput input) {
        if (!sample.includes(input.story().storyId())) {
            return JudgedStory.notAsked(UnscorableReason.SAMPLED_OUT);
        }
        if (input.written().text().isBlank()) {
            return JudgedStory.notAsked(UnscorableReason.EMPTY_TEXT);
        }
        Optional<String> reference = input.exemplar().map(exemplar -> exemplar.text());
        String story = input.written().text();
        List<Interview> interviews = new ArrayList<>();
        interviews.add(interview(ALONE, story, Optional.empty()));
        if (reference.isPresent()) {
            interviews.add(interview(COMPARED, story, reference));
        }
        return new JudgedStory(interviews, Optional.empty());
    }

    private Interview interview(List<Question> questions, String story, Optional<String> reference) {
        return new Interview(
                questions,
                IntStream.range(0, repetitions)
                        .mapToObj(repetition -> judge.judge(questions, story, reference, repetition))
                        .toList());
    }

    /** Whether stories wait for a provider that answers nobody. */
    public boolean waiting() {
        return judge.waiting();
    }

    /** Ends all waiting for the provider; the stories that wait are left for later. */
    public void stop() {
        judge.stop();
    }

    /** Judges a story whose marks are known, within the same budget, beside its reference story where it has one. */
    public Optional<Marks> judgeCanary(String story, Optional<String> reference) {
        return judge.ask(reference.isPresent() ? COMPARED : ALONE, story, reference) instanceof Judgement.Given given
                ? Optional.of(given.marks())
                : Optional.empty();
    }

    private static List<Question> questions(boolean compared) {
        return Arrays.stream(Question.values())
                .filter(question -> question.comparesWithExemplar() == compared)
                .toList();
    }

    private static EvaluatorId evaluatorId(JudgeModel model, int repetitions) {
        String name = model.name().replaceAll("[^A-Za-z0-9._-]", "_").toLowerCase(Locale.ROOT);
        String configuration =
                Hashes.ofParts(List.of(model.name(), model.configurationHash(), JudgePrompt.version(ALL), repetitions));
        return new EvaluatorId(
                "judge",
                name.substring(0, Math.min(LONGEST_NAME, name.length())),
                VERSION,
                configuration.substring(0, 16));
    }
}
