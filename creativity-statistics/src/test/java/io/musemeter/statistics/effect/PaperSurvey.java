package io.musemeter.statistics.effect;

import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.MetricScale;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.cell.Temperature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The published survey of the temperature paper, where it lies beside the repository. */
public final class PaperSurvey {

    private PaperSurvey() {}

    /** The folder of reference data, present or not. */
    public static Path folder() {
        String root = System.getProperty("musemeter.root", "..");
        return Path.of(root).resolve("../shared/paper").normalize();
    }

    /** Rows of the survey, header first. */
    public static List<List<String>> rows() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(folder().resolve("survey_data_by_evaluation.csv"))) {
            rows.add(Arrays.asList(line.split(",", -1)));
        }
        return rows;
    }

    /** One rated condition as a series, each rating a text of its own. */
    public static SeriesCells condition(String name) throws IOException {
        List<List<String>> rows = rows();
        int value = rows.get(0).indexOf(name);
        int temperature = rows.get(0).indexOf("temperature");
        SeriesCells series = new SeriesCells(MetricScale.linear(1, 5, 6));
        for (int i = 1; i < rows.size(); i++) {
            series.add(
                    Temperature.parse(rows.get(i).get(temperature)),
                    new CellOutcome.Scored(Double.parseDouble(rows.get(i).get(value)), i, false));
        }
        return series;
    }
}
