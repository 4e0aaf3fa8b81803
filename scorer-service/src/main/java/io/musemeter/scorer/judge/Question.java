package io.musemeter.scorer.judge;

import java.util.List;
import java.util.Locale;

/**
 * The four necessary conditions of creativity that people rated in Peeperkorn, Kouwenhoven, Brown and Jordanous (2024), in
 * words of our own, each with what its marks mean. More of the condition is always the higher mark; the paper's reverse
 * coding of coherence is not carried over.
 */
public enum Question {
    /** How new, compared with the exemplar. */
    NOVELTY(
            true,
            "How novel is the story compared with the reference story?",
            List.of(
                    "a retelling of the reference story",
                    "the same plot with small changes",
                    "familiar material arranged differently",
                    "mostly different in plot, characters or style",
                    "nothing of the reference story is to be recognised")),
    /** How typical of its kind, compared with the exemplar. */
    TYPICALITY(
            true,
            "How typical is it of the kind of story that the reference story stands for?",
            List.of(
                    "not of this kind at all",
                    "shares little with the kind",
                    "has some of the kind's features",
                    "has most of the kind's features",
                    "a standard example of the kind")),
    /** How well its sentences are connected. */
    COHESION(
            false,
            "How cohesive is the story: are sentences connected, and characters and events used appropriately?",
            List.of(
                    "unconnected sentences",
                    "few sentences connect to their neighbours",
                    "connected in places, with clear breaks",
                    "connected with small lapses",
                    "every sentence connects to the others")),
    /** How easy it is to follow. */
    COHERENCE(
            false,
            "How coherent is the story: how easy is it to follow as a whole?",
            List.of(
                    "makes no sense",
                    "hard to follow",
                    "can be followed with effort",
                    "easy to follow with small lapses",
                    "easy to follow throughout"));

    /** Least mark. */
    public static final int LOW = 1;
    /** Greatest mark. */
    public static final int HIGH = 5;

    private final boolean comparesWithExemplar;
    private final String text;
    private final List<String> anchors;

    Question(boolean comparesWithExemplar, String text, List<String> anchors) {
        this.comparesWithExemplar = comparesWithExemplar;
        this.text = text;
        this.anchors = anchors;
    }

    /** Whether it can be answered only beside an exemplar. */
    public boolean comparesWithExemplar() {
        return comparesWithExemplar;
    }

    /** Its field in the judge's answer. */
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its metric's name in the catalogue. */
    public String metric() {
        return "judged_" + field();
    }

    /** The question and what each mark means. */
    String rubric() {
        StringBuilder lines = new StringBuilder(field()).append(": ").append(text);
        for (int mark = LOW; mark <= HIGH; mark++) {
            lines.append("\n  ").append(mark).append(" = ").append(anchors.get(mark - LOW));
        }
        return lines.toString();
    }
}
