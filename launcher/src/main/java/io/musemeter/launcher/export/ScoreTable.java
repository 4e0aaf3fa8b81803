package io.musemeter.launcher.export;

import io.musemeter.events.Score;
import io.musemeter.events.ScoreOutcome;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Scores as comma-separated values, one row a score (RFC 4180). */
final class ScoreTable {
    /** What begins like a formula and goes on like one: an operator or a call follows. */
    private static final Pattern FORMULA = Pattern.compile("=|[+@-].*[(|!+*/=]", Pattern.DOTALL);

    private ScoreTable() {}

    static void write(Iterable<Score> scores, Appendable out) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(
                        "storyId",
                        "source",
                        "model",
                        "promptId",
                        "temperature",
                        "metric",
                        "evaluatorId",
                        "repetition",
                        "truncated",
                        "outcome",
                        "value")
                .get();
        try (CSVPrinter table = new CSVPrinter(out, format)) {
            for (Score score : scores) {
                table.printRecord(
                        plain(score.storyId()),
                        score.series().source().text(),
                        plain(score.series().model()),
                        plain(score.series().promptId()),
                        score.temperature(),
                        score.series().metric(),
                        score.series().evaluatorId(),
                        plain(score.repetition()),
                        score.truncated(),
                        outcome(score.outcome()),
                        score.outcome() instanceof ScoreOutcome.Scored scored ? Double.toString(scored.value()) : "");
            }
        }
    }

    /**
     * Names come from outside: one that a spreadsheet would take for a formula is quoted by an apostrophe. A sign or an at
     * alone makes no formula, so that ids such as {@code -1a} stay what they are for a join.
     */
    private static String plain(String name) {
        return FORMULA.matcher(name).lookingAt() ? "'" + name : name;
    }

    private static String outcome(ScoreOutcome outcome) {
        if (outcome instanceof ScoreOutcome.Unscorable unscorable) {
            return "unscorable:" + unscorable.reason().name().toLowerCase(Locale.ROOT);
        }
        return outcome instanceof ScoreOutcome.Failed failed ? "failed:" + plain(failed.error()) : "scored";
    }
}
